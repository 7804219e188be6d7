package dev.lifeline.analysis.packet;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent.ClockStepped;
import dev.lifeline.model.event.KernelEvent.EvidenceLost;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import dev.lifeline.model.event.RunEvent.EventsDropped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Counts of the packets of a trace: seen, sent again, probes, resets; with the times of closed windows, and how many are
/// known to be missing.
public final class PacketTotals {

    private static final String SOURCE = "packet";
    private static final int LANES = Lane.values().length;

    private final int[] segments = new int[LANES];
    private final int[] again = new int[LANES];
    private final boolean[] reset = new boolean[LANES];
    private final int[] probes = new int[LANES];
    private final int[] keepAlives = new int[LANES];
    private boolean refused;
    private boolean itself;
    /// Of each connection, as its client sees it: attempts of a race have their own.
    private final Map<FourTuple, WindowTimes> windows = new LinkedHashMap<>();
    /// The same; of connections that had the same ends one after the other the last.
    private final Map<FourTuple, Numbers> numbers = new HashMap<>();
    private final Set<Integer> notWhole = new HashSet<>();
    private long notKept;
    private long lost;
    private boolean lostSome;
    private boolean network;
    private boolean dropped;

    /// Facts that follow from the sequence numbers of one connection.
    private record Numbers(Challenges challenges, SpeechOrder speech) {
    }

    /// Says if packets were captured, none is known to be missing, and the clock of their times was not set meanwhile.
    public static boolean areWhole(TraceIndex index) {
        boolean all = index.header().available(SOURCE) && index.packets().complete();
        for (TraceEvent event : index.run()) {
            all &= !(event.body() instanceof EventsDropped);
        }
        for (int i = 0; all && i < index.kernel().size(); i++) {
            all = !(index.kernel().get(i).body() instanceof ClockStepped);
        }
        return all;
    }

    /// Counts.
    ///
    /// @param kernel what the kernel and the wire said, by time
    /// @param run what was said of the run as a whole
    public PacketTotals(List<TraceEvent> kernel, List<TraceEvent> run) {
        for (TraceEvent event : run) {
            dropped |= event.body() instanceof EventsDropped;
        }
        for (TraceEvent event : kernel) {
            if (event.body() instanceof SegmentSeen segment) {
                add(event.at(), segment);
            } else if (event.body() instanceof EvidenceLost missing && missing.source().equals(SOURCE)) {
                add(event.connection(), missing.count());
            }
        }
    }

    private void add(int connection, long count) {
        if (count < 0) {
            lostSome = true;
        } else if (connection > 0) {
            notKept += count;
            notWhole.add(connection);
        } else {
            lost += count;
        }
    }

    private void add(long at, SegmentSeen segment) {
        int from = segment.from().ordinal();
        segments[from]++;
        network |= !"lo".equals(segment.packet().device());
        FourTuple tuple = segment.from() == Lane.CLIENT ? segment.flow() : segment.flow().reversed();
        WindowTimes times = windows.get(tuple);
        if (times == null) {
            times = new WindowTimes();
            windows.put(tuple, times);
        }
        // A RST before any data, FIN or bare ACK of its connection answers the SYN: nothing was there to be reset.
        boolean answersSyn = segment.from() == Lane.SERVER && !times.answered();
        Numbers its = numbers(tuple, segment);
        boolean older = its.challenges().saw(segment);
        reset[from] |= segment.has(TcpFlags.RST) && !answersSyn && !older;
        refused |= segment.has(TcpFlags.RST) && answersSyn;
        itself |= segment.flow().withItself();
        its.speech().saw(segment);
        boolean asked = times.asksWindow(segment);
        if (times.saw(at, segment)) {
            probes[from]++;
            keepAlives[from] += asked ? 0 : 1;
        } else if (segment.again()) {
            again[from]++;
        }
    }

    /// A new SYN begins another connection of the same ends.
    private Numbers numbers(FourTuple tuple, SegmentSeen segment) {
        FourTuple key = PacketFlows.key(tuple);
        Numbers its = numbers.get(key);
        if (its == null || segment.from() == Lane.CLIENT && segment.has(TcpFlags.SYN) && !segment.again()) {
            its = new Numbers(new Challenges(), new SpeechOrder());
            numbers.put(key, its);
        }
        return its;
    }

    /// Tells how many packets one side sent.
    public int segments(Lane from) {
        return segments[from.ordinal()];
    }

    /// Tells how many of them were sent again, probes not counted.
    public int again(Lane from) {
        return again[from.ordinal()];
    }

    /// Tells how many of them only asked for a sign of life.
    public int probes(Lane from) {
        return probes[from.ordinal()];
    }

    /// Tells how many of those asked a peer whose window was open: keep-alive probes (RFC 9293 section 3.8.4).
    public int keepAlives(Lane from) {
        return keepAlives[from.ordinal()];
    }

    /// Says if a SYN was answered by a reset.
    public boolean refused() {
        return refused;
    }

    /// Says if a connection's two ends are one socket, so that its packets have one sender.
    public boolean itself() {
        return itself;
    }

    /// Says if both sides of a connection sent data, and the server all of its before any of the client's had arrived: that is no answer.
    /// Where packets of it may be missing, or the recorder had no room for all, it is not said.
    ///
    /// @param connection its number, as the kernel's lane counts
    /// @param tuple as the client sees it, or `null`
    public boolean spokeFirst(int connection, FourTuple tuple) {
        Numbers its = tuple == null ? null : numbers.get(PacketFlows.key(tuple));
        return its != null && its.speech().serverFirst() && !dropped && lost == 0 && !lostSome && !notWhole.contains(connection);
    }

    /// Says if one of them was a reset of a connection; one that refuses a SYN is none.
    public boolean reset(Lane from) {
        return reset[from.ordinal()];
    }

    /// Tells how long the windows of each connection were closed, in the order in which their first packets were seen.
    public Collection<WindowTimes> windows() {
        return windows.values();
    }

    /// Packets of known connections that were counted and not kept.
    public long notKept() {
        return notKept;
    }

    /// Packets that the capture missed, of whatever connection; at least as many where it [lost some][#lostSome].
    public long lost() {
        return lost;
    }

    /// Says if the capture missed packets without knowing how many.
    public boolean lostSome() {
        return lostSome;
    }

    /// Says if nothing is known to be missing.
    public boolean complete() {
        return notKept == 0 && lost == 0 && !lostSome;
    }

    /// Says if a packet was not on loopback: then a copy that the peer sent may have got lost before it came here.
    public boolean network() {
        return network;
    }
}
