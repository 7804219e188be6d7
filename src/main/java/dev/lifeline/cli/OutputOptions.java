package dev.lifeline.cli;

import dev.lifeline.terminal.ColorMode;
import java.nio.file.Path;
import java.util.function.Consumer;

/// How a trace is shown: the same options for every command that shows one.
final class OutputOptions {

    String view;
    ColorMode color = ColorMode.AUTO;
    boolean accessible;
    boolean ascii;
    Integer width;

    OptionList options() {
        return color(new OptionList().text("--view", "VIEW", "waterfall (default), ladder or plain.", name -> view = name),
                mode -> color = mode)
                .flag("--accessible", "Sentences for screen readers: --view plain without colour or progress.",
                        on -> accessible = on)
                .flag("--ascii", "Draw with ASCII signs only.", on -> ascii = on)
                .number("--width", "COLUMNS", "Draw this wide (60 to 200) instead of asking the terminal.",
                        columns -> width = columns);
    }

    /// Adds the choice of colour, which commands without a view have as well.
    static OptionList color(OptionList options, Consumer<ColorMode> field) {
        return options.word(ColorMode.class, "--color", "WHEN", "auto (default), always or never. NO_COLOR counts too.", field);
    }

    /// What every traced run can be asked for besides its view.
    static final class Sinks {

        boolean json;
        Path record;

        OptionList options() {
            return new OptionList()
                    .flag("--json", "NDJSON on stdout: header, events, verdict; instead of a view.", on -> json = on)
                    .file("--record", "Write the trace to FILE as it happens; trace replay shows it again.",
                            file -> record = file);
        }
    }
}
