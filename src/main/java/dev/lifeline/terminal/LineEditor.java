package dev.lifeline.terminal;

import java.io.ByteArrayInputStream;
import java.io.IOError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jline.keymap.KeyMap;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.reader.Widget;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;

/// A prompt with history and completion on a real terminal: the one place that knows JLine. No other command loads it.
///
/// Threads: one reads; signals come on their own.
public final class LineEditor implements AutoCloseable {

    private static final int MOST_HISTORY = 500;
    private static final String RESIZED = "trace-resized";
    private static final int USUAL_COLUMNS = TerminalFacts.DEFAULT_COLUMNS;
    private static final int USUAL_ROWS = 24;

    /// A key that gives a command where nothing is typed, and does what it always does elsewhere.
    ///
    /// @param command the command; `null` for a key that is only bound, in both its forms: application keys are on (DECCKM)
    /// @param usual the widget that it has elsewhere; `null` for none
    /// @param keys its sequences
    private record Key(String command, String usual, List<String> keys) {
    }

    /// Arrows and page keys: those that page through slides walk on, and up and down are the history.
    private static final List<Key> KEYS = List.of(
            new Key("next", LineReader.FORWARD_CHAR, List.of("\033[C", "\033OC")),
            new Key("back", LineReader.BACKWARD_CHAR, List.of("\033[D", "\033OD")),
            new Key("next", null, List.of("\033[6~")),
            new Key("back", null, List.of("\033[5~")),
            new Key(null, LineReader.UP_LINE_OR_HISTORY, List.of("\033[A", "\033OA")),
            new Key(null, LineReader.DOWN_LINE_OR_HISTORY, List.of("\033[B", "\033OB")));

    private final Terminal terminal;
    private final LineReader reader;
    private final Attributes before;
    /// `null` where there is no process behind the terminal.
    private final TerminalSignals signals;
    /// The size of a terminal that does not know it, as of a serial line: JLine draws nothing there. `null` for others.
    private final Size unknownSize;

    /// Completes a line.
    public interface Completions {

        /// The words that may stand where the last of these begins.
        ///
        /// @param words the line up to the cursor
        List<String> of(List<String> words);
    }

    private LineEditor(Terminal terminal, Completions completions, Path history, TerminalSignals signals) {
        this.terminal = terminal;
        this.signals = signals;
        this.before = terminal.getAttributes();
        Size size = terminal.getSize();
        this.unknownSize = size.getColumns() == 0 || size.getRows() == 0 ? size : null;
        if (unknownSize != null) {
            terminal.setSize(Size.of(USUAL_COLUMNS, USUAL_ROWS));
        }
        this.reader = reader(terminal, completions, history);
        KEYS.forEach(this::bind);
    }

    /// An editor on a terminal that is there already.
    static LineEditor on(Terminal terminal, Completions completions) {
        return new LineEditor(terminal, completions, null, null);
    }

    /// Takes the terminal of this process.
    ///
    /// @param history where lines are kept for the next time; `null` for nowhere
    /// @param interrupted called on Ctrl-C while nothing is read
    /// @throws IOException when there is none that can be edited on
    public static LineEditor open(Completions completions, Path history, Runnable interrupted) throws IOException {
        // Else JLine starts infocmp, 20 ms; a type that it does not know is taken for a plain one.
        String type = System.getenv().getOrDefault("TERM", PlainTerminal.TYPE);
        String capabilities = type.equals(PlainTerminal.TYPE) ? null : InfoCmp.getDefaultInfoCmp(type);
        InfoCmp.setLoadedInfoCmp(type, capabilities == null ? PlainTerminal.CAPABILITIES : capabilities);
        // Else one Ctrl-C counts twice, as a key and as a signal, and the second one hits the next line.
        System.setProperty("org.jline.terminal.softwareSignals", "false");
        try {
            Terminal terminal = TerminalBuilder.builder().system(true).provider("jni").dumb(false).graphemeCluster(false).nativeSignals(false).build();
            terminal.handle(Terminal.Signal.INT, _ -> interrupted.run());
            return new LineEditor(terminal, completions, history, TerminalSignals.to(terminal));
        } catch (IOError e) {
            throw new IOException("the terminal has gone", e);
        }
    }

    /// Reads a line from nobody, so that the launcher's start-up cache knows what a prompt needs.
    public static void train() throws IOException {
        try (Terminal terminal = TerminalBuilder.builder().system(false).type(PlainTerminal.TYPE).provider("jni").graphemeCluster(false)
                .streams(new ByteArrayInputStream("x\n".getBytes(StandardCharsets.US_ASCII)), OutputStream.nullOutputStream()).build()) {
            LineEditor editor = on(terminal, _ -> List.of());
            editor.read("> ");
        }
    }

    private static LineReader reader(Terminal terminal, Completions completions, Path history) {
        LineReaderBuilder builder = LineReaderBuilder.builder().terminal(terminal)
                .completer((_, line, candidates) -> completions.of(line.words().subList(0, line.wordIndex() + 1))
                        .forEach(word -> candidates.add(new Candidate(word, word, null, null, null, null, !word.endsWith("/")))))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true).option(LineReader.Option.HISTORY_INCREMENTAL, false)
                .variable(LineReader.HISTORY_SIZE, MOST_HISTORY).variable(LineReader.HISTORY_FILE_SIZE, MOST_HISTORY);
        if (history != null) {
            builder.variable(LineReader.HISTORY_FILE, history);
        }
        return builder.build();
    }

    private void bind(Key key) {
        KeyMap<org.jline.reader.Binding> map = reader.getKeyMaps().get(LineReader.MAIN);
        String name = key.command == null ? key.usual : "trace-" + key.command + "-" + key.usual;
        if (key.command != null) {
            reader.getWidgets().put(name, (Widget) () -> {
                if (reader.getBuffer().length() == 0) {
                    reader.getBuffer().write(key.command);
                    reader.callWidget(LineReader.ACCEPT_LINE);
                } else if (key.usual != null) {
                    reader.callWidget(key.usual);
                }
                return true;
            });
        }
        for (String sequence : key.keys) {
            map.bind(new Reference(name), sequence);
        }
    }

    /// From now on, while a line is asked for, another size of the terminal has the screen painted anew, and the line below it.
    ///
    /// @param painter paints it; called on a thread of its own, never while nothing is asked for
    public void onResize(Runnable painter) {
        reader.getWidgets().put(RESIZED, (Widget) () -> {
            terminal.flush();
            painter.run();
            reader.callWidget(LineReader.REDRAW_LINE);
            reader.callWidget(LineReader.REDISPLAY);
            return true;
        });
        reader.getWidgets().put(LineReader.CALLBACK_INIT, (Widget) () -> {
            Terminal.SignalHandler[] own = new Terminal.SignalHandler[1];
            own[0] = terminal.handle(Terminal.Signal.WINCH, signal -> {
                own[0].handle(signal);
                repaint();
            });
            return true;
        });
    }

    /// From now on a line that was given is told while the editor still takes Ctrl-C as a key.
    ///
    /// @param given called by the thread that reads
    public void onLine(Runnable given) {
        reader.getWidgets().put(LineReader.CALLBACK_FINISH, (Widget) () -> {
            given.run();
            return true;
        });
    }

    private void repaint() {
        try {
            reader.callWidget(RESIZED);
        } catch (IllegalStateException e) {
            // The line was given in this moment: what comes next asks for the size.
            return;
        }
    }

    /// Asks for a line.
    public TypedLine read(String prompt) {
        try {
            String line = reader.readLine(prompt);
            keep();
            return TypedLine.of(line);
        } catch (UserInterruptException e) {
            return e.getPartialLine().isEmpty() ? TypedLine.INTERRUPT : TypedLine.DROPPED;
        } catch (EndOfFileException | IOError terminalHasGone) {
            return TypedLine.END;
        }
    }

    /// Writes the lines that are not in the file yet. JLine would log a failure, and that needs a descriptor, too: where a fault has taken them all
    /// the next line tries again.
    private void keep() {
        try {
            reader.getHistory().save();
        } catch (IOException notNow) {
            return;
        }
    }

    /// The width of the terminal now; 0 where it is not known, or the terminal has gone.
    public int columns() {
        try {
            return terminal.getSize().getColumns();
        } catch (IOError terminalHasGone) {
            return 0;
        }
    }

    /// The rows of the terminal now; 0 where they are not known, or the terminal has gone.
    public int rows() {
        try {
            return terminal.getSize().getRows();
        } catch (IOError terminalHasGone) {
            return 0;
        }
    }

    /// Gives the terminal back as it was.
    @Override
    public void close() throws IOException {
        try {
            terminal.setAttributes(before);
            if (unknownSize != null) {
                terminal.setSize(unknownSize);
            }
            terminal.close();
        } catch (IOError terminalHasGone) {
            // There is nothing to give back.
            return;
        } finally {
            if (signals != null) {
                signals.close();
            }
        }
    }
}
