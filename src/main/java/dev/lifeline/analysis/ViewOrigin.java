package dev.lifeline.analysis;

import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.text.Durations;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Glyphs;

/// From where the times of a view are counted. A server may have waited for hours before its one client came: the
/// figures and bars of that connection begin with the connection itself. What the trace has recorded stays as it is.
public final class ViewOrigin {

    private ViewOrigin() {
    }

    /// When the one connection of a server's trace began, in nanoseconds since the origin; 0 for every other trace.
    public static long of(Trace trace, Timeline timeline) {
        if (trace.header().mode() != Mode.SERVER) {
            return 0;
        }
        int only = 0;
        long began = 0;
        for (TraceEvent event : trace.events()) {
            if (event.connection() > 0) {
                began = only == 0 ? event.at() : began;
                if (only > 0 && event.connection() != only) {
                    return 0;
                }
                only = event.connection();
            }
        }
        for (Span span : timeline.spans()) {
            // A call of accept begins before its connection has a number.
            began = span.connection() > 0 && span.ran() ? Math.min(began, span.start()) : began;
        }
        return began;
    }

    /// The words for it: `10.9 s after the server started`.
    public static String words(long began, Glyphs glyphs) {
        return FittedText.together(Durations.of(began, glyphs)) + " after the server started";
    }
}
