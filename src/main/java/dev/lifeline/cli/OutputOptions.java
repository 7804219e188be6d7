package dev.lifeline.cli;

import dev.lifeline.terminal.ColorMode;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/// How a trace is shown: the same options for every command that shows one.
final class OutputOptions {

    @Option(names = "--view", paramLabel = "VIEW", description = "waterfall (default), ladder or plain.")
    String view;

    @Option(names = "--color", paramLabel = "WHEN", description = "auto (default), always or never. NO_COLOR counts too.")
    ColorMode color = ColorMode.AUTO;

    @Option(names = "--accessible", description = "Sentences for screen readers: --view plain without colour or progress.")
    boolean accessible;

    @Option(names = "--ascii", description = "Draw with ASCII signs only.")
    boolean ascii;

    @Option(names = "--width", paramLabel = "COLUMNS", description = "Draw this wide (60 to 200) instead of asking the terminal.")
    Integer width;

    /// What every traced run can be asked for besides its view.
    static final class Sinks {

        @Option(names = "--json", description = "NDJSON on stdout: header, events, verdict; instead of a view.")
        boolean json;

        @Option(names = "--record", paramLabel = "FILE", description = "Write the trace to FILE as it happens; trace replay shows it again.")
        Path record;
    }
}
