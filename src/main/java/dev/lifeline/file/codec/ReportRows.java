package dev.lifeline.file.codec;

import dev.lifeline.model.AppLag;
import dev.lifeline.model.FindingState;
import dev.lifeline.model.StageSummary;

/// Lines only for readers without the events: a replay counts and judges again.
public final class ReportRows {

    private static final long NONE = -1;
    private static final long NO_DIFFERENCE = Long.MIN_VALUE;

    /// The time by which a program knew of something later than the kernel, and of a connect three figures of its connection.
    ///
    /// @param handshake how long the kernel's handshake took in nanoseconds, for a connect of which that was seen; else -1
    /// @param connect how long the program's connect took in nanoseconds; -1 likewise
    public record Lag(AppLag lag, long handshake, long connect) {
    }

    /// The result of an expectation.
    ///
    /// @param number from 1
    /// @param id what the scenario calls it, or `null`
    /// @param expectation its kind: `stage`, `socket`
    /// @param state how it went
    /// @param expected what was to be there
    /// @param observed what was there
    public record Finding(int number, String id, String expectation, FindingState state, String expected, String observed) {
    }

    private static final CodecRow<StageSummary.Failed> FAILED = CodecRow.named("failures", "A code.",
            Field.word("code", EnumWords.CODES, null),
            Field.range("count", 1, Long.MAX_VALUE, "How often."))
            .of((failed, out) -> out.word(failed.code()).whole(failed.count()));

    public static final CodecRow<StageSummary> SUMMARY = CodecRow.named("summary",
            "The figures of one stage over many connections, "
            + "after the events. The durations are of those that finished, and left out where none did. A replay counts again "
            + "from the "
            + "events.",
            Field.word("lane", EnumWords.LANES, null),
            Field.word("stage", EnumWords.STAGES, null),
            Field.size("finished", "How many finished."),
            Field.size("minNanos", "The shortest, in nanoseconds.").optional(NONE),
            Field.size("p50Nanos", "The median, in nanoseconds.").optional(NONE),
            Field.size("p90Nanos", "Nine in ten took at most this long, in nanoseconds; left out where fewer than ten finished.").optional(NONE),
            Field.size("p99Nanos", "99 in a hundred took at most this long, in nanoseconds; left out where fewer than 100 finished.").optional(NONE),
            Field.size("maxNanos", "The longest, in nanoseconds.").optional(NONE),
            Field.objects("failures", FAILED, "How often it failed, by code.").optional())
            .of((summary, out) -> {
                        boolean some = summary.finished() > 0;
                        out.word(summary.lane()).word(summary.stage()).whole(summary.finished()).whole(some ? summary.min() : NONE)
                                .whole(some ? summary.p50() : NONE).whole(some ? summary.p90() : NONE)
                                .whole(some ? summary.p99() : NONE)
                                .whole(some ? summary.max() : NONE)
                                .objects(summary.failures().isEmpty() ? null : summary.failures());
                    });

    public static final CodecRow<Lag> LAG = CodecRow.named("lag",
            "How much later a program knew of something than the kernel, after "
            + "the events: the program's and the scheduler's time, not the network's. A replay finds it again from the events.",
            Field.word("stage", EnumWords.STAGES, null),
            Field.word("lane", EnumWords.LANES, "Whose program."),
            Field.count("connection", "Its number in that lane."),
            Field.word("packet", EnumWords.LAG_PACKETS, null),
            Field.whole("packetAtNanos", "When that packet was seen: nanoseconds since the origin."),
            Field.whole("callbackAtNanos", "When the program's call returned: nanoseconds since the origin."),
            Field.whole("lagNanos", "The one less the other; negative only within the uncertainty."),
            Field.size("heldNanos", "How much of the lag the program was held on purpose; left out where it was not.").optional(0),
            Field.size("uncertaintyNanos", "Of the packet's time."),
            Field.size("handshakeNanos", "Of a connect: how long the kernel's handshake took, from the SYN to the ACK of the "
                    + "SYN-ACK.")
                    .optional(NONE),
            Field.size("connectNanos", "Of a connect: how long the program's call took.").optional(NONE),
            Field.whole("differenceNanos", "connectNanos less handshakeNanos: what the call took beyond the handshake.")
                    .optional(NO_DIFFERENCE))
            .of((line, out) -> {
                        AppLag lag = line.lag();
                        boolean compared = line.handshake() >= 0 && line.connect() >= 0;
                        out.word(lag.stage()).word(lag.lane()).whole(lag.connection()).word(lag.packet()).whole(lag.packetAt())
                                .whole(lag.callbackAt()).whole(lag.lag()).whole(Math.max(0, lag.held())).whole(lag.uncertainty())
                                .whole(compared ? line.handshake() : NONE).whole(compared ? line.connect() : NONE)
                                .whole(compared ? line.connect() - line.handshake() : NO_DIFFERENCE);
                    });

    public static final CodecRow<Finding> FINDING = CodecRow.named("finding",
            "Whether an expectation of the scenario held, after the events.",
            Field.range("number", 1, Integer.MAX_VALUE, "Which, in the order of the file, from 1."),
            Field.text("expectationId", "What the scenario calls it; left out where it has no name.").optional(),
            Field.text("expectation", "What is looked at: the word after see."),
            Field.word("state", EnumWords.FINDING_STATES, null),
            Field.text("expected", "What was to be there."),
            Field.text("observed", "What was there, or what was missing."))
            .of((finding, out) -> out.whole(finding.number()).text(finding.id()).text(finding.expectation()).word(finding.state())
                            .text(finding.expected()).text(finding.observed()));

    private ReportRows() {
    }
}
