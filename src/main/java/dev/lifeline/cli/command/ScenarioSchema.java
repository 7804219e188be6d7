package dev.lifeline.cli.command;

import dev.lifeline.cli.ExitCode;
import dev.lifeline.cli.Io;
import dev.lifeline.cli.option.OptionList;
import dev.lifeline.cli.start.Cli;
import dev.lifeline.scenario.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/// `trace scenarios schema`: the JSON Schema of scenario files, for editors.
final class ScenarioSchema implements Callable<Integer> {

    private static final String RESOURCE = "catalogue/scenario.schema.json";

    private final Io io;

    ScenarioSchema(Io io) {
        this.io = io;
    }

    CommandSpec spec() {
        CommandSpec spec = TraceCommand.spec(this);
        spec.usageMessage().description("Print the JSON Schema of scenario files, for editors that know YAML.").customSynopsis(
                "Example:",
                "  trace scenarios schema > scenario.schema.json",
                "");
        new OptionList().help().addTo(spec);
        return spec;
    }

    @Override
    public Integer call() {
        try (InputStream in = Catalogue.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException("this build of the program has no file " + RESOURCE);
            }
            Cli.print(io, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return ExitCode.OK.code();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
