package dev.lifeline.cli.option;

import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.report.RecordingFile;
import dev.lifeline.terminal.ColorMode;
import dev.lifeline.text.Nearest;
import dev.lifeline.text.Quoted;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// How a trace is shown: the same options for every command that shows one.
public final class OutputOptions {

    public String view;
    /// The word after `--color`, or `null`.
    public String color;
    public boolean accessible;
    public boolean ascii;
    public Integer width;
    public Integer connection;

    public OptionList options() {
        return color(new OptionList().text("--view", "VIEW", "waterfall (default), ladder or plain.", name -> view = name),
                word -> color = word)
                .flag("--accessible", "Sentences for screen readers: --view plain without colour or progress.",
                        on -> accessible = on)
                .flag("--ascii", "Draw with ASCII signs only.", on -> ascii = on)
                .number("--width", "COLUMNS", 100, "Draw this wide (60 to 200) instead of asking the terminal.",
                        columns -> width = columns)
                .number("--connection", "N", 2, "Of several connections the one that --view ladder draws.",
                        number -> connection = number);
    }

    /// Adds the choice of colour, which commands without a view have as well.
    public static OptionList color(OptionList options, Consumer<String> field) {
        // Not picocli's own reading of an enum: it asks for the words by reflection, 8 ms at every start.
        return options.text("--color", "WHEN", "auto (default), always or never. NO_COLOR counts too.", field);
    }

    /// Finds out when to use colour: the command line before `NO_COLOR` before the settings.
    ///
    /// @param word what stands behind `--color`, or `null`
    /// @throws UsageException when it means nothing
    public static ColorMode color(String word, Settings settings, Io io) throws UsageException {
        if (word != null) {
            return color(word);
        }
        String set = settings.get(Setting.COLOR);
        return set == null || ColorMode.refused(io.environment()) ? ColorMode.AUTO : color(set);
    }

    private static ColorMode color(String word) throws UsageException {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "auto" -> ColorMode.AUTO;
            case "always" -> ColorMode.ALWAYS;
            case "never" -> ColorMode.NEVER;
            default -> throw new UsageException("--color " + Quoted.typed(word) + " is not known"
                    + Nearest.hint(word, List.of("auto", "always", "never")) + ": there are auto, always, never");
        };
    }

    /// Options of every traced run besides its view.
    public static final class Sinks {

        public boolean json;
        public Path record;

        public OptionList options() {
            return new OptionList()
                    .flag("--json", "NDJSON on stdout instead of a view. Header, events, verdict.", on -> json = on)
                    .file("--record", "Write the trace to FILE as it happens. FILE.part until it is whole; trace replay shows it; "
                            + "- is --json.", this::record);
        }

        /// The word `-` is standard output everywhere.
        private void record(Path file) {
            if (RecordingFile.dash(file)) {
                json = true;
            } else {
                record = file;
            }
        }
    }
}
