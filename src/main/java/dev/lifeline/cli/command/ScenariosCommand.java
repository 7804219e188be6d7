package dev.lifeline.cli.command;

import dev.lifeline.cli.ExitCode;
import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.option.Helped;
import dev.lifeline.cli.option.OptionList;
import dev.lifeline.cli.option.OutputOptions;
import dev.lifeline.cli.option.TopicOption;
import dev.lifeline.cli.report.NeedsReport;
import dev.lifeline.cli.report.Presenter;
import dev.lifeline.scenario.Catalogue;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// `trace scenarios`: what there is to play, and how to write one more.
final class ScenariosCommand implements Callable<Integer>, Helped {

    static final List<String> COMMANDS = List.of("show", "new", "schema");

    private final Io io;
    private List<String> words = List.of();
    private final TopicOption topic = new TopicOption();
    private final OutputOptions output = new OutputOptions();
    private boolean json;

    private ScenariosCommand(Io io) {
        this.io = io;
    }

    static CommandSpec spec(Io io) {
        return new ScenariosCommand(io).spec();
    }

    private CommandSpec spec() {
        CommandSpec spec = TraceCommand.spec(this);
        spec.usageMessage().description(CommandAbout.SCENARIOS).customSynopsis(
                "Examples:",
                "  trace scenarios                              all, by topic",
                "  trace scenarios bytes                        one topic: way-out, way-in, ...",
                "  trace scenarios reset                        those that speak of it",
                "  trace scenarios show half-close              the file of one, to copy from",
                "  trace scenarios new slow-reader              begin one of your own",
                "  trace scenarios schema                       completes words in an editor",
                "");
        spec.addPositional(OptionList.arguments(Integer.MAX_VALUE, "WORD", "A topic, or a word of a name or a claim.", given -> words = given));
        OptionList options = topic.addTo(new OptionList())
                .flag("--json", "NDJSON on stdout: one line a scenario.", on -> json = on);
        output.look.addTo(options)
                .flag("--ascii", "Write ASCII signs only.", on -> output.ascii = on)
                .number("--width", "COLUMNS", 100, "Write this wide (60 to 200) instead of asking the terminal.",
                        columns -> output.width = columns)
                .help().addTo(spec);
        for (String name : COMMANDS) {
            spec.addSubcommand(name, new CommandLine(switch (name) {
                case "show" -> new ShowScenario(io).spec();
                case "new" -> new NewScenario(io).spec();
                default -> new ScenarioSchema(io).spec();
            }, TraceCommand.NONE));
        }
        return spec;
    }

    @Override
    public void checkWords() throws UsageException {
        wanted();
    }

    private List<Catalogue.Topic> wanted() throws UsageException {
        return new ScenarioFilter(words).of(topic.topics());
    }

    @Override
    public Integer call() throws UsageException {
        ScenarioList list = new ScenarioList(wanted(), new NeedsReport());
        if (json) {
            list.json(io);
        } else {
            Presenter presenter = Presenter.of(output, io);
            presenter.print(list.frame(presenter.canvas()));
        }
        return ExitCode.OK.code();
    }
}
