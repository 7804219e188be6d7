package dev.lifeline.export;

import dev.lifeline.analysis.Hold;
import dev.lifeline.analysis.Span;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.text.Glyphs;
import dev.lifeline.wording.HoldWords;
import dev.lifeline.wording.StageWords;

/// Something that a person wants to read beside a packet. Its words are made when they are written, and not kept.
sealed interface Note {

    /// The time, in nanoseconds since the origin.
    long at();

    /// The lane.
    Lane lane();

    /// The attempt of the connection race, from 1; 0 for none.
    int attempt();

    /// The words, without lane and distance.
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
            return StageWords.began(span);
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
            return StageWords.ended(span);
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
            return (on ? HoldWords.released(hold, Glyphs.UNICODE) : HoldWords.of(hold, Glyphs.UNICODE)).phrase();
        }
    }

    /// A program did something at one moment.
    ///
    /// @param words a phrase
    record Did(TraceEvent event, String words) implements Note {

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
    }
}
