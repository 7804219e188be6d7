package dev.lifeline.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.lifeline.cli.Child;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jline.utils.ScreenTerminal;

/// A program in a pseudo-terminal, and a person before it, who reads the screen and types. Each wait is for what the screen shows.
///
/// Threads: one person; what programs write is read on a thread of its own.
public final class TerminalSession implements AutoCloseable {

    /// What the arrows, the page keys and the control keys send.
    public static final String RIGHT = "\033[C";
    public static final String LEFT = "\033[D";
    public static final String UP = "\033[A";
    public static final String DOWN = "\033[B";
    public static final String PAGE_DOWN = "\033[6~";
    public static final String PAGE_UP = "\033[5~";
    public static final String CTRL_C = "\u0003";
    public static final String CTRL_D = "\u0004";

    private static final String SIGN = ">";
    private static final String EDITING = "\033[?2004h";
    private static final String EDITED = "\033[?2004l";
    private static final long DEADLINE = TimeUnit.SECONDS.toNanos(60);
    private static final int COLUMNS = 80;
    private static final int ROWS = 24;

    private final PseudoTerminal terminal;
    private final ScreenTerminal screen;
    private final Process process;
    private final Thread reader;
    private final String modes;
    private final StringBuilder raw = new StringBuilder();
    /// How often nothing was there to read.
    private int quiet;

    private TerminalSession(PseudoTerminal terminal, ScreenTerminal screen, List<String> command, Map<String, String> environment) throws IOException {
        this.terminal = terminal;
        this.screen = screen;
        this.modes = terminal.modes();
        // The leader of a session gets the first terminal that it opens (tty_ioctl(4)). Whoever runs the tests (nohup, a shell in the
        // background) may have made them deaf; a person's shell is not.
        List<String> words = new ArrayList<>(List.of("env", "--default-signal=HUP,INT,TERM", "setsid", "sh", "-c", "exec <>\"$0\" >&0 2>&0; exec \"$@\"", terminal.path()));
        words.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(words).redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().removeAll(List.of("COLUMNS", "LINES", "NO_COLOR", "COLORFGBG", "TRACE_THEME", "JAVA_TOOL_OPTIONS"));
        builder.environment().put("TERM", "xterm-256color");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(environment);
        this.process = builder.start();
        this.reader = Thread.ofPlatform().daemon().name("test-terminal").start(this::show);
    }

    /// Starts a command in a terminal of the usual size.
    ///
    /// @param environment beside that of the tests
    public static TerminalSession of(List<String> command, Map<String, String> environment) throws IOException {
        return of(COLUMNS, ROWS, command, environment);
    }

    static TerminalSession of(int columns, int rows, List<String> command, Map<String, String> environment) throws IOException {
        PseudoTerminal terminal = PseudoTerminal.open(columns, rows);
        try {
            return new TerminalSession(terminal, new ScreenTerminal(columns == 0 ? COLUMNS : columns, rows == 0 ? ROWS : rows), command, environment);
        } catch (IOException e) {
            terminal.close();
            throw e;
        }
    }

    /// Starts `trace step` as the launcher does, with a person at both ends, and waits for its prompt.
    ///
    /// @param home what it keeps goes here
    /// @param words after `step`
    public static TerminalSession step(Path home, String... words) throws IOException {
        TerminalSession session = of(stepping(List.of(), words), kept(home));
        session.awaitPrompts(1);
        return session;
    }

    /// The command of a walk.
    static List<String> stepping(List<String> options, String... words) throws IOException {
        List<String> all = new ArrayList<>(List.of("--enable-native-access=ALL-UNNAMED", "-Djava.net.preferIPv6Addresses=system",
                "-Dtrace.tty.in=true", "-Dtrace.tty.out=true", "-Dtrace.tty.err=true"));
        all.addAll(options);
        List<String> step = new ArrayList<>(List.of("step"));
        step.addAll(List.of(words));
        return Child.java(all, step.toArray(String[]::new));
    }

    /// Where a walk leaves its recordings and its history.
    static Map<String, String> kept(Path home) {
        return Map.of("HOME", home.toString(), "XDG_STATE_HOME", home.resolve("state").toString());
    }

    private void show() {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        try {
            for (byte[] read = terminal.read(); read != null; read = terminal.read()) {
                bytes.put(read).flip();
                decoder.decode(bytes, chars, false);
                bytes.compact();
                chars.flip();
                synchronized (this) {
                    quiet += read.length == 0 ? 1 : 0;
                    raw.append(chars);
                    screen.write(chars);
                    notifyAll();
                }
                chars.clear();
                String answer = screen.read();
                if (!answer.isEmpty()) {
                    terminal.type(answer);
                }
            }
        } catch (IOException closed) {
            // Nobody looks any more.
            return;
        }
    }

    /// All that a person can see, also by scrolling back: lines without the blanks at their ends.
    public String text() {
        StringBuilder text = new StringBuilder();
        List<long[]> history = screen.getHistory();
        for (long[] line : history) {
            text.append(row(line, 0, line.length)).append('\n');
        }
        for (String row : rows(screen)) {
            text.append(row).append('\n');
        }
        return text.toString().stripTrailing();
    }

    /// The rows of a screen, without the blanks at their ends.
    static List<String> rows(ScreenTerminal screen) {
        long[] cells = new long[screen.getColumns() * screen.getRows()];
        screen.dump(cells, null);
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < screen.getRows(); row++) {
            rows.add(row(cells, row * screen.getColumns(), screen.getColumns()));
        }
        return rows;
    }

    private static String row(long[] cells, int from, int count) {
        StringBuilder line = new StringBuilder();
        for (int i = from; i < from + count; i++) {
            int sign = ScreenTerminal.cellCodePoint(cells[i]);
            line.appendCodePoint(sign == 0 ? ' ' : sign);
        }
        return line.toString().stripTrailing();
    }

    /// Everything that was written to the terminal, with its control sequences.
    synchronized String raw() {
        return raw.toString();
    }

    /// Types keys, and waits for nothing.
    public TerminalSession type(String keys) throws IOException {
        terminal.type(keys);
        return this;
    }

    /// Types keys that end a command, and waits until the next prompt is there.
    ///
    /// @return what was shown since, without the line of the next prompt
    public String keys(String keys) throws IOException {
        int prompts = prompts();
        int lines = (int) text().lines().count();
        terminal.type(keys);
        List<String> all = awaitPrompts(prompts + 1).lines().toList();
        return String.join("\n", all.subList(Math.min(lines, all.size() - 1), all.size() - 1));
    }

    /// Types a command and Enter, and waits until the next prompt is there.
    ///
    /// @return what it answered
    public String command(String line) throws IOException {
        return keys(line + "\r");
    }

    /// Waits until lines are read for this time, and the line of the prompt is there, and empty.
    String awaitPrompts(int count) {
        return await("prompt " + count, text -> prompts() >= count && text.endsWith("\n" + SIGN));
    }

    /// How often an editor began to read a line: it tells the terminal to mark what is pasted.
    private synchronized int prompts() {
        return count(raw, EDITING);
    }

    /// How often a control sequence was written.
    static int count(CharSequence written, String sequence) {
        String text = written.toString();
        int count = 0;
        for (int at = text.indexOf(sequence); at >= 0; at = text.indexOf(sequence, at + 1)) {
            count++;
        }
        return count;
    }

    /// Looks whether each of these words is to be seen.
    static void assertShown(String text, String... words) {
        for (String each : words) {
            assertTrue(text.contains(each), () -> each + " is to be seen in:\n" + text);
        }
    }

    /// Waits until words are to be seen.
    public String await(String words) {
        return await(words, text -> text.contains(words));
    }

    /// Waits until the screen, with all before it, is as it is meant.
    String await(String what, Predicate<String> meant) {
        long end = System.nanoTime() + DEADLINE;
        boolean ended = false;
        synchronized (this) {
            String text = text();
            try {
                while (!meant.test(text)) {
                    if (ended || System.nanoTime() > end) {
                        fail((ended ? "ended before: " : "does not come: ") + what + ", on the screen is:\n" + text);
                    } else if (process.isAlive()) {
                        wait(100);
                    } else {
                        drain();
                        ended = true;
                    }
                    text = text();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                fail("interrupted");
            }
            return text;
        }
    }

    /// Waits until all that an ended process wrote has been read.
    private synchronized void drain() throws InterruptedException {
        int enough = quiet + 2;
        while (quiet < enough && reader.isAlive()) {
            wait(100);
        }
    }

    /// Types keys that begin a wait, and comes back in the midst of it: no line is edited.
    void wait(String keys) throws IOException {
        long end = System.nanoTime() + DEADLINE;
        int prompts = prompts();
        terminal.type(keys);
        while (!terminal.modes().equals(modes)) {
            if (prompts() > prompts) {
                // It was over before this was looked at.
                prompts = prompts();
                terminal.type(keys);
            }
            if (System.nanoTime() > end) {
                fail("the terminal keeps the modes of an editor; on the screen is:\n" + text());
            }
            Thread.onSpinWait();
        }
    }

    /// The modes of the terminal before anything was started, and now.
    String before() {
        return modes;
    }

    String modes() throws IOException {
        return terminal.modes();
    }

    /// Kills what the program started (`kill -9`), and not the program.
    void killChildren() {
        process.children().forEach(ProcessHandle::destroyForcibly);
    }

    /// Sends a signal to the program.
    TerminalSession signal(String name) throws IOException, InterruptedException {
        assertEquals(0, new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor());
        return this;
    }

    /// The columns and rows that the terminal has now.
    String size() throws IOException {
        return terminal.size();
    }

    /// Makes the window another one.
    @SuppressWarnings("deprecation") // the other one takes an own interface for the same two numbers
    void resize(int columns, int rows) throws IOException {
        screen.setSize(columns, rows);
        terminal.resize(columns, rows);
    }

    /// Closes the window.
    void hangUp() throws IOException {
        terminal.close();
    }

    /// Waits until the process has ended by itself.
    ///
    /// @return its exit code
    public int exit() throws InterruptedException {
        if (!process.waitFor(DEADLINE, TimeUnit.NANOSECONDS)) {
            fail("it does not end; on the screen is:\n" + text());
        }
        return process.exitValue();
    }

    /// Waits for the end, and looks whether the terminal is as it was, and in no mode of a line editor.
    public void ends(int code) throws IOException, InterruptedException {
        assertEquals(code, exit(), this::text);
        drain();
        assertEquals(modes, terminal.modes(), "the terminal's modes are those from before");
        String written = raw();
        assertEquals(written.lastIndexOf(EDITING) < written.lastIndexOf(EDITED), written.contains(EDITING), "pasting mode is off again");
        assertEquals(written.lastIndexOf("\033=") < written.lastIndexOf("\033>"), written.contains("\033="), "application keys are off again");
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        terminal.close();
        try {
            reader.join(5_000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
