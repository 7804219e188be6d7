package dev.lifeline.analysis.packet;

import dev.lifeline.model.Lane;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import dev.lifeline.text.Durations;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Glyphs;
import java.util.Arrays;

/// How long each end of one connection kept its window closed, as far as its packets say: until one opens it, a reset ends the
/// connection, or no packet comes any more. Times are nanoseconds since the origin.
public final class WindowTimes {

    private final Windows windows = new Windows();
    private final long[] since = new long[Lane.values().length];
    private final long[] closed = new long[Lane.values().length];
    private final boolean[] ever = new boolean[Lane.values().length];
    private boolean reset;
    private long last;

    public WindowTimes() {
        Arrays.fill(since, -1);
    }

    /// Takes the next packet.
    ///
    /// @return whether it was a probe
    public boolean saw(long at, SegmentSeen segment) {
        boolean probes = windows.probes(segment);
        windows.saw(segment);
        if (!reset && segment.has(TcpFlags.RST)) {
            reset = true;
            last = at;
        }
        if (reset) {
            return probes;
        }
        last = at;
        int from = segment.from().ordinal();
        if (windows.closed(segment.from())) {
            ever[from] = true;
            since[from] = since[from] < 0 ? at : since[from];
        } else if (since[from] >= 0) {
            closed[from] += at - since[from];
            since[from] = -1;
        }
        return probes;
    }

    /// Whether this end ever closed its window.
    public boolean ever(Lane end) {
        return ever[end.ordinal()];
    }

    /// How long and until when its window was closed: `for 1.2 s`, `for 10.7 ms, until the reset`, `in the last packet`.
    public String words(Lane end, Glyphs glyphs) {
        int i = end.ordinal();
        long open = since[i] < 0 ? 0 : last - since[i];
        if (since[i] >= 0 && closed[i] + open == 0) {
            return "in the last packet";
        }
        return "for " + FittedText.together(Durations.of(closed[i] + open, glyphs))
                + (since[i] < 0 ? "" : reset ? ", until the reset" : ", until the last packet");
    }
}
