package dev.lifeline.view.ladder;

import dev.lifeline.analysis.Connections.Ends;
import dev.lifeline.analysis.DrawnConnection;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.frame.Role;
import dev.lifeline.wording.EndpointWords;
import dev.lifeline.wording.EventWords;
import dev.lifeline.wording.KernelWords;
import dev.lifeline.wording.RouteWords;
import dev.lifeline.wording.SocketMarks;
import dev.lifeline.wording.SocketWords;
import dev.lifeline.wording.StageWords;
import dev.lifeline.wording.line.LadderLine;
import dev.lifeline.wording.picture.Gauge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Notes on the kernel's line of life: what is new about the client's end on its left, all else on its right. It is looked at
/// after every event, so what it said before is not said again.
final class KernelNotes {

    /// Counters that rise where an arrow stands already.
    private static final Set<String> SHOWN_BY_PACKETS = Set.of("TCPTimeouts", "TCPSynRetrans", "RetransSegs", "TCPWinProbe", "TCPLostRetransmit",
            "TCPToZeroWindowAdv", "TCPFromZeroWindowAdv", "OutRsts", "TCPWantZeroWindowAdv");

    /// A queue of which less than one part in so many is full explains nothing.
    private static final int NEARLY_EMPTY = 8;

    /// Nanoseconds within which a storm fills a queue.
    private static final long SOON = 100_000_000;

    private final Map<FourTuple, SocketMarks> ends = new HashMap<>();
    private final Map<Long, Integer> descriptors = new HashMap<>();
    private final Glyphs glyphs;
    private final EventWords events;
    private final boolean raced;
    private final boolean packets;
    private final boolean brief;
    private final Length length;
    private final TraceIndex index;
    private final Ends drawn;
    private final Map<FourTuple, Long> unread = new HashMap<>();
    private final Map<Endpoint, Long> queued = new HashMap<>();
    private final Map<String, TraceEvent> risen = new HashMap<>();

    private KernelNotes(TraceIndex index, Ends drawn, Glyphs glyphs, boolean raced, boolean packets, Length length) {
        this.index = index;
        this.drawn = drawn;
        this.packets = packets;
        this.length = length;
        this.brief = length != Length.FULL;
        this.glyphs = glyphs;
        this.events = new EventWords(glyphs);
        this.raced = raced;
    }

    /// The notes on the drawn connection, by time; a loss that may be of any connection is told whenever it was.
    ///
    /// @param packets whether packets are drawn: what they show need not be said
    /// @param length how much is told: of all but the full ladder only what changed, each in a few words
    static List<Rung> of(TraceIndex index, DrawnConnection connection, Glyphs glyphs, boolean raced, boolean packets,
                         Length length) {
        KernelNotes notes = new KernelNotes(index, connection.ends(), glyphs, raced, packets, length);
        for (TraceEvent mark : index.kernel()) {
            if (mark.body() instanceof KernelEvent.DescriptorFound found) {
                notes.descriptors.put(found.inode(), found.descriptor());
            } else if (mark.body() instanceof KernelEvent.CounterRose rose) {
                notes.risen.put(rose.name(), mark);
            }
        }
        List<Rung> rungs = new ArrayList<>();
        boolean folded = connection.ends().none() && index.hasCrowds();
        for (int i = 0; i < index.kernel().size(); i++) {
            TraceEvent mark = index.kernel().get(i);
            if (folded && notes.onItsWay(index.kernel(), i)) {
                continue;
            }
            if (mark.body() instanceof KernelEvent kernel && (connection.shows(mark.lane(), mark.connection(), mark.at())
                    || mark.connection() == 0 && kernel instanceof KernelEvent.EvidenceLost
                    || folded && (kernel instanceof KernelEvent.ListenerSeen || kernel instanceof KernelEvent.CounterRose))) {
                Rung note = notes.note(mark, kernel);
                if (note != null) {
                    rungs.add(note);
                }
            }
        }
        return rungs;
    }

    /// Says if a queue went on rising or falling soon after: of a storm it is told how far it came.
    private boolean onItsWay(List<TraceEvent> events, int at) {
        if (!(events.get(at).body() instanceof KernelEvent.ListenerSeen listener)) {
            return false;
        }
        for (int i = at + 1; i < events.size() && events.get(i).at() - events.get(at).at() < SOON; i++) {
            if (events.get(i).body() instanceof KernelEvent.ListenerSeen next && next.local().equals(listener.local())) {
                long before = queued.getOrDefault(listener.local(), 0L);
                return next.queued() > listener.queued() || next.queued() < listener.queued() && listener.queued() < before;
            }
        }
        return false;
    }

    /// Says if a stage has a note. A handshake that did not come to its end has none: its packets say so.
    static boolean tells(Span span) {
        return span.state() instanceof Span.Observed observed && (observed.complete() || span.stage() != Stage.HANDSHAKE);
    }

    /// The note on a stage that was observed.
    ///
    /// @param brief whether a wait for accept has only its length
    static Rung of(Span span, Glyphs glyphs, boolean brief) {
        boolean waited = brief && span.state() instanceof Span.Queued queued && queued.complete();
        return new Rung.Note(span.end(), span.end(), -1, "", waited ? LadderLine.queued(span, glyphs)
                : StageWords.observedMark(span, glyphs), Role.PLAIN);
    }

    private Rung note(TraceEvent event, KernelEvent kernel) {
        if (kernel instanceof KernelEvent.SocketSeen seen) {
            unread.put(seen.tuple(), seen.socket().unread());
            String words = end(seen.tuple(), seen.end()).next(seen);
            return words == null ? null : side(event, seen.end(), seen.cause(), words);
        } else if (kernel instanceof KernelEvent.SocketGone gone) {
            String words = end(gone.tuple(), gone.end()).gone(gone.last());
            return words == null ? null : side(event, gone.end(), -1, words + unread(gone));
        } else if (kernel instanceof KernelEvent.ListenerSeen listener) {
            Long before = queued.put(listener.local(), (long) listener.queued());
            // That a storm's queue gets shorter is told by the accepts.
            boolean shrinks = length.atLeast(Length.TIGHT) && drawn.none() && index.hasCrowds() && before != null && listener.queued() < before;
            if (shrinks || listener.queued() == (before == null ? 0 : before) || brief && listener.queued() == 0
                    || length.atLeast(Length.TIGHT) && listener.queued() * NEARLY_EMPTY < listener.backlog()) {
                return null;
            }
            boolean several = queued.size() > 1;
            return right(event, listener.cause(), brief
                    ? several ? Gauge.queueAt(listener, glyphs) : "queue " + Gauge.queue(listener, glyphs)
                    : (several ? EndpointWords.of(listener.local()) + ", " : "") + SocketWords.queue(listener) + SocketMarks.observed(listener.occasion()), Role.PLAIN);
        } else if (brief && (kernel instanceof KernelEvent.SynSaved || kernel instanceof KernelEvent.RouteAnswered answer
                && !RouteWords.refuses(answer.route()))) {
            return null;
        } else if (brief && kernel instanceof KernelEvent.CounterRose rose) {
            // Every overflow is a drop, too.
            TraceEvent overflows = rose.name().equals("ListenDrops") ? risen.get("ListenOverflows") : null;
            boolean same = overflows != null && ((KernelEvent.CounterRose) overflows.body()).by() == rose.by();
            return risen.get(rose.name()) != event || same || packets && SHOWN_BY_PACKETS.contains(rose.name()) ? null
                    : right(event, -1, KernelWords.brief(rose), Role.BAD);
        }
        // An arrow tells an ICMP error.
        String words = kernel instanceof KernelEvent.ErrorOrigin ? null : events.of(event).mark();
        return words == null ? null : right(event, -1, words, role(kernel));
    }

    /// Bytes that lay in a socket that is gone, where its program had not read one: then none of them were read after that look.
    private String unread(KernelEvent.SocketGone gone) {
        long bytes = unread.getOrDefault(gone.tuple(), 0L);
        int number = gone.end() == Lane.CLIENT ? drawn.client() : drawn.server();
        return !brief || bytes == 0 || number == 0 || index.sides().side(gone.end(), number).read() > 0 ? ""
                : ", " + SocketWords.unread(bytes);
    }

    private static Role role(KernelEvent kernel) {
        if (kernel instanceof KernelEvent.SynSaved || kernel instanceof KernelEvent.RouteAnswered answer
                && !RouteWords.refuses(answer.route())) {
            return Role.DIM;
        }
        return Role.BAD;
    }

    private SocketMarks end(FourTuple tuple, Lane end) {
        return ends.computeIfAbsent(tuple, key -> new SocketMarks(end, descriptors, packets, brief, packets && length == Length.TIGHTEST, glyphs));
    }

    private Rung side(TraceEvent event, Lane end, long cause, String words) {
        String named = (raced && event.attempt() > 0 ? "#" + event.attempt() + " " : "") + words;
        return end == Lane.CLIENT ? new Rung.Note(event.at(), event.at(), cause, named, "", Role.PLAIN)
                : right(event, cause, named, Role.PLAIN);
    }

    private static Rung right(TraceEvent event, long cause, String words, Role role) {
        return new Rung.Note(event.at(), event.at(), cause, "", words, role);
    }
}
