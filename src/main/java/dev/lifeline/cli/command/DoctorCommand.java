package dev.lifeline.cli.command;

import dev.lifeline.cli.ExitCode;
import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.option.LookOptions;
import dev.lifeline.cli.option.OptionList;
import dev.lifeline.cli.option.PersonFolders;
import dev.lifeline.cli.option.Setting;
import dev.lifeline.cli.option.Settings;
import dev.lifeline.cli.report.Presenter;
import dev.lifeline.cli.start.Cli;
import dev.lifeline.cli.start.Version;
import dev.lifeline.model.Evidence;
import dev.lifeline.observe.Availability;
import dev.lifeline.observe.EvidenceSource;
import dev.lifeline.observe.Tracing;
import dev.lifeline.observe.portable.Enabling;
import dev.lifeline.observe.portable.ProcessRights;
import dev.lifeline.race.Personality;
import dev.lifeline.run.Sources;
import dev.lifeline.terminal.Painter;
import dev.lifeline.terminal.TerminalFacts;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Printable;
import dev.lifeline.tls.KeyLogTrial;
import dev.lifeline.view.Detail;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Wrap;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/// `trace doctor`: which evidence this machine can give, tried for real.
public final class DoctorCommand implements Callable<Integer> {

    private static final String NO_CACHE = "none: scripts/trace makes it, where it may write its target folder";

    private static final String AVAILABLE = "available";
    private static final int NAME_WIDTH = 25;
    private static final int STATE_WIDTH = 12;
    private static final int WAY_INDENT = 4;

    private final Io io;
    private final LookOptions look = new LookOptions();
    private String detail = Detail.NORMAL.label();
    private boolean contrast;
    private volatile String signal;

    private DoctorCommand(Io io) {
        this.io = io;
    }

    static CommandSpec spec(Io io) {
        return new DoctorCommand(io).spec();
    }

    private CommandSpec spec() {
        CommandSpec spec = TraceCommand.spec(this);
        spec.usageMessage().description(CommandAbout.DOCTOR)
                .customSynopsis("Example:", "  trace doctor", "");
        look.addTo(new OptionList())
                .text("--detail", "DETAIL", "brief (no settings), normal (default) or deep (all that each source gave).", word -> detail = word)
                .flag("-v, --verbose", "The same as --detail deep.", on -> detail = on ? Detail.DEEP.label() : detail)
                .flag("--contrast", "Show how each role looks here, and the contrasts of all themes.", on -> contrast = on).help().addTo(spec);
        return spec;
    }

    @Override
    public Integer call() throws UsageException {
        Detail much = Presenter.detail(detail);
        Settings settings = Settings.of(io);
        ThemeReport theme = ThemeReport.of(io, look, settings);
        List<Line> lines = new ArrayList<>();
        if (contrast) {
            fact("theme", theme.text(), lines);
            lines.addAll(ColorTable.lines());
            print(lines, theme.painter());
            return ExitCode.OK.code();
        }
        lines.add(Line.of(Version.text(), Role.STRONG));
        lines.add(Line.EMPTY);
        lines.add(Line.of("evidence", Role.DIM));
        String untried = describeAll(lines, much == Detail.DEEP);
        if (untried != null) {
            lines.add(Line.of("interrupted by " + signal + ": " + untried + " and what follows were not tried"));
            print(lines, theme.painter());
            return ExitCode.INTERRUPTED.code();
        }
        if (much != Detail.BRIEF) {
            process(settings, theme, much == Detail.DEEP, lines);
        }
        print(lines, theme.painter());
        return (signal == null ? ExitCode.OK : ExitCode.INTERRUPTED).code();
    }

    private void process(Settings settings, ThemeReport theme, boolean all, List<Line> lines) {
        lines.add(Line.EMPTY);
        lines.add(Line.of("this process", Role.DIM));
        ProcessRights rights = ProcessRights.ofThisProcess();
        if (rights != null) {
            fact("rights", rights.text(), lines);
        }
        TerminalFacts terminal = io.terminal();
        fact("terminal", (terminal.out() ? terminal.columns() + " columns" : "stdout is not a terminal")
                + (theme.painter().equals(Painter.UNCOLORED) ? ", no colour" : ", colour") + ", " + System.getProperty("stdout.encoding"), lines);
        fact("theme", theme.text(), lines);
        fact("settings", settings(settings), lines);
        fact("start-up cache", cache(System.getProperty("trace.aot"), Path.of("/proc/self/maps")), lines);
        if (all) {
            fact("TLS key log", KeyLogTrial.works() ? "--keylog works on this JDK" : "--keylog writes nothing: this JDK derives its secrets where they cannot be seen", lines);
            fact("race of addresses", Personality.NOT_IMITATED, lines);
            fact("language of errors", "LC_MESSAGES=" + io.environment().getOrDefault("LC_MESSAGES", "(not set)"), lines);
        } else {
            fact("more", "trace doctor --detail deep", lines);
        }
    }

    /// Names the file and what of it counts.
    private String settings(Settings settings) {
        if (settings.file() == null) {
            return "none: neither XDG_CONFIG_HOME nor HOME names a folder";
        }
        String name = PersonFolders.written(settings.file(), io.environment());
        if (!settings.there()) {
            return "none: there is no file " + name;
        }
        List<String> set = new ArrayList<>();
        for (Setting setting : Setting.values()) {
            if (settings.get(setting) != null) {
                set.add(setting.key() + " = " + settings.get(setting));
            }
        }
        return name + ": " + (set.isEmpty() ? "nothing is set" : String.join(", ", set));
    }

    private void print(List<Line> lines, Painter painter) {
        Cli.print(io, painter.paint(new Frame(lines)));
    }

    /// Tries all, each within a second. What is missing stands first, unless all is told of each.
    ///
    /// @return the name of the one that was being tried when a signal came, or `null` where all were
    private String describeAll(List<Line> lines, boolean all) {
        StringBuilder calls = new StringBuilder();
        List<Line> there = new ArrayList<>();
        Thread self = Thread.currentThread();
        io.onSignal(name -> {
            signal = name;
            self.interrupt();
        });
        try {
            for (EvidenceSource source : Sources.all()) {
                Availability found = signal == null ? source.probe() : null;
                if (signal != null) {
                    // What a source answers when it was cut short is about the interruption.
                    return source.name();
                }
                if (all || found instanceof Availability.Unavailable) {
                    describe(source, found, lines);
                } else if (source.grade() == Evidence.APPLICATION) {
                    calls.append(calls.isEmpty() ? "" : ", ").append(source.name());
                } else {
                    add(source.name(), AVAILABLE, Role.GOOD, first(source.purpose()), there);
                }
            }
            return null;
        } finally {
            if (!calls.isEmpty()) {
                add(Evidence.APPLICATION.label(), AVAILABLE, Role.GOOD, calls.toString(), lines);
            }
            lines.addAll(there);
            if (signal != null) {
                Thread.interrupted();
            }
        }
    }

    /// The first parts of a list, as far as they fit one line.
    private String first(String purpose) {
        int room = width() - NAME_WIDTH - STATE_WIDTH;
        int end = purpose.length() <= room ? purpose.length() : Math.max(purpose.lastIndexOf(',', room), purpose.lastIndexOf(':', room));
        return end > 0 ? purpose.substring(0, end) : Wrap.lines(purpose, room, 0).getFirst();
    }

    private void describe(EvidenceSource source, Availability found, List<Line> lines) {
        switch (found) {
            case Availability.Available available -> {
                add(source.name(), AVAILABLE, Role.GOOD, source.grade().label() + ": " + source.purpose(), lines);
                add("", "", Role.DIM, Printable.ascii(available.gives()), lines);
            }
            case Availability.Unavailable unavailable -> {
                Availability.Unavailable why = source.explained(unavailable, Tracing.ANY);
                add(source.name(), "not here", Role.BAD, source.grade().label() + ": " + source.purpose(), lines);
                add("", "", Role.DIM, Printable.ascii(why.reason()), lines);
                if (why.enable() != null) {
                    enable(List.of(Printable.ascii(why.enable()).split(Enabling.OR)), lines);
                }
            }
        }
    }

    /// A command is there to be copied, so none is broken into lines: where there is no room behind the others, it begins further left,
    /// and what is longer than the terminal is wide is the terminal's to show.
    private void enable(List<String> ways, List<Line> lines) {
        int room = width() - NAME_WIDTH - STATE_WIDTH;
        boolean beside = ways.stream().allMatch(way -> way.length() <= room);
        Line title = Line.of(" ".repeat(NAME_WIDTH)).plus("to enable" + (ways.size() > 1 ? ", one of:" : beside ? "   " : ":"), Role.DIM);
        if (beside && ways.size() == 1) {
            lines.add(title.plus(ways.getFirst(), Role.PLAIN));
            return;
        }
        lines.add(title);
        ways.forEach(way -> lines.add(Line.of(" ".repeat(beside ? NAME_WIDTH + STATE_WIDTH : WAY_INDENT)).plus(way, Role.PLAIN)));
    }

    /// Java does not tell its programs whether it took the file that it was given; one that it took is mapped into its memory.
    ///
    /// @param given the name of the file, or `null` where there is none
    /// @param maps of proc_pid_maps(5)
    public static String cache(String given, Path maps) {
        if (given == null) {
            return NO_CACHE;
        }
        try (BufferedReader lines = Files.newBufferedReader(maps, StandardCharsets.ISO_8859_1)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.endsWith("/" + given)) {
                    return "in use: " + given;
                }
            }
            return "given to Java, which did not take it: " + given;
        } catch (IOException e) {
            return "given to Java, which does not say whether it took it: " + given;
        }
    }

    private int width() {
        return Math.clamp(io.terminal().columns(), 60, 120);
    }

    private void add(String name, String state, Role role, String text, List<Line> lines) {
        int indent = NAME_WIDTH + STATE_WIDTH;
        List<String> wrapped = Wrap.lines(text, width() - indent, 0);
        for (int i = 0; i < wrapped.size(); i++) {
            Line line = Line.of(i == 0 ? "  " + FittedText.left(name, NAME_WIDTH - 2) : " ".repeat(NAME_WIDTH));
            lines.add(line.plus(FittedText.left(i == 0 ? state : "", STATE_WIDTH), role).plus(wrapped.get(i), state.isEmpty() ? Role.DIM : Role.PLAIN));
        }
    }

    private void fact(String name, String text, List<Line> lines) {
        List<String> wrapped = Wrap.lines(Printable.ascii(text), width() - NAME_WIDTH, 0);
        for (int i = 0; i < wrapped.size(); i++) {
            lines.add(Line.of(i == 0 ? "  " + FittedText.left(name, NAME_WIDTH - 2) : " ".repeat(NAME_WIDTH)).plus(wrapped.get(i), Role.PLAIN));
        }
    }
}
