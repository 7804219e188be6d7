package dev.lifeline.wording;

import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.TcpInfo;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import java.util.HashMap;
import java.util.Map;

/// What the kernel said, as parts of sentences. Of many looks at a socket only those are told that found something new.
public final class KernelSentences {

    private final Glyphs glyphs;
    /// What is known of a socket: the last state that was told, whether unread bytes were, and the figures seen before.
    private record Known(String told, boolean unread, boolean connected, TcpInfo info) {
    }

    private static final Known NOTHING = new Known("", false, false, null);

    private final Map<Long, Known> sockets = new HashMap<>();
    private long queued;

    KernelSentences(Glyphs glyphs) {
        this.glyphs = glyphs;
    }

    /// The words, or `null` where there is nothing new. Events come by time.
    String of(KernelEvent body) {
        return switch (body) {
            case KernelEvent.SocketSeen seen -> seen(seen);
            case KernelEvent.SocketGone gone -> "the " + end(gone.tuple(), gone.end()).label()
                    + "'s socket was gone from the kernel's table; it was last seen in " + gone.last().label();
            case KernelEvent.ListenerSeen seen -> listener(seen);
            case KernelEvent.CounterRose counter -> rose(counter);
            case KernelEvent.RouteAnswered answered -> "the kernel's route to " + StageDetails.endpoint(answered.destination())
                    + " was: " + KernelWords.refusedSource(answered) + KernelWords.route(answered.route(), null);
            case KernelEvent.RouteDisagreed other -> "the socket had the local address " + StageDetails.endpoint(other.actual())
                    + ", although the route had promised " + Printable.ascii(other.promised());
            case KernelEvent.DescriptorFound found -> "the " + found.end().label() + "'s " + Printable.ascii(found.purpose())
                    + " socket was found to be descriptor " + found.descriptor();
            case KernelEvent.SynSaved saved -> "the kernel showed the client's SYN as it had arrived: "
                    + KernelWords.syn(saved.syn());
            case KernelEvent.ErrorOrigin origin -> "it was known who had said no: " + Printable.ascii(origin.offender()) + ", "
                    + Printable.ascii(origin.meaning()) + " (ICMP type " + origin.type() + ", code " + origin.code() + ")";
            case KernelEvent.EvidenceLost lost -> lost(lost);
            case KernelEvent.ClockStepped step -> stepped(step, glyphs);
        };
    }

    private String seen(KernelEvent.SocketSeen seen) {
        Lane end = end(seen.tuple(), seen.end());
        SocketSnapshot socket = seen.socket();
        // Only the last of each is kept: one entry for each socket, however long the trace.
        long key = socket.cookie() * 2 + end.ordinal() / 2;
        Known before = sockets.getOrDefault(key, NOTHING);
        if (seen.occasion() == Occasion.DESTROYED) {
            // The state that comes with this word is CLOSE, also where TIME_WAIT lives on in a smaller socket.
            return "the kernel told that the " + end.label() + "'s socket was destroyed" + lastFigures(socket.info(), before);
        }
        // A descriptor that is closed says nothing that the state does not say too.
        boolean held = socket.state() == SocketState.ESTABLISHED;
        String now = socket.state().label() + (held ? ", inode " + KernelWords.inode(socket, end) : "");
        // Bytes come and go with every call: they are told with what else is new, and for themselves the first time.
        boolean unread = socket.unread() > 0;
        boolean news = !now.equals(before.told) || unread && !before.unread;
        sockets.put(key, new Known(now, unread || before.unread, before.connected || socket.state() != SocketState.SYN_SENT,
                socket.info() == null ? before.info : socket.info()));
        return !news ? null : "the " + end.label() + "'s socket was seen in " + now
                + (unread ? ", " + Counted.of(socket.unread(), "byte") + " unread" : "");
    }

    private String lastFigures(TcpInfo info, Known before) {
        if (info == null) {
            return "";
        } else if (info.wipedAfter(before.info)) {
            return before.connected ? "; its last figures had been wiped by the reset" : "";
        }
        String figures = KernelWords.lastFigures(info, glyphs);
        return figures.isEmpty() ? "" : ", with " + figures;
    }

    /// Of a connection with itself both ends are one socket, the client's.
    private static Lane end(FourTuple tuple, Lane end) {
        return tuple.withItself() ? Lane.CLIENT : end;
    }

    private String listener(KernelEvent.ListenerSeen seen) {
        long before = queued;
        queued = seen.queued();
        return before == queued ? null : Counted.of(queued, "connection") + " of at most " + Counted.grouped(seen.backlog())
                + (queued == 1 ? " was" : " were") + " seen in the accept queue";
    }

    static String rose(KernelEvent.CounterRose counter) {
        return Printable.ascii(counter.name()) + " rose by " + Counted.grouped(counter.by()) + " on this machine since the trace began";
    }

    static String lost(KernelEvent.EvidenceLost lost) {
        return lost(lost, lost.count() < 0 ? "something" : Counted.grouped(lost.count()));
    }

    /// The same with other words for how much.
    static String lost(KernelEvent.EvidenceLost lost, String howMuch) {
        return "the source " + Printable.ascii(lost.source()) + " " + verb(lost.reason()) + " " + howMuch + " ("
                + Printable.ascii(lost.reason()) + "): what is not here may have happened all the same";
    }

    /// What a source had in its hands it did not miss.
    private static String verb(String reason) {
        return reason.startsWith("captured, but not attributed") ? "could not attribute"
                : reason.endsWith("counted, not kept") ? "did not keep" : "missed";
    }

    public static String stepped(KernelEvent.ClockStepped step, Glyphs glyphs) {
        String by = Durations.of(step.by() == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(step.by()), glyphs);
        // The clock of the trace stands still while a machine sleeps: only back is the wall clock set for certain.
        return (step.by() < 0 ? "the wall clock was set back by " + by + " during the capture"
                : "the wall clock went " + by + " ahead of the clock of the trace during the capture (it was set, or the machine "
                + "slept)") + ": times of packets may be wrong by as much";
    }
}
