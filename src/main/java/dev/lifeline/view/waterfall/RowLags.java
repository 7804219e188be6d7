package dev.lifeline.view.waterfall;

import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.AppLag;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.text.Glyphs;
import dev.lifeline.wording.LagWords;
import java.util.HashMap;
import java.util.Map;

/// Lags of programs by their stages: how much later than the kernel each knew.
final class RowLags {

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
        return LagWords.mark(lag, glyphs);
    }

    private static long key(Lane lane, Stage stage, int connection) {
        return ((long) connection * STAGES + stage.ordinal()) * LANES + lane.ordinal();
    }
}
