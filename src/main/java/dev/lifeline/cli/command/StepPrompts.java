package dev.lifeline.cli.command;

import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.option.PersonFolders;
import dev.lifeline.cli.report.TraceSinks;
import dev.lifeline.export.Exporters;
import dev.lifeline.step.CommandParser;
import dev.lifeline.step.CommandWord;
import dev.lifeline.step.FaultParser;
import dev.lifeline.step.Pane;
import dev.lifeline.step.Completion;
import dev.lifeline.step.PlayNames;
import dev.lifeline.step.card.HelpCard;
import dev.lifeline.step.face.Face;
import dev.lifeline.step.live.EditorPrompt;
import dev.lifeline.step.live.LinePrompt;
import dev.lifeline.step.live.Prompt;
import dev.lifeline.terminal.FileNames;
import dev.lifeline.terminal.LineEditor;
import dev.lifeline.terminal.TypedLine;
import dev.lifeline.text.Quoted;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/// Finds out where commands come from: a script, a terminal that can be edited on, or plain lines of standard input.
final class StepPrompts {

    private StepPrompts() {
    }

    /// Opens it. A line editor is loaded only where a person sits at both ends of a terminal that knows control sequences.
    ///
    /// @param script or `null`
    /// @param json whether lines for programs are written
    /// @param interrupted called on Ctrl-C while no line is edited
    /// @param names that the scenario has given, for completion
    /// @throws UsageException when the script cannot be read
    static Prompt open(Path script, boolean json, Io io, Runnable interrupted, Supplier<PlayNames> names) throws UsageException {
        if (script != null) {
            try {
                return new LinePrompt(Files.newInputStream(script));
            } catch (IOException e) {
                throw new UsageException("--script " + Quoted.typed(script.toString()) + " cannot be read: " + TraceSinks.reason(e));
            }
        }
        boolean person = isPerson(null, json, io);
        if (!person || io.dumb()) {
            return person ? new LinePrompt(io.in(), io.out()) : new LinePrompt(io.in());
        }
        return new Late(io, interrupted, names);
    }

    /// Tells whether somebody types at a terminal.
    static boolean isPerson(Path script, boolean json, Io io) {
        return script == null && io.terminal().in() && io.terminal().out() && !json;
    }

    /// A prompt that is opened when it is first asked for a line: the first card is read meanwhile.
    private static final class Late implements Prompt {
        private final Io io;
        private final Runnable interrupted;
        private final Supplier<PlayNames> names;
        private Prompt prompt;
        private Runnable resized;
        private Runnable given;

        Late(Io io, Runnable interrupted, Supplier<PlayNames> names) {
            this.io = io;
            this.names = names;
            this.interrupted = interrupted;
        }

        @Override
        public TypedLine read(String sign) throws IOException {
            open();
            return prompt.read(sign);
        }

        @Override
        public void open() {
            if (prompt == null) {
                prompt = make();
                if (resized != null) {
                    prompt.onResize(resized);
                }
                if (given != null) {
                    prompt.onLine(given);
                }
            }
        }

        @Override
        public void onResize(Runnable painter) {
            resized = painter;
            if (prompt != null) {
                prompt.onResize(painter);
            }
        }

        @Override
        public void onLine(Runnable heard) {
            given = heard;
            if (prompt != null) {
                prompt.onLine(heard);
            }
        }

        private Prompt make() {
            try {
                return new EditorPrompt(LineEditor.open(line -> words(line, names), history(), interrupted));
            } catch (IOException | LinkageError e) {
                io.complain("step", "this terminal cannot be edited on, so lines are read as they come");
                return new LinePrompt(io.in(), io.out());
            }
        }

        /// Where lines are kept; `null` where there is no folder for it.
        private Path history() {
            File state = PersonFolders.state(io.environment());
            return state == null || !state.isDirectory() && !state.mkdirs() ? null : new File(state, "step-history").toPath();
        }

        @Override
        public boolean isPerson() {
            return true;
        }

        @Override
        public int columns() {
            return prompt == null ? 0 : prompt.columns();
        }

        @Override
        public int rows() {
            return prompt == null ? 0 : prompt.rows();
        }

        @Override
        public void close() throws IOException {
            if (prompt != null) {
                prompt.close();
            }
        }
    }

    static List<String> words(List<String> line, Supplier<PlayNames> names) {
        if (line.size() <= 1) {
            return CommandParser.words();
        }
        CommandWord word = CommandParser.find(line.getFirst());
        return word == null ? List.of() : switch (word) {
            case BREAK, UNTIL, WATCH -> Completion.of(word, line, names.get());
            case SHUTDOWN, CLOSE, RESET -> List.of("on");
            case FAULT -> line.size() <= 2 ? FaultParser.ACTS : line.get(1).equals("list") || line.size() > 3 ? List.of("on") : FaultParser.words();
            case INSPECT -> Pane.words();
            case HELP -> HelpCard.topics();
            case FACE -> Face.words();
            case EXPORT -> line.size() == 2 ? Exporters.formats() : FileNames.of(line.getLast());
            case NOTEBOOK, SAVE -> FileNames.of(line.getLast());
            case NEXT, STEP, CONTINUE, BACK, FORWARD, GOTO, LIVE, RUN, RERUN, DELETE, INFO, WHY, WHERE, PREDICT, SUMMARY, DIFF, SEND, NOTE, QUIT -> List.of();
        };
    }
}
