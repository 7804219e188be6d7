package dev.lifeline.view;

import dev.lifeline.model.Evidence;
import dev.lifeline.timeline.StageStatistics;

/// The figures of many connections, as sentences.
///
/// @param glyphs the signs that may be used
record StatisticsSentences(Glyphs glyphs) {

    String of(StageStatistics.Durations row) {
        String stage = row.lane().label() + "'s " + row.stage().label();
        String what = row.evidence() == Evidence.INFERRED
                ? "It is concluded, not measured, that the " + stage + " held a connection " + times(row.count()) + ", at least"
                : "The " + stage + " finished " + times(row.count());
        return what + (row.count() == 1 ? ", in " + time(row.max()) + "." : ": shortest " + time(row.min()) + ", median "
                + time(row.p50()) + ", 90 percent within " + time(row.p90()) + ", 99 percent within " + time(row.p99())
                + ", longest " + time(row.max()) + ".");
    }

    String of(StageStatistics.Failures row) {
        return "The " + row.lane().label() + "'s " + row.stage().label() + " failed " + times(row.count()) + " with "
                + row.code().name() + ": " + row.code().text() + ".";
    }

    private static String times(long count) {
        return count == 1 ? "once" : Details.grouped(count) + " times";
    }

    private String time(long nanos) {
        return Time.of(nanos, glyphs);
    }
}
