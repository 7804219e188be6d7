package dev.lifeline.cli.command;

import dev.lifeline.cli.ExitCode;
import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.option.EvidenceOption;
import dev.lifeline.cli.option.Helped;
import dev.lifeline.cli.option.OptionList;
import dev.lifeline.cli.option.OutputOptions;
import dev.lifeline.cli.option.SandboxOption;
import dev.lifeline.cli.option.TopicOption;
import dev.lifeline.cli.report.JunitFile;
import dev.lifeline.cli.report.RecordingFile;
import dev.lifeline.cli.start.Mentioned;
import dev.lifeline.text.Quoted;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/// `trace run`: plays a scenario and says whether what it claims was seen; or all of them, or only reads them.
final class RunCommand implements Callable<Integer>, Helped {

    private final Io io;
    private final TopicOption topic = new TopicOption();
    private final EvidenceOption evidence = new EvidenceOption();
    private final OutputOptions output = new OutputOptions();
    private final OutputOptions.Sinks sinks = new OutputOptions.Sinks();
    private final SandboxOption sandbox = new SandboxOption();
    private List<String> words = List.of();
    private boolean check;
    private boolean all;
    private Integer times;
    private Path junit;
    private String until;
    private String fails;

    private RunCommand(Io io) {
        this.io = io;
    }

    static CommandSpec spec(Io io, Mentioned mentioned) {
        return new RunCommand(io).spec(mentioned);
    }

    private CommandSpec spec(Mentioned mentioned) {
        CommandSpec spec = TraceCommand.spec(this);
        spec.usageMessage().description(CommandAbout.RUN);
        spec.usageMessage().customSynopsis(
                "Examples:",
                "  trace run connected-not-accepted             one of trace scenarios",
                "  trace run half-close --view ladder --record run.ndjson",
                "  trace run --check my-own.yaml                is the file right?",
                "  trace run my-own.yaml                        play it",
                "  trace run --all --topic way-in               play a whole topic",
                "  trace run my-own.yaml --times 10             does it hold each time?",
                "  trace scenarios new my-own                   write my-own.yaml to begin with",
                "");
        spec.addPositional(OptionList.arguments(Integer.MAX_VALUE, "ID|FILE", "A scenario, or a YAML file; several are summed up.",
                given -> words = given));
        OptionList options = new OptionList()
                .flag("--check", "Only read the files, and report all that is wrong with them.", on -> check = on)
                .flag("--all", "Play the whole catalogue, and sum up.", on -> all = on)
                .number("--times", "N", 10, "Play that often (1 to " + RunTimes.MOST + "), and say what does not hold each time. "
                        + "--record keeps the first play that did not.", number -> times = number);
        options.text("--until", "LABEL", "End the play when the step of this label has ended, and show that moment. "
                        + "What is about later steps is not judged.", label -> until = label)
                .text("--fails", "ID,...", "Succeed only if exactly these expectations do not hold: their ids, or their numbers.",
                        ids -> fails = ids);
        sandbox.addTo(evidence.addTo(topic.addTo(options))).addTo(spec, mentioned, "%nWhat is played:%n");
        output.options().addTo(spec, mentioned, "%nOutput:%n");
        sinks.options().file("--junit", "Write JUnit XML to FILE for a CI system. A suite a scenario, a case an expectation; - is stdout.",
                file -> junit = file).addTo(spec, mentioned, "%n");
        new OptionList().help().addTo(spec, mentioned);
        spec.usageMessage().footer(
                "  0 all expectations held, 20 one did not, 21 it cannot be shown here,",
                "  2 usage or a mistake in the file, 130 interrupted.");
        return spec;
    }

    @Override
    public List<String> common() {
        return List.of("--all", "--topic", "--check", "--sandbox", "--view", "--detail", "--verbose", "--json", "--record");
    }

    @Override
    public void checkWords() throws UsageException {
        for (String word : words) {
            ScenarioFinder.check(word);
        }
    }

    @Override
    public Integer call() throws UsageException, InterruptedException {
        if (times != null && (times < 1 || times > RunTimes.MOST)) {
            throw new UsageException("--times " + times + " is out of range: write 1 to " + RunTimes.MOST);
        }
        if (check) {
            refuseForCheck();
            return new ScenarioCheck(io).check(wanted(), all ? topic.topics() : List.of()).code();
        }
        refuseForOne();
        if (all) {
            refuseForAll();
        } else if (topic.given()) {
            throw new UsageException("--topic plays several scenarios: add --all");
        } else if (wanted().size() > 1) {
            refuseForSeveral("several are given, and each is one line");
        } else if (times != null && output.view != null) {
            throw new UsageException("--view is for one play: --times tells what does not hold each time, and --record FILE keeps the first "
                    + "play that did not, for trace replay FILE --view " + output.view);
        }
        sandbox.check(io, "run");
        boolean toStdout = RecordingFile.dash(junit);
        if (toStdout && sinks.json) {
            throw new UsageException("--json and --junit - both write to standard output: give --junit a file");
        }
        try (JunitFile file = JunitFile.open(junit, io)) {
            ExitCode code = play(toStdout ? io.writingTo(OutputStream.nullOutputStream()) : io, file);
            return (code == ExitCode.OK && file != null && file.broken() ? ExitCode.INTERNAL : code).code();
        }
    }

    private ExitCode play(Io to, JunitFile file) throws UsageException, InterruptedException {
        if (all || times != null || words.size() > 1) {
            RunTimes plays = new RunTimes(to, output, sinks, evidence.choice(), times, file);
            return all ? plays.all(topic.topics()) : plays.named(words);
        }
        return new PlayOne(to, output, sinks, evidence.choice(), file, new PlayOne.Wish(until, fails)).play(words.getFirst());
    }

    private void refuseForOne() throws UsageException {
        String option = until != null ? "--until" : fails != null ? "--fails" : null;
        if (option != null && (all || times != null || words.size() > 1)) {
            throw new UsageException(option + " is for one play of one scenario");
        }
        if (fails != null && junit != null) {
            throw new UsageException("--junit reports what does not hold as failed, and --fails wants it to: leave out one of them");
        }
    }

    private void refuseForCheck() throws UsageException {
        String option = until != null ? "--until" : fails != null ? "--fails" : times != null ? "--times" : junit != null ? "--junit" : null;
        if (option != null) {
            throw new UsageException("--check plays nothing: leave out " + option + ", or leave out --check");
        }
    }

    private List<String> wanted() throws UsageException {
        if (words.isEmpty() && !all) {
            throw new UsageException("which scenario? Write trace run ID or trace run FILE.yaml; "
                    + "trace scenarios lists those that there are");
        }
        return words;
    }

    private void refuseForAll() throws UsageException {
        if (!words.isEmpty()) {
            throw new UsageException("--all plays the whole catalogue: leave out " + Quoted.typed(words.getFirst())
                    + ", or leave out --all");
        }
        refuseForSeveral("--all shows one line for each");
    }

    private void refuseForSeveral(String why) throws UsageException {
        if (sinks.record != null) {
            throw new UsageException("--record is for one scenario: a recording holds one trace");
        }
        if (output.view != null) {
            throw new UsageException("--view is for one scenario: " + why);
        }
    }
}
