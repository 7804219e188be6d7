package dev.lifeline.analysis.packet;

import dev.lifeline.model.Lane;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import java.util.Arrays;

/// Times for which each end of one connection kept its window closed, as far as its packets say: until one opens it, a reset ends
/// the connection, or no packet comes any more. Times are nanoseconds since the origin.
public final class WindowTimes {

    private final Windows windows = new Windows();
    private final long[] since = new long[Lane.values().length];
    private final long[] closed = new long[Lane.values().length];
    private final boolean[] ever = new boolean[Lane.values().length];
    private boolean reset;
    private boolean answered;
    private long last;

    WindowTimes() {
        Arrays.fill(since, -1);
    }

    /// Takes the next packet.
    ///
    /// @return whether it was a probe
    boolean saw(long at, SegmentSeen segment) {
        boolean probes = windows.probes(segment);
        windows.saw(segment);
        answered |= segment.from() == Lane.SERVER && !segment.has(TcpFlags.RST);
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

    /// Says if the server sent anything but a reset.
    boolean answered() {
        return answered;
    }

    /// Says if this packet, which was not taken yet, comes to an end whose window is closed.
    boolean asksWindow(SegmentSeen segment) {
        return windows.closed(Windows.other(segment.from()));
    }

    /// Says if this end ever closed its window.
    public boolean ever(Lane end) {
        return ever[end.ordinal()];
    }

    /// For how many nanoseconds its window was closed, up to the last packet or the reset.
    public long closedFor(Lane end) {
        int i = end.ordinal();
        return closed[i] + (since[i] < 0 ? 0 : last - since[i]);
    }

    /// Says if its window was still closed in the end.
    public boolean stayedClosed(Lane end) {
        return since[end.ordinal()] >= 0;
    }

    /// Says if a reset ended the connection.
    public boolean reset() {
        return reset;
    }
}
