package dev.lifeline.model;

import java.util.Objects;

/// The conclusion from a trace. It is a pure function of the trace (package `diagnosis`).
///
/// @param result how it ended
/// @param stage where, or `null` when all went well
/// @param lane who saw it, or `null` when all went well
/// @param code what went wrong, or `null` when all went well or nothing but the text was unexpected
/// @param operation the call that reported it, or `null`
/// @param local the local end, or `null` where it is not known
/// @param remote the remote end, or `null` where there is none
/// @param happened one or two sentences: what happened
/// @param proved what the events prove
/// @param notProved what they do not prove
/// @param next the next command to run, or `null` where nothing needs to be done
/// @param news of `proved` what nobody expects of a connection that went well; of one that did not all of it
public record Verdict(Result result, Stage stage, Lane lane, ErrorCode code, Operation operation, Endpoint local, Endpoint remote,
                      String happened, String proved, String notProved, String next, String news) {

    /// A verdict whose news follow from its result: of what went well there are none.
    public Verdict(Result result, Stage stage, Lane lane, ErrorCode code, Operation operation, Endpoint local, Endpoint remote,
                   String happened, String proved, String notProved, String next) {
        this(result, stage, lane, code, operation, local, remote, happened, proved, notProved, next,
                result == Result.COMPLETED ? "" : proved);
    }

    /// The ways in which a trace ends.
    public enum Result implements Labelled {
        /// Every stage that was asked for completed.
        COMPLETED("completed"),
        /// A stage failed.
        FAILED("failed"),
        /// An expectation did not hold: the stages completed, or the time for what was expected was over.
        UNEXPECTED("unexpected"),
        /// The person or the system ended the run.
        INTERRUPTED("interrupted"),
        /// The recording breaks off.
        INCOMPLETE("incomplete");

        private final String label;

        Result(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    public Verdict {
        Objects.requireNonNull(result, "result");
        Objects.requireNonNull(happened, "happened");
        Objects.requireNonNull(proved, "proved");
        Objects.requireNonNull(notProved, "notProved");
        Objects.requireNonNull(news, "news");
    }
}
