package dev.lifeline.wording;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.packet.WindowTimes;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent.EvidenceLost;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Glyphs;
import java.util.LinkedHashMap;
import java.util.Map;

/// The packets of a trace on one line: how many, which were sent again, who probed, whose window was closed, who reset.
///
/// It speaks of the packets that were kept. Where others are missing it says how many, and claims nothing about all.
public final class PacketSummary {

    private static final String SOURCE = "packet";

    private final int[] segments = new int[Lane.values().length];
    private final int[] again = new int[Lane.values().length];
    private final boolean[] reset = new boolean[Lane.values().length];
    private final int[] probes = new int[Lane.values().length];
    /// Of each connection, as its client sees it: attempts of a race have their own.
    private final Map<FourTuple, WindowTimes> windows = new LinkedHashMap<>();
    /// Packets of this connection that were counted and not kept.
    private long notKept;
    /// Packets that the capture missed, of whatever connection.
    private long lost;
    private boolean lostSome;
    /// Whether a packet was not on loopback: then a copy that the peer sent may have got lost before it came here.
    private boolean network;

    /// The line; empty where no packet was seen and none is known to be missing.
    public static String of(TraceIndex index, Glyphs glyphs) {
        PacketSummary summary = new PacketSummary();
        for (TraceEvent mark : index.timeline().marks()) {
            if (mark.body() instanceof SegmentSeen segment) {
                summary.add(mark.at(), segment);
            } else if (mark.body() instanceof EvidenceLost missing && missing.source().equals(SOURCE)) {
                summary.add(mark.connection(), missing.count());
            }
        }
        return summary.words(glyphs);
    }

    private void add(int connection, long count) {
        if (count < 0) {
            lostSome = true;
        } else if (connection > 0) {
            notKept += count;
        } else {
            lost += count;
        }
    }

    private void add(long at, SegmentSeen segment) {
        int from = segment.from().ordinal();
        segments[from]++;
        network |= !"lo".equals(segment.packet().device());
        reset[from] |= segment.has(TcpFlags.RST);
        FourTuple tuple = segment.from() == Lane.CLIENT ? segment.flow() : segment.flow().reversed();
        WindowTimes times = windows.get(tuple);
        if (times == null) {
            times = new WindowTimes();
            windows.put(tuple, times);
        }
        if (times.saw(at, segment)) {
            probes[from]++;
        } else if (segment.again()) {
            again[from]++;
        }
    }

    private String words(Glyphs glyphs) {
        int client = Lane.CLIENT.ordinal();
        int server = Lane.SERVER.ordinal();
        boolean any = segments[client] + segments[server] > 0;
        boolean all = notKept == 0 && lost == 0 && !lostSome;
        if (!any && all) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        words.append(!any ? "none" : Counted.grouped(segments[client]) + " from the client, " + Counted.grouped(segments[server])
                + " from the server").append(all ? "" : " seen");
        missing(words);
        if (any && again[client] + again[server] == 0) {
            words.append(all && !network ? "; none sent again" : "; none seen twice");
        }
        for (Lane from : new Lane[] {Lane.CLIENT, Lane.SERVER}) {
            int i = from.ordinal();
            if (again[i] + probes[i] > 0) {
                words.append("; the ").append(from.label()).append(" sent ")
                        .append(again[i] == 0 ? "" : Counted.grouped(again[i]) + " again")
                        .append(again[i] == 0 || probes[i] == 0 ? "" : " and ")
                        .append(probes[i] == 0 ? "" : Counted.of(probes[i], "probe"));
            }
            for (WindowTimes times : windows.values()) {
                if (times.ever(from)) {
                    // Where packets are missing it may have opened and closed between.
                    words.append("; the ").append(from.label()).append("'s window was ")
                            .append(all ? "0 " + times.words(from, glyphs) : "seen at 0");
                }
            }
            if (reset[i]) {
                words.append("; reset by the ").append(from.label());
            }
        }
        return words.toString();
    }

    private void missing(StringBuilder words) {
        if (notKept > 0) {
            words.append("; ").append(Counted.grouped(notKept)).append(" more not kept");
        }
        if (lost > 0) {
            words.append("; the capture lost ").append(lostSome ? "at least " : "").append(Counted.grouped(lost));
        } else if (lostSome) {
            words.append("; the capture lost some");
        }
    }
}
