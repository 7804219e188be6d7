package dev.lifeline.wording;

import dev.lifeline.model.KernelRoute;
import dev.lifeline.model.Lane;
import dev.lifeline.model.RouteType;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.TcpInfo;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.SynFacts;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import java.util.List;

/// What the kernel said, in words that `ip route` and `ss` use too. Safe to print.
public final class KernelWords {

    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;

    private KernelWords() {
    }

    /// How much each of the machine's counters rose in the end; empty where none did.
    public static String counters(List<KernelEvent.CounterRose> totals) {
        StringBuilder words = new StringBuilder();
        for (KernelEvent.CounterRose counter : totals) {
            words.append(words.isEmpty() ? "" : ", ")
                    .append(FittedText.together(Printable.ascii(counter.name()) + " +" + Counted.grouped(counter.by())));
        }
        return words.isEmpty() ? "" : words.append(" on this machine meanwhile").toString();
    }

    /// A route as `ip route get` writes it: `via 10.0.0.1 dev eth0 src 10.0.0.5`.
    ///
    /// @param known what has been told of it already and need not be told again, or `null`
    public static String route(KernelRoute route, Outcome.RouteChosen known) {
        StringBuilder words = new StringBuilder();
        if (route.type() != RouteType.UNICAST) {
            words.append(route.type().label());
        }
        add(words, "via ", route.gateway(), null);
        add(words, "dev ", route.device(), known == null ? null : known.device());
        add(words, "src ", route.source(), known == null ? null : known.source().address());
        if (route.mtu() > 0 && (known == null || known.mtu() != route.mtu())) {
            add(words, "mtu ", Integer.toString(route.mtu()), null);
        }
        return words.isEmpty() ? "on the link" : words.toString();
    }

    /// What comes before a route that is not the one that was asked for: `refused from 127.0.0.1; without it `; empty where it
    /// is.
    public static String refusedSource(KernelEvent.RouteAnswered answered) {
        return answered.refusedSource() == null ? "" : "refused from " + Printable.ascii(answered.refusedSource()) + "; without it ";
    }

    private static void add(StringBuilder words, String name, String value, String told) {
        if (value != null && !value.equals(told)) {
            words.append(words.isEmpty() ? "" : " ").append(name).append(Printable.ascii(value));
        }
    }

    /// The options of a SYN: `ttl 64, mss 65495, wscale 7, sack, timestamps`.
    public static String syn(SynFacts syn) {
        return "ttl " + syn.ttl() + (syn.mss() > 0 ? ", mss " + syn.mss() : ", no mss")
                + (syn.windowScale() < 0 ? ", no wscale" : ", wscale " + syn.windowScale())
                + (syn.sackPermitted() ? ", sack" : "") + (syn.timestamps() ? ", timestamps" : "");
    }

    /// The inode of a socket; of one that no program holds also why: `48211`, `0 (not accepted)`, `0 (no program)`.
    public static String inode(SocketSnapshot socket, Lane end) {
        if (socket.inode() != 0) {
            return Long.toString(socket.inode());
        }
        SocketState state = socket.state();
        boolean waits = end == Lane.SERVER && (state == SocketState.ESTABLISHED || state == SocketState.SYN_RECV
                || state == SocketState.NEW_SYN_RECV || state == SocketState.CLOSE_WAIT);
        return waits ? "0 (not accepted)" : "0 (no program)";
    }

    /// The timer that runs: `retransmit in 997 ms`, and where it expired before `retransmit #3 in 3.12 s`; `-` where none runs.
    public static String timer(SocketSnapshot socket, Glyphs glyphs) {
        if (socket.timer() == SocketTimer.NONE) {
            return "-";
        } else if (socket.timer() == SocketTimer.TIME_WAIT) {
            return socket.timer().label() + " in " + seconds(socket.expires());
        }
        return socket.timer().label() + (socket.retransmits() > 0 ? " #" + (socket.retransmits() + 1L) : "") + " in "
                + Durations.of(millis(socket.expires()), glyphs);
    }

    /// What waits in the queues of a connection, in words: `, 5 bytes unread`.
    public static String queues(SocketSnapshot socket) {
        return (socket.unread() > 0 ? ", " + Counted.of(socket.unread(), "byte") + " unread" : "")
                + (socket.unacknowledged() > 0 ? ", " + Counted.of(socket.unacknowledged(), "byte") + " unacknowledged" : "");
    }

    /// What it tried without success: `, 2 retransmits unanswered`; empty where nothing.
    public static String tries(SocketSnapshot socket) {
        if (socket.retransmits() == 0) {
            return "";
        }
        return ", " + (socket.timer() == SocketTimer.PROBE || socket.timer() == SocketTimer.KEEPALIVE
                ? Counted.of(socket.retransmits(), "probe") + " in vain"
                : Counted.of(socket.retransmits(), "retransmit") + " unanswered");
    }

    /// How long a socket stays in TIME_WAIT, in full seconds; empty where it is not there or its timer is not known.
    public static String timeWait(SocketSnapshot socket) {
        return socket.state() == SocketState.TIME_WAIT && socket.timer() == SocketTimer.TIME_WAIT
                ? seconds(socket.expires()) : "";
    }

    private static String seconds(long millis) {
        return (millis + 999) / 1_000 + " s";
    }

    /// The figures that matter at the end of a connection: `rtt 23 µs, 0 retransmits`.
    public static String figures(TcpInfo info, Glyphs glyphs) {
        String rtt = info.rtt() > 0 ? FittedText.together("rtt " + Durations.of(micros(info.rtt()), glyphs)) : "";
        String again = info.totalRetransmits() < 0 ? "" : Counted.of(info.totalRetransmits(), "retransmit");
        return rtt + (rtt.isEmpty() || again.isEmpty() ? "" : ", ") + again;
    }

    /// The figures that the kernel tells as the last ones: `5 segments out, 4 in, none sent again, rtt 23 µs`.
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
