package dev.lifeline.cli.option;

import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.report.RecordingFile;
import dev.lifeline.terminal.TerminalFacts;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.Detail;
import dev.lifeline.view.frame.Canvas;
import java.nio.file.Path;

/// How a trace is shown: the same options for every command that shows one.
public final class OutputOptions {

    public String view;
    public String detail;
    public final LookOptions look = new LookOptions();
    public boolean accessible;
    public boolean ascii;
    public Integer width;
    public Integer connection;

    public OptionList options() {
        return drawing(look.addTo(new OptionList().text("--view", "VIEW", "waterfall (default), ladder or plain.", name -> view = name))
                .text("--detail", "DETAIL", "brief, normal (default) or deep. The answer, a line a stage, or every figure.", name -> detail = name)
                .flag("-v, --verbose", "The same as --detail deep.", on -> detail = on ? Detail.DEEP.label() : detail)
                .flag("--accessible", "Sentences for screen readers: --view plain without colour or progress.",
                        on -> accessible = on))
                .number("--connection", "N", 2, "Of several connections the one that --view ladder draws.",
                        number -> connection = number);
    }

    /// Adds how wide, and with which signs.
    public OptionList drawing(OptionList options) {
        return options.flag("--ascii", "Draw with ASCII signs only.", on -> ascii = on)
                .number("--width", "COLUMNS", 100, "Draw this wide (60 to 200) instead of asking the terminal.",
                        columns -> width = columns);
    }

    /// The place that is drawn on: as wide as was asked for, else as the terminal.
    ///
    /// @throws UsageException for a width that cannot be drawn
    public Canvas canvas(TerminalFacts terminal) throws UsageException {
        if (width != null && (width < Canvas.MIN_WIDTH || width > Canvas.MAX_WIDTH)) {
            throw new UsageException("--width " + width + " cannot be drawn: write " + Canvas.MIN_WIDTH + " to " + Canvas.MAX_WIDTH);
        }
        return new Canvas(width == null ? terminal.columns() : width, ascii ? Glyphs.ASCII : terminal.glyphs());
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
