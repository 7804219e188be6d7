package dev.lifeline.export;

import dev.lifeline.analysis.Hold;
import dev.lifeline.analysis.Span;
import dev.lifeline.model.Failure;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.text.Durations;
import dev.lifeline.wording.ObservedWords;

/// Something that a person wants to read beside a packet. Its words are made when they are written, and not kept.
sealed interface Note {

    /// When, in nanoseconds since the origin.
    long at();

    /// Whose.
    Lane lane();

    /// Which attempt of the connection race, from 1; 0 for none.
    int attempt();

    /// What happened, without lane and distance.
    String words();

    /// About a stage.
    sealed interface OfStage extends Note {

        /// The stage on the time axis.
        Span span();

        @Override
        default Lane lane() {
            return span().lane();
        }

        @Override
        default int attempt() {
            return span().attempt();
        }
    }

    /// A stage began.
    record Began(Span span) implements OfStage {

        @Override
        public long at() {
            return span.start();
        }

        @Override
        public String words() {
            return span.stage().label() + " began at " + Durations.moment(span.start());
        }
    }

    /// A stage ended.
    record Ended(Span span) implements OfStage {

        @Override
        public long at() {
            return span.end();
        }

        @Override
        public String words() {
            return span.stage().label() + " " + how(span.state());
        }

        private String how(Span.State state) {
            String when = " at " + Durations.moment(span.end()) + " after " + Durations.span(span.took());
            return switch (state) {
                case Span.Done done -> "finished" + when + ": " + OutcomeWords.of(done.outcome());
                case Span.Failed failed -> "failed" + when + ": " + failure(failed.failure());
                case Span.Observed observed -> (observed.complete() ? "ended" : "had not ended") + when + ": "
                        + ObservedWords.of(observed, span.evidence());
                case Span.Concluded concluded -> "ended" + when + ": " + ObservedWords.concluded();
                case Span.Open open -> "was under way when the trace ended" + when;
                case Span.Skipped skipped -> "skipped: " + skipped.reason();
                case Span.NotReached no -> "not reached";
            };
        }

        private static String failure(Failure failure) {
            return failure.code() + ", " + failure.code().text() + " (" + failure.operation().label() + ")";
        }
    }

    /// A lane was held on purpose, or went on.
    ///
    /// @param on whether it went on
    record Held(Hold hold, boolean on) implements Note {

        @Override
        public long at() {
            return on ? hold.end() : hold.start();
        }

        @Override
        public Lane lane() {
            return hold.lane();
        }

        @Override
        public int attempt() {
            return 0;
        }

        @Override
        public String words() {
            return on ? "went on to " + hold.before().label() + " after a hold of " + Durations.span(hold.took())
                    : "held before " + hold.before().label() + ": " + hold.reason();
        }
    }

    /// A program did something at one moment, for which [EventWords] has words.
    record Did(TraceEvent event) implements Note {

        @Override
        public long at() {
            return event.at();
        }

        @Override
        public Lane lane() {
            return event.lane();
        }

        @Override
        public int attempt() {
            return event.attempt();
        }

        @Override
        public String words() {
            return EventWords.of(event.body());
        }
    }
}
