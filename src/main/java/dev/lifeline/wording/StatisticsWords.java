package dev.lifeline.wording;

import dev.lifeline.analysis.StageStatistics;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.Stage;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;

/// Figures of many connections in words.
///
/// @param glyphs the signs that may be used
public record StatisticsWords(Glyphs glyphs) {

    /// Writes how long a stage took.
    public String of(StageStatistics.Durations row) {
        String stage = row.lane().label() + "'s " + row.stage().label();
        String what = row.evidence() == Evidence.INFERRED
                ? "It is concluded, not measured, that the " + stage + " held a connection " + times(row.count()) + ", at least"
                : "The " + stage + (row.stage() == Stage.ACCEPT_QUEUE ? " was seen to hold a connection " : " finished ")
                + times(row.count())
                + (row.stage() == Stage.ACCEPT_QUEUE && row.evidence() == Evidence.KERNEL ? ", at least" : "");
        return what + figures(row);
    }

    /// Writes how much later than the packet the program knew.
    public String ofLag(StageStatistics.Durations row) {
        String call = row.stage() == Stage.FIRST_BYTE ? "first read" : row.stage().label();
        return "The application lag of the " + row.lane().label() + "'s " + call + " behind its packet was measured "
                + times(row.count()) + figures(row);
    }

    private String figures(StageStatistics.Durations row) {
        return (row.count() == 1 ? ", in " + time(row.max()) + "." : ": shortest " + time(row.min()) + ", median "
                + time(row.p50()) + within(90, row.p90()) + within(99, row.p99()) + ", longest " + time(row.max()) + ".");
    }

    private String within(int percent, long nanos) {
        return nanos == StageStatistics.TOO_FEW ? "" : ", " + percent + " percent within " + time(nanos);
    }

    /// Writes from when to when a wait in the accept queue was measured; nothing for another stage.
    public static String basis(StageStatistics.Durations row) {
        if (row.stage() != Stage.ACCEPT_QUEUE) {
            return "";
        }
        return switch (row.evidence()) {
            case INFERRED -> "inferred, and at least this long: connect had returned, accept had not been called";
            case KERNEL -> "at least this long: from the first look that found it there until accept returned";
            case PACKET, APPLICATION -> "from the handshake's last ACK until accept returned";
        };
    }

    /// Writes how often a stage failed with a code.
    public String of(StageStatistics.Failures row) {
        return "The " + row.lane().label() + "'s " + row.stage().label() + " failed " + times(row.count()) + " with "
                + FailureWords.code(row.code()) + ".";
    }

    private static String times(long count) {
        return count == 1 ? "once" : Counted.grouped(count) + " times";
    }

    private String time(long nanos) {
        return Durations.of(nanos, glyphs);
    }
}
