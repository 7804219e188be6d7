package dev.lifeline.view;

import dev.lifeline.model.Lane;
import dev.lifeline.model.PacketEvent.SegmentSeen;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.timeline.Timeline;
import java.util.Arrays;

/// The packets of a trace on one line: how many, which were sent again, whose window was closed, who reset.
final class WireSummary {

    private final int[] segments = new int[Lane.values().length];
    private final int[] again = new int[Lane.values().length];
    private final boolean[] reset = new boolean[Lane.values().length];
    private final long[] closedAt = new long[Lane.values().length];
    private final long[] closedFor = new long[Lane.values().length];
    private final boolean[] closed = new boolean[Lane.values().length];

    private WireSummary() {
        Arrays.fill(closedAt, -1);
    }

    /// The line; empty where no packet was seen.
    static String of(Timeline timeline, Glyphs glyphs) {
        WireSummary summary = new WireSummary();
        for (TraceEvent mark : timeline.marks()) {
            if (mark.body() instanceof SegmentSeen segment) {
                summary.add(mark.at(), segment);
            }
        }
        return summary.words(timeline.wall(), glyphs);
    }

    private void add(long at, SegmentSeen segment) {
        int from = segment.from().ordinal();
        segments[from]++;
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
        if (segments[client] + segments[server] == 0) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        words.append(Details.grouped(segments[client])).append(" from the client, ").append(Details.grouped(segments[server]))
                .append(" from the server");
        if (again[client] + again[server] == 0) {
            words.append("; none sent again");
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
}
