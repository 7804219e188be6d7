package dev.lifeline.step;

import dev.lifeline.model.Lane;
import dev.lifeline.model.walk.FaultKind;
import dev.lifeline.step.face.Face;

/// A line of the prompt, understood.
public sealed interface Command {

    /// The word that stands for it.
    CommandWord word();

    /// A command that is one word: `next`, `step`, `continue`, `back`, `forward`, `live`, `rerun`, `info`, `summary`, `quit`.
    record Plain(CommandWord word) implements Command {
    }

    /// Runs until someone stands before a stage, or the play before a step.
    record Until(StopCause place) implements Command {
        @Override
        public CommandWord word() {
            return CommandWord.UNTIL;
        }
    }

    /// Moves the cursor to a stop.
    ///
    /// @param stop its number, from 1
    record GoTo(int stop) implements Command {
        @Override
        public CommandWord word() {
            return CommandWord.GOTO;
        }
    }

    /// Looks at another run of the walk.
    ///
    /// @param number from 1
    record Run(int number) implements Command {
        @Override
        public CommandWord word() {
            return CommandWord.RUN;
        }
    }

    /// Sets a breakpoint.
    record Break(StopCause place) implements Command {
        @Override
        public CommandWord word() {
            return CommandWord.BREAK;
        }
    }

    /// Watches a value of the kernel.
    record Watching(Watch watch) implements Command {
        @Override
        public CommandWord word() {
            return CommandWord.WATCH;
        }
    }

    /// Takes breakpoints away.
    ///
    /// @param number its number, from 1; 0 for all
    record Delete(int number) implements Command {
        @Override
        public CommandWord word() {
            return CommandWord.DELETE;
        }
    }

    /// Looks into the kernel.
    record Inspect(Pane pane) implements Command {
        @Override
        public CommandWord word() {
            return CommandWord.INSPECT;
        }
    }

    /// Asks for an explanation of the stop.
    ///
    /// @param depth 1 to 3
    record Why(int depth) implements Command {
        @Override
        public CommandWord word() {
            return CommandWord.WHY;
        }
    }

    /// Asks for the evidence behind a line of the last card.
    ///
    /// @param figure its number, from 1
    record Where(int figure) implements Command {
        @Override
        public CommandWord word() {
            return CommandWord.WHERE;
        }
    }

    /// Has a program do something by hand: `send`, `shutdown`, `close`, `reset`.
    ///
    /// @param text with escapes, to send; empty elsewhere
    /// @param who a side or an actor; empty for the client
    record Hand(CommandWord word, String text, String who) implements Command {
    }

    /// Lists, adds or takes away faults.
    ///
    /// @param kind `null` for all of them, or where a number says which
    /// @param time nanoseconds; 0 where it takes none
    /// @param jitter by which a single time may differ from that, in nanoseconds
    /// @param bytes 0 where it takes none
    /// @param lane the side that is to have it; `null` where that was not said
    /// @param number of the fault to take away; 0 where a word says which
    record Fault(Act act, FaultKind kind, long time, long jitter, long bytes, Lane lane, int number) implements Command {

        /// The word behind `fault`.
        public enum Act {
            LIST, ADD, CLEAR
        }

        @Override
        public CommandWord word() {
            return CommandWord.FAULT;
        }
    }

    /// Answers a question of the stop, or asks for it.
    ///
    /// @param answer as it was typed; empty to be asked
    record Predict(String answer) implements Command {
        @Override
        public CommandWord word() {
            return CommandWord.PREDICT;
        }
    }

    /// Compares two runs.
    ///
    /// @param one its number; 0 for the run before the last
    /// @param other its number; 0 for the last run
    record Diff(int one, int other) implements Command {
        @Override
        public CommandWord word() {
            return CommandWord.DIFF;
        }
    }

    /// Wishes for another face.
    record Show(Face face) implements Command {
        @Override
        public CommandWord word() {
            return CommandWord.FACE;
        }
    }

    /// Asks for help.
    ///
    /// @param topic a command or a term; empty for the list
    record Help(String topic) implements Command {
        @Override
        public CommandWord word() {
            return CommandWord.HELP;
        }
    }

    /// Adds a note to the stop.
    record Note(String text) implements Command {
        @Override
        public CommandWord word() {
            return CommandWord.NOTE;
        }
    }

    /// Shows the session as a page.
    ///
    /// @param file to save it in; empty to show it
    record Notebook(String file) implements Command {
        @Override
        public CommandWord word() {
            return CommandWord.NOTEBOOK;
        }
    }

    /// Writes the recording in the format of another tool.
    record Export(String format, String file) implements Command {
        @Override
        public CommandWord word() {
            return CommandWord.EXPORT;
        }
    }

    /// Saves the recording.
    record Save(String file) implements Command {
        @Override
        public CommandWord word() {
            return CommandWord.SAVE;
        }
    }
}
