package dev.lifeline.view.waterfall;

import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.AppLag;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.text.Durations;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Glyphs;
import java.util.HashMap;
import java.util.Map;

/// How much later than the kernel the program of each stage knew.
public final class RowLags {

    private static final int STAGES = Stage.values().length;
    private static final int LANES = Lane.values().length;

    private final Glyphs glyphs;
    private final Map<Long, AppLag> lags = new HashMap<>();

    RowLags(TraceIndex index, Glyphs glyphs) {
        this.glyphs = glyphs;
        for (AppLag lag : index.timeline().lags()) {
            lags.put(key(lag.lane(), lag.stage(), lag.connection()), lag);
        }
    }

    /// The words for a stage; empty where its lag was not measured.
    String of(Span span) {
        AppLag lag = lags.get(key(span.lane(), span.stage(), span.connection()));
        if (lag == null || lag.callbackAt() < span.start() || lag.callbackAt() > span.end()) {
            return "";
        }
        return FittedText.together("app lag " + text(lag, glyphs)) + held(lag, glyphs);
    }

    /// A lag as exact as it is known: `84 µs`, `3 µs, give or take 1 µs`, `under 200 ns`.
    public static String text(AppLag lag, Glyphs glyphs) {
        if (lag.lag() <= lag.uncertainty()) {
            return "under " + time(Math.max(1, lag.uncertainty()), glyphs);
        }
        String figure = time(lag.lag(), glyphs);
        return lag.lag() / 10 >= lag.uncertainty() ? figure : figure + ", give or take " + time(lag.uncertainty(), glyphs);
    }

    /// How much of a lag was a hold on purpose; empty where none was.
    public static String held(AppLag lag, Glyphs glyphs) {
        return lag.held() > 0 ? ", " + FittedText.together(Durations.of(lag.held(), glyphs) + " of it held") : "";
    }

    private static String time(long nanos, Glyphs glyphs) {
        return FittedText.together(Durations.of(nanos, glyphs));
    }

    private static long key(Lane lane, Stage stage, int connection) {
        return ((long) connection * STAGES + stage.ordinal()) * LANES + lane.ordinal();
    }
}
