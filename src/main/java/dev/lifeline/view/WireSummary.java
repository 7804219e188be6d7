package dev.lifeline.view;

import dev.lifeline.model.KernelEvent.EvidenceLost;
import dev.lifeline.model.Lane;
import dev.lifeline.model.PacketEvent.SegmentSeen;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.timeline.Timeline;
import java.util.Arrays;

/// The packets of a trace on one line: how many, which were sent again, whose window was closed, who reset.
///
/// It speaks of the packets that were kept. Where others are missing it says how many, and claims nothing about all.
final class WireSummary {

    private static final String SOURCE = "packet";

    private final int[] segments = new int[Lane.values().length];
    private final int[] again = new int[Lane.values().length];
    private final boolean[] reset = new boolean[Lane.values().length];
    private final long[] closedAt = new long[Lane.values().length];
    private final long[] closedFor = new long[Lane.values().length];
    private final boolean[] closed = new boolean[Lane.values().length];
    /// Packets of this connection that were counted and not kept.
    private long notKept;
    /// Packets that the capture missed, of whatever connection.
    private long lost;
    private boolean lostSome;
    /// Whether a packet was not on loopback: then a copy that the peer sent may have got lost before it came here.
    private boolean network;

    private WireSummary() {
        Arrays.fill(closedAt, -1);
    }

    /// The line; empty where no packet was seen and none is known to be missing.
    static String of(Timeline timeline, Glyphs glyphs) {
        WireSummary summary = new WireSummary();
        for (TraceEvent mark : timeline.marks()) {
            if (mark.body() instanceof SegmentSeen segment) {
                summary.add(mark.at(), segment);
            } else if (mark.body() instanceof EvidenceLost missing && missing.source().equals(SOURCE)) {
                summary.add(mark.connection(), missing.count());
            }
        }
        return summary.words(timeline.wall(), glyphs);
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
        if (segment.again()) {
            again[from]++;
        }
        if (segment.has(TcpFlags.RST)) {
            // The window of a reset means nothing.
            reset[from] = true;
        } else if (segment.window() == 0) {
            closed[from] = true;
            closedAt[from] = closedAt[from] < 0 ? at : closedAt[from];
        } else if (closedAt[from] >= 0) {
            closedFor[from] += at - closedAt[from];
            closedAt[from] = -1;
        }
    }

    private String words(long wall, Glyphs glyphs) {
        int client = Lane.CLIENT.ordinal();
        int server = Lane.SERVER.ordinal();
        boolean any = segments[client] + segments[server] > 0;
        boolean all = notKept == 0 && lost == 0 && !lostSome;
        if (!any && all) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        words.append(!any ? "none" : Details.grouped(segments[client]) + " from the client, " + Details.grouped(segments[server])
                + " from the server").append(all ? "" : " seen");
        missing(words);
        if (any && again[client] + again[server] == 0) {
            words.append(all && !network ? "; none sent again" : "; none seen twice");
        }
        for (Lane from : new Lane[] {Lane.CLIENT, Lane.SERVER}) {
            int i = from.ordinal();
            if (again[i] > 0) {
                words.append("; the ").append(from.label()).append(" sent ").append(Details.grouped(again[i])).append(" again");
            }
            if (closed[i]) {
                long open = closedFor[i] + (closedAt[i] < 0 ? 0 : wall - closedAt[i]);
                words.append("; the ").append(from.label()).append("'s window was 0 for ")
                        .append(Wrap.together(Time.of(open, glyphs)))
                        .append(closedAt[i] < 0 ? "" : ", until the end");
            }
            if (reset[i]) {
                words.append("; reset by the ").append(from.label());
            }
        }
        return words.toString();
    }
    private void missing(StringBuilder words) {
        if (notKept > 0) {
            words.append("; ").append(Details.grouped(notKept)).append(" more not kept");
        }
        if (lost > 0) {
            words.append("; the capture lost ").append(lostSome ? "at least " : "").append(Details.grouped(lost));
        } else if (lostSome) {
            words.append("; the capture lost some");
        }
    }
}
