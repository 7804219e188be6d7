package dev.lifeline.cli.start;

import dev.lifeline.cli.command.CommandAbout;
import dev.lifeline.text.FittedText;
import dev.lifeline.view.frame.Wrap;
import java.util.ArrayList;
import java.util.List;

/// Help of `trace` itself. No command is built for it, since a list of them needs none of their options.
final class TopHelp {

    /// Commands that people use most, with an example each.
    private static final String[][] MOST = {
        {"trace connect db.example 5432", "is it up, and what takes the time?"},
        {"trace connect --serve", "both ends of a connection on one timeline"},
        {"trace run connected-not-accepted", "plays a failure, and says what it proves"},
        {"trace scenarios bytes", "lists what there is to play"},
        {"trace explain ECONNRESET", "what an error's text proves, and what not"},
        {"trace serve localhost 7007", "a server for clients of your own: nc, curl"},
    };

    private static final String[][] MORE = {
        {"trace connect localhost 80 --send 'ping\\n' --expect pong", ""},
        {"trace connect --serve --record run.ndjson", "keeps the trace"},
        {"trace replay run.ndjson --view ladder", "shows it again"},
    };

    private static final String[] EXIT_CODES = {
        "0 every stage asked for completed, 2 usage. The stage that failed:",
        "10 lookup, 11 route, 12 bind, 13 connect, 14 accept, 15 tls, 16 read, 17 write, 18 idle, 19 protocol.",
        "20 an expectation did not hold, 21 a scenario cannot be shown here, 22 a recording breaks off, "
                + "70 internal error, 130 interrupted.",
    };

    private static final String ABOUT = "A debugger for the life of a TCP connection.";

    private final int width;
    private final List<String> lines = new ArrayList<>();

    private TopHelp(int columns) {
        width = Math.clamp(columns, HelpText.LEAST, HelpText.MOST);
    }

    /// Help that fits a screen; with all of it, exit codes and more examples, too.
    static String of(boolean all, int columns) {
        TopHelp help = new TopHelp(columns);
        help.lines.add(ABOUT);
        help.lines.add("");
        help.lines.add("Examples:");
        help.table(MOST);
        help.table(all ? MORE : new String[0][]);
        help.lines.add("");
        help.lines.add("Commands:");
        help.table(CommandAbout.ALL);
        help.lines.add("");
        if (all) {
            help.lines.add("Options:");
            help.table(new String[][] {{"-h, --help", "Show help; after a command, that of the command."},
                {"--help --all", "Show all of it."}, {"-V, --version", "Show the version."}});
            help.lines.add("");
            help.lines.add("Exit codes:");
            for (String codes : EXIT_CODES) {
                help.wrap("  " + tied(codes), 2);
            }
        } else {
            help.wrap("Of a command: " + FittedText.together("trace connect --help.") + " All, and exit codes: " + FittedText.together("trace --help --all"), 2);
        }
        return help.text();
    }

    /// An answer to `trace` alone.
    static String most(int columns) {
        TopHelp help = new TopHelp(columns);
        help.wrap("trace: " + ABOUT + " What people use most:", 2);
        help.lines.add("");
        help.table(MOST);
        help.lines.add("");
        help.wrap("All commands: " + FittedText.together("trace --help.") + " The options of one: " + FittedText.together("trace connect --help"), 2);
        return help.text();
    }

    /// A code and its word are not parted.
    private static String tied(String codes) {
        StringBuilder tied = new StringBuilder(codes);
        for (int i = 1; i < codes.length(); i++) {
            if (codes.charAt(i) == ' ' && Character.isDigit(codes.charAt(i - 1))) {
                tied.setCharAt(i, FittedText.TIE);
            }
        }
        return tied.toString();
    }

    private void table(String[][] rows) {
        int column = 0;
        for (String[] row : rows) {
            column = row[1].isEmpty() ? column : Math.max(column, row[0].length());
        }
        for (String[] row : rows) {
            // A text that ends beyond the edge goes on below its own beginning.
            String line = "  " + (row[1].isEmpty() ? row[0] : FittedText.left(row[0], column) + "  " + row[1]);
            int indent = column + 4;
            if (line.length() <= width) {
                lines.add(line);
            } else {
                List<String> pieces = Wrap.lines(row[1], width - indent, 0);
                for (int i = 0; i < pieces.size(); i++) {
                    lines.add((i == 0 ? "  " + FittedText.left(row[0], column) + "  " : " ".repeat(indent)) + pieces.get(i));
                }
            }
        }
    }

    private void wrap(String text, int indent) {
        String margin = text.startsWith("  ") ? "  " : "";
        for (String line : Wrap.lines(text, width - margin.length(), margin.isEmpty() ? indent : 0)) {
            lines.add(margin + line);
        }
    }

    private String text() {
        return String.join("\n", lines) + "\n";
    }
}
