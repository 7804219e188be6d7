package dev.lifeline.terminal;

import dev.lifeline.text.Glyphs;
import java.io.Console;
import java.util.Map;
import java.util.Properties;

/// Facts about the terminal without opening one: the launcher passes what only a shell knows for nothing, and the
/// rest comes from the environment.
///
/// @param columns its width, where standard output is one
/// @param out whether standard output is a terminal
/// @param err whether standard error is a terminal
/// @param glyphs the signs that its encoding has
/// @param errColumns the width of the one behind standard error
/// @param in whether standard input surely is a terminal: the launcher said so
public record TerminalFacts(int columns, boolean out, boolean err, Glyphs glyphs, int errColumns, boolean in) {

    /// The width where nothing says otherwise: the width of a punched card, and of every terminal since.
    public static final int DEFAULT_COLUMNS = 80;

    /// The same with nobody at standard input.
    public TerminalFacts(int columns, boolean out, boolean err, Glyphs glyphs, int errColumns) {
        this(columns, out, err, glyphs, errColumns, false);
    }

    /// One terminal behind both.
    public TerminalFacts(int columns, boolean out, boolean err, Glyphs glyphs) {
        this(columns, out, err, glyphs, columns);
    }

    /// Looks at this process.
    public static TerminalFacts detect() {
        return of(System.getProperties(), System.getenv());
    }

    static TerminalFacts of(Properties properties, Map<String, String> environment) {
        boolean out = flag(properties, "trace.tty.out");
        boolean err = flag(properties, "trace.tty.err");
        int columns = number(properties.getProperty("trace.columns"));
        if (columns <= 0) {
            columns = number(environment.get("COLUMNS"));
        }
        String encoding = properties.getProperty("stdout.encoding", properties.getProperty("native.encoding", ""));
        boolean unicode = encoding.regionMatches(true, 0, "UTF", 0, 3);
        int known = columns > 0 ? columns : DEFAULT_COLUMNS;
        int errColumns = number(properties.getProperty("trace.columns.err"));
        return new TerminalFacts(known, out, err, unicode ? Glyphs.UNICODE : Glyphs.ASCII, errColumns > 0 ? errColumns : known,
                "true".equals(properties.getProperty("trace.tty.in")));
    }

    private static boolean flag(Properties properties, String name) {
        String value = properties.getProperty(name);
        if (value != null) {
            return value.equals("true");
        }
        // Started without the launcher: the console of the JDK knows only whether input and output both are a terminal.
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    private static int number(String text) {
        try {
            return text == null || text.isBlank() ? 0 : Integer.parseInt(text.trim());
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
