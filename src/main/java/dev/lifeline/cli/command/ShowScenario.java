package dev.lifeline.cli.command;

import dev.lifeline.cli.ExitCode;
import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.option.Helped;
import dev.lifeline.cli.option.OptionList;
import dev.lifeline.cli.start.Cli;
import dev.lifeline.scenario.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/// `trace scenarios show`: the file of a scenario as it is, so that it can be copied.
final class ShowScenario implements Callable<Integer>, Helped {

    private final Io io;
    private String id;

    ShowScenario(Io io) {
        this.io = io;
    }

    CommandSpec spec() {
        CommandSpec spec = TraceCommand.spec(this);
        spec.usageMessage().description("Print the file of a scenario, to read or to copy from.").customSynopsis(
                "Example:",
                "  trace scenarios show half-close > my-close.yaml",
                "");
        spec.addPositional(OptionList.argument(String.class, "1", "ID", "Its name, as trace scenarios lists it.",
                word -> id = word));
        new OptionList().help().addTo(spec);
        return spec;
    }

    @Override
    public void checkWords() throws UsageException {
        if (id != null && Catalogue.topicOf(id) == null) {
            throw new UsageException(ScenarioFinder.notThere(id));
        }
    }

    @Override
    public Integer call() throws UsageException {
        checkWords();
        Catalogue.Topic topic = Catalogue.topicOf(id);
        try {
            Cli.print(io, new String(Catalogue.bytes(topic, id), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ExitCode.OK.code();
    }
}
