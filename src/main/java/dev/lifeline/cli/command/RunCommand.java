package dev.lifeline.cli.command;

import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.option.EvidenceOption;
import dev.lifeline.cli.option.Helped;
import dev.lifeline.cli.option.OptionList;
import dev.lifeline.cli.option.OutputOptions;
import dev.lifeline.cli.option.SandboxOption;
import dev.lifeline.cli.option.TopicOption;
import dev.lifeline.cli.start.Mentioned;
import dev.lifeline.text.Quoted;
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
                "  trace scenarios new my-own                   write my-own.yaml to begin with",
                "");
        spec.addPositional(OptionList.arguments(Integer.MAX_VALUE, "ID|FILE", "A scenario of the catalogue, or a YAML file; with --check several.",
                given -> words = given));
        OptionList options = new OptionList()
                .flag("--check", "Only read the files, and report all that is wrong with them.", on -> check = on)
                .flag("--all", "Play the whole catalogue, and sum up.", on -> all = on);
        sandbox.addTo(evidence.addTo(topic.addTo(options))).addTo(spec, mentioned, "%nWhat is played:%n");
        output.options().addTo(spec, mentioned, "%nOutput:%n");
        sinks.options().addTo(spec, mentioned, "%n");
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
        if (check) {
            return new ScenarioCheck(io).check(wanted(), all ? topic.topics() : List.of()).code();
        }
        if (all) {
            refuseForAll();
            sandbox.check(io, "run");
            return new PlayAll(io, output, sinks.json, evidence.choice()).play(topic.topics()).code();
        }
        if (topic.given()) {
            throw new UsageException("--topic plays several scenarios: add --all");
        }
        if (wanted().size() > 1) {
            throw new UsageException("one scenario at a time, and " + words.size()
                    + " are given: --all plays the whole catalogue, --check reads several files");
        }
        sandbox.check(io, "run");
        return new PlayOne(io, output, sinks, evidence.choice()).play(words.getFirst()).code();
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
        if (sinks.record != null) {
            throw new UsageException("--record is for one scenario: a recording holds one trace");
        }
        if (output.view != null) {
            throw new UsageException("--view is for one scenario: --all shows one line for each");
        }
    }
}
