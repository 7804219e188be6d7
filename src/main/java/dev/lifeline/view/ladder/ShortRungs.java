package dev.lifeline.view.ladder;

import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.packet.PacketKind;
import dev.lifeline.analysis.packet.Reach;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.wording.line.LadderLine;
import java.util.ArrayList;
import java.util.List;

/// Shortens a ladder to what a person has to read: what a call did stands on the packet that it sent, an acknowledgement that follows
/// of itself is left out, and data that flows is one arrow.
final class ShortRungs {

    private static final long LONG_CLOSE_NANOS = 50_000_000;

    private final List<Rung> rungs;
    private final boolean raced;
    private final boolean packets;
    private final boolean alone;
    private final List<Span> moved = new ArrayList<>();

    private ShortRungs(List<Rung> rungs, boolean raced) {
        this.rungs = new ArrayList<>(rungs);
        this.raced = raced;
        boolean seen = false;
        boolean ran = false;
        for (Rung rung : rungs) {
            seen |= rung instanceof Rung.Packet;
            if (rung instanceof Rung.End(Span span)) {
                ran |= span.stage() != Stage.BIND;
                if (span.outcome() instanceof Outcome.Moved || WebRungs.isMessage(span)) {
                    moved.add(span);
                }
            }
        }
        this.packets = seen;
        this.alone = !ran;
    }

    /// Says if an event is none that a person has to read: the steps of a play stand in its file.
    static boolean noise(TraceEvent mark) {
        EventBody body = mark.body();
        return body.kind() == PlayEvent.Kind.STEP_STARTED || body.kind() == PlayEvent.Kind.CONNECTION_OWNED;
    }

    /// Says if an event only tells that a connection was queued for a worker that took it soon: the end of that wait says who did.
    static boolean takenAtOnce(TraceEvent mark, List<Span> spans, long worth) {
        if (mark.body().kind() != LoopEvent.Kind.WORKER_QUEUED) {
            return false;
        }
        for (Span span : spans) {
            if (span.stage() == Stage.WORKER_QUEUE && span.connection() == mark.connection()) {
                return span.state() instanceof Span.Done && span.took() < worth;
            }
        }
        return false;
    }

    /// Says if a stage is none that a person has to read: a literal address is not looked up.
    static boolean noise(Span span) {
        return span.stage() == Stage.LOOKUP && span.state() instanceof Span.Skipped;
    }

    /// Says if an observed stage is shown by other rungs: a handshake by its packets, a short wait for accept by what stands around it.
    static boolean shown(Span span, boolean packets, long worth) {
        return span.stage() == Stage.HANDSHAKE && packets
                || span.state() instanceof Span.Queued queued && queued.complete() && span.took() < worth;
    }

    /// The short ladder of a long one.
    static List<Rung> of(List<Rung> rungs, boolean raced) {
        ShortRungs shorter = new ShortRungs(rungs, raced);
        shorter.callsOnTheirPackets();
        return shorter.kept();
    }

    /// Moves the words of a write or a close to the one packet that it sent.
    private void callsOnTheirPackets() {
        for (int i = 0; i < rungs.size(); i++) {
            if (rungs.get(i) instanceof Rung.End(Span span) && span.outcome() != null) {
                int sent = sent(span);
                if (sent >= 0 && span.outcome() instanceof Outcome.Moved moved) {
                    rungs.set(sent, named((Rung.Packet) rungs.get(sent), LadderLine.data(moved.bytes())));
                    rungs.set(i, null);
                } else if (sent >= 0 && WebRungs.isMessage(span)) {
                    rungs.set(sent, named((Rung.Packet) rungs.get(sent), WebRungs.label(span)));
                    rungs.set(i, null);
                } else if (sent >= 0) {
                    Rung.Packet packet = (Rung.Packet) rungs.get(sent);
                    rungs.set(sent, packet.label().endsWith(")") ? packet : named(packet, packet.label() + " (close)"));
                    if (!waited(span)) {
                        rungs.set(i, null);
                    }
                }
            } else if (rungs.get(i) instanceof Rung.Moment(TraceEvent event) && event.body() instanceof StreamEvent.OutputShut) {
                for (int before = i - 1; before >= 0; before--) {
                    if (rungs.get(before) instanceof Rung.Packet packet && ends(packet, event.lane(), TcpFlags.FIN)) {
                        rungs.set(before, named(packet, packet.label() + " (shutdown)"));
                        rungs.set(i, null);
                        break;
                    }
                }
            }
        }
    }

    /// Says if a close that did not wait for the peer's end took long all the same, as with SO_LINGER: then its end is one to read.
    private static boolean waited(Span span) {
        return span.outcome() instanceof Outcome.Closed closed && closed.how() == CloseKind.HALF && span.took() >= LONG_CLOSE_NANOS;
    }

    /// The bytes that a stage of this side has written in one piece; [WebRungs#UNKNOWN] where it has not, or that is not known.
    private static long written(Span span) {
        return span.stage() == Stage.WRITE && span.movedAtOnce() ? ((Outcome.Moved) span.outcome()).bytes().count() : WebRungs.sent(span);
    }

    /// The place of the only packet that a write or a close sent while it was under way; -1 where there is none, or several.
    private int sent(Span span) {
        long bytes = written(span);
        boolean write = bytes >= 0;
        if (!write && span.stage() != Stage.CLOSE) {
            return -1;
        }
        int found = -1;
        for (int i = 0; i < rungs.size(); i++) {
            if (rungs.get(i) instanceof Rung.Packet packet && span.start() <= packet.at() && packet.at() <= span.end()
                    && packet.segment().from() == span.lane()
                    && (write ? packet.segment().payload() > 0 : ends(packet, span.lane(), TcpFlags.FIN | TcpFlags.RST))) {
                boolean same = !write || packet.kind() == PacketKind.DATA && packet.segment().payload() == bytes;
                if (found >= 0 || !same) {
                    return -1;
                }
                found = i;
            }
        }
        return found;
    }

    private static boolean ends(Rung.Packet packet, Lane from, int flags) {
        return packet.segment().from() == from && (packet.segment().flags() & flags) != 0;
    }

    private static Rung.Packet named(Rung.Packet packet, String label) {
        return new Rung.Packet(packet.at(), packet.segment(), label, packet.kind(), packet.reach());
    }

    private List<Rung> kept() {
        List<Rung> out = new ArrayList<>();
        SegmentSeen last = null;
        for (Rung rung : rungs) {
            if (rung == null || !keeps(rung, last)) {
                continue;
            }
            if (rung instanceof Rung.Packet packet) {
                last = packet.segment();
                if (!out.isEmpty() && flows(packet) && joined(out, packet.at(), last.from(), 1, last.payload())) {
                    continue;
                }
            } else if (rung instanceof Rung.Packets run && !out.isEmpty()
                    && joined(out, run.until(), run.from(), run.count(), run.bytes())) {
                continue;
            }
            if (out.isEmpty() || !again(out.getLast(), rung)) {
                out.add(rung);
            }
        }
        return out;
    }

    /// Says if a piece of a loop's work is the same as the one before it.
    private static boolean again(Rung before, Rung rung) {
        return before instanceof Rung.Moment(TraceEvent one) && rung instanceof Rung.Moment(TraceEvent other)
                && one.connection() == other.connection() && one.body() instanceof LoopEvent.CallbackRan first
                && other.body() instanceof LoopEvent.CallbackRan next && first.phase() == next.phase() && first.work().equals(next.work());
    }

    private static boolean flows(Rung.Packet packet) {
        return packet.kind() == PacketKind.DATA && packet.reach() == Reach.ARRIVED;
    }

    /// Adds data to the arrow before it, where that is data of the same direction.
    private static boolean joined(List<Rung> out, long until, Lane from, int count, long bytes) {
        if (out.getLast() instanceof Rung.Packet before && flows(before) && before.segment().from() == from) {
            out.set(out.size() - 1, new Rung.Packets(before.at(), until, from, PacketKind.DATA, 1 + count,
                    before.segment().payload() + bytes));
            return true;
        } else if (out.getLast() instanceof Rung.Packets before && before.from() == from) {
            out.set(out.size() - 1, new Rung.Packets(before.at(), until, from, PacketKind.DATA, before.count() + count,
                    before.bytes() + bytes));
            return true;
        }
        return false;
    }

    /// No switch over the kinds of rungs: Java puts one together on its first use, 1 ms of each play.
    private boolean keeps(Rung rung, SegmentSeen last) {
        if (rung instanceof Rung.Begin(Span span)) {
            return span.state() instanceof Span.Open || raced && span.stage() == Stage.CONNECT || !packets && span.state() instanceof Span.Failed;
        }
        if (rung instanceof Rung.End(Span span)) {
            return alone || span.state() instanceof Span.Failed || !(span.stage() == Stage.BIND || raced && span.stage() == Stage.ROUTE);
        }
        if (rung instanceof Rung.Packet packet) {
            return packet.kind() != PacketKind.ACK || answers(packet.segment(), last);
        }
        if (rung instanceof Rung.Packets run) {
            return run.kind() == PacketKind.DATA;
        }
        if (rung instanceof Rung.Moment(TraceEvent event)) {
            return !(Rungs.isChunk(event) || event.body() instanceof StreamEvent.EndOfStream) || !told(event);
        }
        return !(rung instanceof Rung.Chunks chunks) || !told(chunks.lane(), chunks.at());
    }

    /// Says if an acknowledgement is a step of its own: of a SYN-ACK, a FIN or a keep-alive probe.
    private static boolean answers(SegmentSeen ack, SegmentSeen last) {
        return last != null && last.from() != ack.from() && (last.has(TcpFlags.SYN) || last.has(TcpFlags.FIN)
                || last.again() && last.payload() == 0);
    }

    private boolean told(TraceEvent event) {
        return told(event.lane(), event.at());
    }

    /// Says if the end of a stage of this lane tells what happened in it at a time.
    private boolean told(Lane lane, long at) {
        for (Span span : moved) {
            if (span.lane() == lane && span.start() <= at && at <= span.end()) {
                return true;
            }
        }
        return false;
    }
}
