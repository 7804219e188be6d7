package dev.lifeline.cli.command;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.cli.ExitCode;
import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.option.EvidenceOption;
import dev.lifeline.cli.option.Helped;
import dev.lifeline.cli.option.OptionList;
import dev.lifeline.cli.option.OutputOptions;
import dev.lifeline.cli.report.ExpectationResults;
import dev.lifeline.cli.report.NeedsReport;
import dev.lifeline.cli.report.RecordingFile;
import dev.lifeline.cli.report.StepJson;
import dev.lifeline.cli.report.StepKeeper;
import dev.lifeline.cli.report.StepRecordings;
import dev.lifeline.cli.report.StepScreen;
import dev.lifeline.cli.start.Mentioned;
import dev.lifeline.cli.start.Version;
import dev.lifeline.play.CannotPlayException;
import dev.lifeline.play.PlayPlan;
import dev.lifeline.play.ScenarioRun;
import dev.lifeline.run.TargetException;
import dev.lifeline.run.TraceRun;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.ScenarioException;
import dev.lifeline.step.Journey;
import dev.lifeline.step.PlayedScenario;
import dev.lifeline.step.live.Driven;
import dev.lifeline.step.live.LiveSession;
import dev.lifeline.step.live.Prompt;
import dev.lifeline.step.live.StepLoop;
import dev.lifeline.step.live.StepOutput;
import dev.lifeline.text.Quoted;
import dev.lifeline.text.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/// `trace step`: walks through a connection, live or recorded.
final class StepCommand implements Callable<Integer>, Helped {

    /// The time after which a person has the prompt back while a call goes on.
    private static final long PATIENCE_NANOS = 2_000_000_000L;

    /// The same for commands of a pipe: a client of another program may never come.
    private static final long SERVED_PATIENCE_NANOS = 10_000_000_000L;

    private final Io io;
    private final OutputOptions output = new OutputOptions();
    private final EvidenceOption evidence = new EvidenceOption();
    private List<String> words = List.of();
    private Path replay;
    private Path script;
    private boolean json;
    private boolean serve;

    private StepCommand(Io io) {
        this.io = io;
    }

    static CommandSpec spec(Io io, Mentioned mentioned) {
        return new StepCommand(io).spec(mentioned);
    }

    private CommandSpec spec(Mentioned mentioned) {
        CommandSpec spec = TraceCommand.spec(this);
        spec.usageMessage().description(CommandAbout.STEP).customSynopsis(
                "Examples:",
                "  trace step                                   a server, a client, the kernel between them",
                "  trace step db.example:5432                   a real target: the client's side",
                "  trace step connected-not-accepted            a scenario, step by step",
                "  trace step --serve localhost:7007            a client of your own, stopped before accept",
                "  trace step --replay run.ndjson               walks a recording; nothing runs",
                "  printf 'n\\nn\\ni sockets\\n' | trace step --json",
                "");
        spec.addPositional(OptionList.arguments(2, "SCENARIO or HOST:PORT", "A scenario, or a real target; a server of its own where there is neither.", list -> words = list));
        evidence.addTo(new OptionList().file("--replay", "Walk a recording.", file -> replay = file)
                .flag("--serve", "A server alone, for a client of your own (nc, curl), at HOST:PORT of this machine.", on -> serve = on)
                .file("--script", "Take the commands from FILE.", file -> script = file)
                .flag("--json", "NDJSON on stdout, a line for each card.", on -> json = on)).addTo(spec, mentioned);
        output.look.addTo(new OptionList())
                .flag("--ascii", "Draw with ASCII signs only.", on -> output.ascii = on)
                .number("--width", "COLUMNS", 100, "Draw this wide (60 to 200) instead of asking the terminal.", columns -> output.width = columns)
                .help().addTo(spec, mentioned);
        return spec;
    }

    @Override
    public List<String> common() {
        return List.of("--replay", "--script", "--json");
    }

    @Override
    public Integer call() throws UsageException, InterruptedException {
        if (replay != null && (serve || !words.isEmpty())) {
            throw new UsageException("--replay walks a recording, and takes no target");
        }
        StepOutput screen = json ? new StepJson(io) : StepScreen.of(output, io);
        if (replay != null) {
            return walk(null, Journey.of(RecordingFile.read(replay, io).trace()), screen).code();
        }
        if (serve) {
            return live(Driven.of(StepPlans.serve(words, evidence.choice(), io)), SERVED_PATIENCE_NANOS, screen).code();
        }
        if (words.size() != 1 || StepPlans.isTarget(words.getFirst())) {
            return live(Driven.of(run()), screen).code();
        }
        return play(words.getFirst(), screen).code();
    }

    private ExitCode live(Driven run, StepOutput screen) throws UsageException, InterruptedException {
        return live(run, LiveSession.FOR_EVER, screen);
    }

    /// @param patience of commands that nobody types, in nanoseconds
    private ExitCode live(Driven run, long patience, StepOutput screen) throws UsageException, InterruptedException {
        try (LiveSession session = LiveSession.start(run, null, StepPrompts.isPerson(script, json, io) ? PATIENCE_NANOS : patience)) {
            return walk(session, session.first(1), screen);
        }
    }

    /// A play that came to its end has the exit code of its expectations.
    private ExitCode play(String word, StepOutput screen) throws UsageException, InterruptedException {
        Scenario scenario;
        try {
            scenario = ScenarioFinder.find(word);
        } catch (ScenarioException e) {
            ScenarioCheck.tell(e, io);
            return ExitCode.USAGE;
        }
        try {
            return live(Driven.of(ScenarioRun.prepare(new PlayPlan(scenario, evidence.choice()), Version.number())), screen);
        } catch (CannotPlayException e) {
            io.complain("step", scenario.id() + " cannot be shown here: " + NeedsReport.sentence(e.lacks()));
            return ExitCode.CANNOT_SHOW;
        } catch (TargetException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private static ExitCode code(Journey journey) {
        PlayedScenario played = journey.stops().getLast().isEnd() ? PlayedScenario.of(journey.header()) : null;
        return played == null ? ExitCode.OK : new ExpectationResults(played.findings(TraceIndex.of(journey.at(journey.stops().size()).seen()))).code();
    }

    private ExitCode walk(LiveSession session, Journey journey, StepOutput screen) throws UsageException {
        boolean fromInput = script == null && replay != null && RecordingFile.dash(replay);
        if (fromInput) {
            throw new UsageException("--replay - takes standard input, where the commands come from: write --script FILE, too");
        }
        StepLoop[] loop = new StepLoop[1];
        try (Prompt prompt = StepPrompts.open(script, json, io, () -> loop[0].interrupt(false))) {
            loop[0] = new StepLoop(session, journey, prompt, screen, new StepKeeper(io));
            io.onSignal(_ -> loop[0].interrupt(true));
            StepLoop.End end = loop[0].run();
            if (session != null) {
                new StepRecordings(io).keep(loop[0].journey());
            }
            return end == StepLoop.End.INTERRUPTED ? ExitCode.INTERRUPTED : session == null ? ExitCode.OK : code(loop[0].journey());
        } catch (IOException e) {
            throw new UsageException("the commands cannot be read: " + Printable.ascii(String.valueOf(e.getMessage())));
        }
    }

    private TraceRun run() throws UsageException, InterruptedException {
        try {
            return TraceRun.prepare(StepPlans.plan(words, evidence.choice()), Version.number(), io.resolver());
        } catch (TargetException e) {
            throw new UsageException(e.getMessage() + (words.isEmpty() ? "" : " (" + Quoted.typed(String.join(" ", words)) + ")"));
        }
    }
}
