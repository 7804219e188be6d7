package dev.lifeline.cli.command;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.cli.ExitCode;
import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.option.EvidenceOption;
import dev.lifeline.cli.option.Helped;
import dev.lifeline.cli.option.OptionList;
import dev.lifeline.cli.option.OutputOptions;
import dev.lifeline.cli.option.Setting;
import dev.lifeline.cli.option.Settings;
import dev.lifeline.cli.report.ExpectationResults;
import dev.lifeline.cli.report.NeedsReport;
import dev.lifeline.cli.report.RecordingFile;
import dev.lifeline.cli.report.StepJson;
import dev.lifeline.cli.report.StepKeeper;
import dev.lifeline.cli.report.StepScreen;
import dev.lifeline.cli.start.Mentioned;
import dev.lifeline.cli.start.Version;
import dev.lifeline.play.CannotPlayException;
import dev.lifeline.play.PlayPlan;
import dev.lifeline.play.ScenarioRun;
import dev.lifeline.run.ConnectPlan;
import dev.lifeline.run.TargetException;
import dev.lifeline.run.TraceRun;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.ScenarioException;
import dev.lifeline.step.CommandException;
import dev.lifeline.step.Journey;
import dev.lifeline.step.PlayNames;
import dev.lifeline.step.PlayedScenario;
import dev.lifeline.step.live.Driven;
import dev.lifeline.step.live.LiveSession;
import dev.lifeline.step.live.Prompt;
import dev.lifeline.step.live.Restart;
import dev.lifeline.step.live.StepLoop;
import dev.lifeline.step.live.StepOutput;
import dev.lifeline.step.predict.Asks;
import dev.lifeline.text.Nearest;
import dev.lifeline.text.Quoted;
import dev.lifeline.text.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.TypeConversionException;

/// `trace step`: walks through a connection, live or recorded.
final class StepCommand implements Callable<Integer>, Helped {

    /// The time after which a person has the prompt back while a call goes on.
    private static final long PATIENCE_NANOS = 2_000_000_000L;

    /// The same for commands of a pipe: a client of another program may never come.
    private static final long SERVED_PATIENCE_NANOS = 10_000_000_000L;

    private final Io io;
    private final OutputOptions output = new OutputOptions();
    private final EvidenceOption evidence = new EvidenceOption();
    private final StepPlans plans;
    private List<String> words = List.of();
    private Path replay;
    private Path script;
    private boolean json;
    private String face;
    /// `null` until it is said, here or in the settings.
    private Asks asks;
    private boolean serve;
    private StepOutput screen;
    private Prompt prompt;
    private volatile StepLoop loop;

    private StepCommand(Io io) {
        this.io = io;
        this.plans = new StepPlans(io);
    }

    static CommandSpec spec(Io io, Mentioned mentioned) {
        return new StepCommand(io).spec(mentioned);
    }

    private CommandSpec spec(Mentioned mentioned) {
        CommandSpec spec = TraceCommand.spec(this);
        spec.usageMessage().description(CommandAbout.STEP).customSynopsis(
                "Examples:",
                "  trace step                                   a server, a client, the kernel between them",
                "  trace step --https                           the same through TLS and one request",
                "  trace step db.example:5432                   a real target: the client's side; a URL, too",
                "  trace step connected-not-accepted            a scenario, step by step",
                "  trace step --serve localhost:7007            a client of your own, stopped before accept",
                "  trace step --replay run.ndjson               walks a recording; nothing runs",
                "  printf 'n\\nn\\ni sockets\\n' | trace step --json",
                "");
        spec.addPositional(OptionList.arguments(2, "SCENARIO or HOST:PORT", "A scenario, or a real target or URL; a server of its own where there is neither.", list -> words = list));
        evidence.addTo(new OptionList().file("--replay", "Walk a recording.", file -> replay = file)
                .flag("--serve", "A server alone, for a client of your own (nc, curl), at HOST:PORT of this machine.", on -> serve = on)
                .file("--script", "Take the commands from FILE.", file -> script = file)
                .text("--predict", "WORD", "Questions before a call runs: offer (a line says that there is one; the default), ask, or off.", this::predict)
                .text("--face", "FACE", "line (default): cards that append. full: a screen. big: for a projector. plain: sentences.", word -> face = word)
                .flag("--accessible", "Sentences and numbered choices for screen readers: --face plain without colour.", on -> output.accessible = on)
                .flag("--json", "NDJSON on stdout, a line for each card.", on -> json = on)).addTo(spec, mentioned);
        plans.addTo(spec, mentioned);
        output.drawing(output.look.addTo(new OptionList())).help().addTo(spec, mentioned, "%nOutput:%n");
        return spec;
    }

    @Override
    public List<String> common() {
        return List.of("--replay", "--script", "--json", "--face");
    }

    @Override
    public Integer call() throws UsageException, InterruptedException {
        if (replay != null && (serve || !words.isEmpty())) {
            throw new UsageException("--replay walks a recording, and takes no target");
        }
        if (script == null && replay != null && RecordingFile.dash(replay)) {
            throw new UsageException("--replay - takes standard input, where the commands come from: write --script FILE, too");
        }
        boolean person = StepPrompts.isPerson(script, json, io);
        Settings settings = json ? null : Settings.of(io);
        if (asks == null) {
            // Commands that nobody types mean the same for everybody: where a question stands open, an empty line is for it.
            asks = person && settings.get(Setting.PREDICT) != null ? Asks.of(settings.get(Setting.PREDICT)) : Asks.OFFER;
        }
        StepScreen drawn = json ? null : StepScreen.of(output, face, person, settings, io);
        screen = json ? new StepJson(io) : drawn;
        try (Prompt opened = StepPrompts.open(script, json, io, this::interrupted, () -> loop == null ? PlayNames.NONE : loop.names())) {
            if (drawn != null && drawn.paints()) {
                opened.open();
            }
            prompt = opened;
            return begin().code();
        } catch (CannotPlayException e) {
            io.complain("step", words.getFirst() + " cannot be shown here: " + NeedsReport.sentence(e.lacks()));
            return ExitCode.CANNOT_SHOW.code();
        } catch (TargetException e) {
            throw new UsageException(e.getMessage() + (words.isEmpty() ? "" : " (" + Quoted.typed(String.join(" ", words)) + ")"));
        } catch (IOException e) {
            throw new UsageException("the commands cannot be read: " + Printable.ascii(String.valueOf(e.getMessage())));
        }
    }

    private void predict(String word) {
        asks = Asks.of(word);
        if (asks == null) {
            throw new TypeConversionException(Quoted.typed(word) + Nearest.hint(word, Asks.words()) + ": write one of "
                    + String.join(", ", Asks.words()));
        }
    }

    private void interrupted() {
        if (loop != null) {
            loop.interrupt(false);
        }
    }

    private ExitCode begin() throws UsageException, CannotPlayException, TargetException, InterruptedException, IOException {
        if (replay != null) {
            plans.checkUnused("a recording has the one that it tells of");
            return walk(null, null, Journey.of(RecordingFile.read(replay, io).trace()));
        }
        if (serve) {
            return live(() -> Driven.of(plans.serve(words, evidence.choice())), SERVED_PATIENCE_NANOS);
        }
        if (words.size() != 1 || StepPlans.isTarget(words.getFirst())) {
            ConnectPlan plan = plans.plan(words, evidence.choice(), script == null);
            return live(() -> Driven.of(TraceRun.prepare(plan, Version.number(), io.resolver())), LiveSession.FOR_EVER);
        }
        plans.checkUnused("a scenario says for itself what its clients do");
        try {
            Scenario scenario = ScenarioFinder.find(words.getFirst());
            return live(() -> Driven.of(ScenarioRun.prepare(new PlayPlan(scenario, evidence.choice()), Version.number())), LiveSession.FOR_EVER);
        } catch (ScenarioException e) {
            ScenarioCheck.tell(e, io);
            return ExitCode.USAGE;
        }
    }

    /// Makes a run that is ready to go.
    private interface Making {
        Driven make() throws UsageException, CannotPlayException, TargetException, InterruptedException;
    }

    /// @param patience of commands that nobody types, in nanoseconds
    private ExitCode live(Making making, long patience)
            throws UsageException, CannotPlayException, TargetException, InterruptedException, IOException {
        long wait = StepPrompts.isPerson(script, json, io) ? PATIENCE_NANOS : patience;
        LiveSession session = LiveSession.start(making.make(), wait);
        Journey first;
        try {
            first = session.first(1);
        } catch (InterruptedException | RuntimeException e) {
            session.close();
            throw e;
        }
        return walk(session, () -> again(making, wait), first);
    }

    private static LiveSession again(Making making, long wait) throws CommandException, InterruptedException {
        try {
            return LiveSession.start(making.make(), wait);
        } catch (UsageException | CannotPlayException | TargetException e) {
            throw new CommandException("it cannot be run again: " + e.getMessage());
        }
    }

    /// A play that came to its end has the exit code of its expectations.
    private static ExitCode code(Journey journey) {
        PlayedScenario played = journey.stops().getLast().isEnd() ? PlayedScenario.of(journey.header()) : null;
        return played == null ? ExitCode.OK : new ExpectationResults(played.findings(TraceIndex.of(journey.at(journey.stops().size()).seen()))).code();
    }

    private ExitCode walk(LiveSession session, Restart restart, Journey journey) throws IOException {
        try (StepLoop walking = new StepLoop(session, restart, journey, prompt, screen, new StepKeeper(io), asks)) {
            loop = walking;
            io.onSignal(_ -> walking.interrupt(true));
            StepLoop.End end = walking.run();
            return end == StepLoop.End.INTERRUPTED ? ExitCode.INTERRUPTED : session == null ? ExitCode.OK : code(walking.journey());
        }
    }
}
