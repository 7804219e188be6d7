package dev.lifeline.terminal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jline.keymap.KeyMap;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.reader.Widget;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;

/// A prompt with history and completion on a real terminal: the one place that knows JLine. No other command loads it.
///
/// Threads: one reads; signals come on their own.
public final class LineEditor implements AutoCloseable {

    private static final String PLAIN_TYPE = "xterm-256color";
    private static final int MOST_HISTORY = 500;

    /// The keys that page through slides send: both forms of each arrow, for application keys are on (DECCKM).
    private static final Map<String, List<String>> KEYS = Map.of(
            "next", List.of("\033[C", "\033OC", "\033[6~"),
            "back", List.of("\033[D", "\033OD", "\033[5~"));

    private final Terminal terminal;
    private final LineReader reader;
    private final Attributes before;

    /// Completes a line.
    public interface Completions {

        /// The words that may stand where the last of these begins.
        ///
        /// @param words the line up to the cursor
        List<String> of(List<String> words);
    }

    private LineEditor(Terminal terminal, LineReader reader, Attributes before) {
        this.terminal = terminal;
        this.reader = reader;
        this.before = before;
    }

    /// Takes the terminal of this process.
    ///
    /// @param interrupted called on Ctrl-C while nothing is read
    /// @throws IOException when there is none that can be edited on
    public static LineEditor open(Completions completions, Runnable interrupted) throws IOException {
        // Else JLine starts infocmp, 20 ms; of a type that it does not know it takes a plain one.
        String type = System.getenv().getOrDefault("TERM", PLAIN_TYPE);
        String capabilities = InfoCmp.getDefaultInfoCmp(type);
        InfoCmp.setLoadedInfoCmp(type, capabilities == null ? InfoCmp.getDefaultInfoCmp(PLAIN_TYPE) : capabilities);
        Terminal terminal = TerminalBuilder.builder().system(true).provider("jni").dumb(false).graphemeCluster(false).build();
        Attributes before = terminal.getAttributes();
        terminal.handle(Terminal.Signal.INT, _ -> interrupted.run());
        LineEditor editor = new LineEditor(terminal, reader(terminal, completions), before);
        KEYS.forEach(editor::bind);
        return editor;
    }

    /// Reads a line from nobody, so that the launcher's start-up cache knows what a prompt needs.
    public static void train() throws IOException {
        try (Terminal terminal = TerminalBuilder.builder().system(false).type(PLAIN_TYPE).provider("jni").graphemeCluster(false)
                .streams(new ByteArrayInputStream("x\n".getBytes(StandardCharsets.US_ASCII)), OutputStream.nullOutputStream()).build()) {
            LineEditor editor = new LineEditor(terminal, reader(terminal, _ -> List.of()), terminal.getAttributes());
            KEYS.forEach(editor::bind);
            editor.read("> ");
        }
    }

    private static LineReader reader(Terminal terminal, Completions completions) {
        return LineReaderBuilder.builder().terminal(terminal)
                .completer((_, line, candidates) -> completions.of(line.words().subList(0, line.wordIndex() + 1))
                        .forEach(word -> candidates.add(new Candidate(word))))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .variable(LineReader.HISTORY_SIZE, MOST_HISTORY)
                .build();
    }

    /// A key that gives a command where nothing is typed, and does what it always does elsewhere.
    private void bind(String command, List<String> keys) {
        KeyMap<org.jline.reader.Binding> map = reader.getKeyMaps().get(LineReader.MAIN);
        for (String key : keys) {
            org.jline.reader.Binding usual = map.getBound(key);
            String name = "trace-" + command + "-" + key.substring(1);
            reader.getWidgets().put(name, (Widget) () -> {
                if (!reader.getBuffer().toString().isEmpty()) {
                    if (usual instanceof Reference reference) {
                        reader.callWidget(reference.name());
                    }
                    return true;
                }
                reader.getBuffer().write(command);
                reader.callWidget(LineReader.ACCEPT_LINE);
                return true;
            });
            map.bind(new Reference(name), key);
        }
    }

    /// Asks for a line.
    public TypedLine read(String prompt) {
        try {
            return TypedLine.of(reader.readLine(prompt));
        } catch (UserInterruptException e) {
            return e.getPartialLine().isEmpty() ? TypedLine.INTERRUPT : read(prompt);
        } catch (EndOfFileException e) {
            return TypedLine.END;
        }
    }

    /// The width of the terminal now; 0 where it is not known.
    public int columns() {
        return terminal.getWidth();
    }

    /// Gives the terminal back as it was.
    @Override
    public void close() throws IOException {
        terminal.setAttributes(before);
        terminal.close();
    }
}
