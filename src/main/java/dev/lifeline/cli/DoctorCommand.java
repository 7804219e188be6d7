package dev.lifeline.cli;

import dev.lifeline.observe.Availability;
import dev.lifeline.observe.EvidenceSource;
import dev.lifeline.observe.portable.ProcessRights;
import dev.lifeline.run.Sources;
import dev.lifeline.terminal.ColorMode;
import dev.lifeline.terminal.Painter;
import dev.lifeline.terminal.TerminalFacts;
import dev.lifeline.view.Frame;
import dev.lifeline.view.Line;
import dev.lifeline.view.Role;
import dev.lifeline.view.Text;
import dev.lifeline.view.Wrap;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/// `trace doctor`: which evidence this machine can give, tried for real.
final class DoctorCommand implements Callable<Integer> {

    private static final String NO_CACHE = "not in use: scripts/trace makes it, where it may write its target folder";

    private static final int NAME_WIDTH = 25;

    private final Io io;
    private String color = "auto";

    private DoctorCommand(Io io) {
        this.io = io;
    }

    static CommandSpec spec(Io io) {
        return new DoctorCommand(io).spec();
    }

    private CommandSpec spec() {
        CommandSpec spec = TraceCommand.spec(this);
        spec.usageMessage().description("Which evidence this machine can give, and what would enable the rest.")
                .customSynopsis("Example:", "  trace doctor", "");
        OutputOptions.color(new OptionList(), word -> color = word).help().addTo(spec);
        return spec;
    }

    @Override
    public Integer call() throws UsageException {
        ColorMode mode = OutputOptions.color(color);
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(Version.text(), Role.STRONG));
        lines.add(Line.EMPTY);
        lines.add(Line.of("evidence", Role.DIM));
        for (EvidenceSource source : Sources.all()) {
            describe(source, lines);
        }
        lines.add(Line.EMPTY);
        lines.add(Line.of("this process", Role.DIM));
        ProcessRights rights = ProcessRights.ofThisProcess();
        if (rights != null) {
            fact("rights", rights.text(), lines);
        }
        TerminalFacts terminal = io.terminal();
        fact("terminal", (terminal.out() ? terminal.columns() + " columns" : "stdout is not a terminal")
                + (mode.decide(io.environment(), terminal.out()) ? ", colour" : ", no colour") + ", " + System.getProperty("stdout.encoding"), lines);
        fact("start-up cache", System.getProperty("trace.aot", NO_CACHE), lines);
        fact("language of errors", "LC_MESSAGES=" + io.environment().getOrDefault("LC_MESSAGES", "(not set)"), lines);
        Cli.print(io, new Painter(mode.decide(io.environment(), terminal.out())).paint(new Frame(lines)));
        return ExitCode.OK.code();
    }

    private void describe(EvidenceSource source, List<Line> lines) {
        switch (source.probe()) {
            case Availability.Available available -> {
                add(source.name(), "available", Role.GOOD, source.grade().label() + ": " + source.purpose(), lines);
                add("", "", Role.DIM, Text.safe(available.gives()), lines);
            }
            case Availability.Unavailable unavailable -> {
                add(source.name(), "not here", Role.BAD, source.grade().label() + ": " + source.purpose(), lines);
                add("", "", Role.DIM, Text.safe(unavailable.reason()), lines);
                if (unavailable.enable() != null) {
                    add("", "to enable", Role.DIM, unavailable.enable(), lines);
                }
            }
        }
    }

    private void add(String name, String state, Role role, String text, List<Line> lines) {
        int indent = NAME_WIDTH + 12;
        List<String> wrapped = Wrap.lines(text, Math.clamp(io.terminal().columns(), 60, 120) - indent, 0);
        for (int i = 0; i < wrapped.size(); i++) {
            Line line = Line.of(i == 0 ? "  " + Text.left(name, NAME_WIDTH - 2) : " ".repeat(NAME_WIDTH));
            lines.add(line.plus(Text.left(i == 0 ? state : "", 12), role).plus(wrapped.get(i), state.isEmpty() ? Role.DIM : Role.PLAIN));
        }
    }

    private void fact(String name, String text, List<Line> lines) {
        List<String> wrapped = Wrap.lines(Text.safe(text), Math.clamp(io.terminal().columns(), 60, 120) - NAME_WIDTH, 0);
        for (int i = 0; i < wrapped.size(); i++) {
            lines.add(Line.of(i == 0 ? "  " + Text.left(name, NAME_WIDTH - 2) : " ".repeat(NAME_WIDTH)).plus(wrapped.get(i), Role.PLAIN));
        }
    }
}
