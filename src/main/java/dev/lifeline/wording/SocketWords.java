package dev.lifeline.wording;

import dev.lifeline.analysis.socket.LabelMoment;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.TcpInfo;
import dev.lifeline.model.event.KernelEvent.ListenerSeen;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import java.util.ArrayList;
import java.util.List;

/// Sockets and their figures in words that `ss` uses too. Safe to print.
public final class SocketWords {

    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;
    private static final int MOST_ENDS = 6;

    private SocketWords() {
    }

    /// Writes the inode of a socket; of one that no program holds also why: `48211`, `0 (not accepted)`, `0 (no program)`.
    public static String inode(SocketSnapshot socket, Lane end) {
        if (socket.inode() != 0) {
            return Long.toString(socket.inode());
        }
        return waits(socket, end) ? "0 (not accepted)" : "0 (no program)";
    }

    /// Says if a server's end waits until its program takes it.
    public static boolean waits(SocketSnapshot socket, Lane end) {
        SocketState state = socket.state();
        return socket.inode() == 0 && end == Lane.SERVER && (state.halfOpen() || state == SocketState.ESTABLISHED || state == SocketState.CLOSE_WAIT);
    }

    /// Writes the timer that runs: `retransmit in 997 ms`, and where it expired before `retransmit #3 in 3.12 s`; `-`
    /// where none runs.
    public static String timer(SocketSnapshot socket, Glyphs glyphs) {
        if (socket.timer() == SocketTimer.NONE) {
            return "-";
        } else if (socket.timer() == SocketTimer.TIME_WAIT) {
            return socket.timer().label() + " in " + seconds(socket.expires());
        }
        return socket.timer().label() + (socket.retransmits() > 0 ? " #" + (socket.retransmits() + 1L) : "") + " in "
                + Durations.of(millis(socket.expires()), glyphs);
    }

    /// Writes a row of the table of sockets as a sentence: `the client's socket is ESTABLISHED, descriptor 19, inode 48211; 0 bytes to be
    /// read, 0 sent and not acknowledged; no timer runs`.
    ///
    /// @param descriptor of its program; negative where that is not known
    public static String sentence(SocketSnapshot socket, Lane end, int descriptor, Glyphs glyphs) {
        String timer = timer(socket, glyphs);
        return "the " + end.label() + "'s socket is " + socket.state().label() + (descriptor < 0 ? "" : ", descriptor " + descriptor) + ", inode "
                + inode(socket, end) + "; " + Counted.of(socket.receiveQueue(), "byte") + " to be read, " + Counted.grouped(socket.sendQueue())
                + " sent and not acknowledged; " + (timer.equals("-") ? "no timer runs" : "timer " + timer);
    }

    /// Writes the accept queue of a listening socket: `accept queue 1 of 5`.
    public static String queue(ListenerSeen listener) {
        return "accept queue " + of(listener);
    }

    /// Writes bytes that lay in a socket before it went.
    public static String unread(long bytes) {
        return Counted.of(bytes, "byte") + " unread before";
    }

    /// Writes the same in a table whose label says what it is: `1 of 5 waiting for accept`.
    public static String waiting(ListenerSeen listener) {
        return of(listener) + " waiting for accept" + (listener.queued() > listener.backlog() ? ": the queue is full" : "");
    }

    private static String of(ListenerSeen listener) {
        return Counted.grouped(listener.queued()) + " of " + Counted.grouped(listener.backlog())
                + (listener.alone() ? "" : " (one of " + Counted.grouped(listener.alike()) + " listeners at this port)");
    }

    /// Writes what waits in the queues of a connection: `, 5 bytes unread`.
    public static String queues(SocketSnapshot socket) {
        return (socket.unread() > 0 ? ", " + Counted.of(socket.unread(), "byte") + " unread" : "")
                + (socket.unacknowledged() > 0 ? ", " + Counted.of(socket.unacknowledged(), "byte") + " unacknowledged" : "");
    }

    /// Writes what it tried without success: `, 2 retransmits unanswered`; empty where nothing.
    public static String tries(SocketSnapshot socket) {
        if (socket.retransmits() == 0) {
            return "";
        }
        return ", " + (socket.timer() == SocketTimer.PROBE || socket.timer() == SocketTimer.KEEPALIVE
                ? Counted.of(socket.retransmits(), "probe") + " in vain"
                : Counted.of(socket.retransmits(), "retransmit") + " unanswered");
    }

    /// Writes a socket in a few words: `ESTABLISHED, not accepted, 7 bytes unread`, `TIME_WAIT for 60 s`, `gone`.
    ///
    /// @param socket or `null` where it was gone
    public static String brief(SocketSnapshot socket, Lane end) {
        return socket == null ? "gone" : brief(socket, waits(socket, end));
    }

    /// Writes one that is there.
    ///
    /// @param waits whether it is said that no program has accepted it
    public static String brief(SocketSnapshot socket, boolean waits) {
        String wait = timeWait(socket);
        return socket.state().label() + (wait.isEmpty() ? "" : " for " + wait) + (waits ? ", not accepted" : "") + queues(socket)
                + tries(socket);
    }

    /// Writes the sockets at a label in one sentence: `client ESTABLISHED; client's server end ESTABLISHED, not accepted; server:
    /// accept queue 1 of 8`. Of many ends some are told, first those that are more than ESTABLISHED.
    public static String at(LabelMoment moment) {
        List<String> parts = new ArrayList<>();
        List<String> quiet = new ArrayList<>();
        boolean many = moment.ends().size() > MOST_ENDS;
        for (LabelMoment.End end : moment.ends()) {
            String brief = brief(end.socket(), end.end());
            (many && brief.equals(SocketState.ESTABLISHED.label()) ? quiet : parts).add(Printable.ascii(end.name()) + " " + brief);
        }
        parts.addAll(quiet);
        parts.subList(Math.min(parts.size(), MOST_ENDS), parts.size()).clear();
        if (many) {
            parts.add("and " + (moment.ends().size() - MOST_ENDS) + " more");
        }
        for (LabelMoment.Listener listener : moment.listeners()) {
            parts.add(Printable.ascii(listener.name()) + ": " + queue(listener.seen()));
        }
        return String.join("; ", parts);
    }

    /// Writes how long a socket stays in TIME_WAIT, in full seconds; empty where it is not there or its timer is not known.
    public static String timeWait(SocketSnapshot socket) {
        return socket.state() == SocketState.TIME_WAIT && socket.timer() == SocketTimer.TIME_WAIT
                ? seconds(socket.expires()) : "";
    }

    /// Writes whose TIME_WAIT it is: `TIME_WAIT is the client's, 60 s`.
    public static String timeWait(Lane end, SocketSnapshot socket) {
        String wait = timeWait(socket);
        return "TIME_WAIT is the " + end.label() + "'s" + (wait.isEmpty() ? "" : ", " + wait);
    }

    private static String seconds(long millis) {
        return (millis + 999) / 1_000 + " s";
    }

    /// Writes the figures that matter at the end of a connection: `rtt 23 µs, 0 retransmits`.
    public static String figures(TcpInfo info, Glyphs glyphs) {
        String rtt = info.rtt() > 0 ? FittedText.together("rtt " + Durations.of(micros(info.rtt()), glyphs)) : "";
        String again = info.totalRetransmits() < 0 ? "" : Counted.of(info.totalRetransmits(), "retransmit");
        return rtt + (rtt.isEmpty() || again.isEmpty() ? "" : ", ") + again;
    }

    /// Writes the figures that the kernel tells as the last ones: `5 segments out, 4 in, none sent again, rtt 23 µs`.
    static String lastFigures(TcpInfo info, Glyphs glyphs) {
        StringBuilder out = new StringBuilder();
        if (info.segmentsOut() != TcpInfo.ABSENT && info.segmentsIn() != TcpInfo.ABSENT) {
            out.append(Counted.grouped(info.segmentsOut())).append(" segments out, ")
                    .append(Counted.grouped(info.segmentsIn())).append(" in");
        }
        if (info.totalRetransmits() != TcpInfo.ABSENT) {
            out.append(out.isEmpty() ? "" : ", ").append(info.totalRetransmits() == 0 ? "none"
                    : Counted.grouped(info.totalRetransmits())).append(" sent again");
        }
        if (info.rtt() > 0) {
            out.append(out.isEmpty() ? "" : ", ").append("rtt ").append(Durations.of(micros(info.rtt()), glyphs));
        }
        return out.toString();
    }

    private static long micros(long count) {
        return count > Long.MAX_VALUE / MICRO ? Long.MAX_VALUE : count * MICRO;
    }

    private static long millis(long count) {
        return count > Long.MAX_VALUE / MILLI ? Long.MAX_VALUE : Math.max(0, count) * MILLI;
    }
}
