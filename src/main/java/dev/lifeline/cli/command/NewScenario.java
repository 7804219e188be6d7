package dev.lifeline.cli.command;

import dev.lifeline.cli.ExitCode;
import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.option.OptionList;
import dev.lifeline.cli.report.OutputFile;
import dev.lifeline.cli.report.RecordingFile;
import dev.lifeline.cli.report.TraceSinks;
import dev.lifeline.cli.start.Cli;
import dev.lifeline.scenario.Catalogue;
import dev.lifeline.scenario.Starter;
import dev.lifeline.text.Printable;
import dev.lifeline.text.Quoted;
import dev.lifeline.text.ShellWord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/// `trace scenarios new`: a file to begin with. It never overwrites one.
final class NewScenario implements Callable<Integer> {

    private final Io io;
    private String name;
    private Path file;

    NewScenario(Io io) {
        this.io = io;
    }

    CommandSpec spec() {
        CommandSpec spec = TraceCommand.spec(this);
        spec.usageMessage().description("Write the file of a scenario to begin with.").customSynopsis(
                "Examples:",
                "  trace scenarios new slow-reader                   writes slow-reader.yaml",
                "  trace scenarios new slow-reader -o demo/slow.yaml",
                "");
        spec.addPositional(OptionList.argument(String.class, "1", "NAME", "Small letters, digits and hyphens.",
                word -> name = word));
        new OptionList().file("-o, --output", "Where to write it (default NAME.yaml; - is standard output).", path -> file = path).help().addTo(spec);
        return spec;
    }

    @Override
    public Integer call() throws UsageException {
        if (RecordingFile.dash(file)) {
            return (Cli.print(io, text()) ? ExitCode.OK : ExitCode.INTERNAL).code();
        }
        Path target = file == null ? Path.of(plain() + ".yaml") : file;
        String shown = target.toString();
        OutputFile made = new OutputFile(target, io, "scenarios new");
        byte[] text = text().getBytes(StandardCharsets.UTF_8);
        if (made.exists()) {
            throw new UsageException(Quoted.typed(shown) + " is there already and is not overwritten: "
                    + "give another name, or -o FILE");
        }
        try {
            made.write(out -> out.write(text));
        } catch (IOException e) {
            throw new UsageException(Quoted.typed(shown) + " cannot be written: " + TraceSinks.reason(e));
        }
        String safe = ShellWord.ofPath(Printable.ascii(shown));
        io.err().println("trace scenarios new: wrote " + safe + ". Next:");
        io.err().println("  trace run --check " + safe + "    says what is wrong with it, without playing it");
        io.err().println("  trace run " + safe + "            plays it");
        io.err().println("  trace scenarios schema > scenario.schema.json    beside it: an editor completes its words");
        return ExitCode.OK.code();
    }

    /// The name, with what a person may add to it.
    private String plain() throws UsageException {
        try {
            Path.of(name);
        } catch (InvalidPathException e) {
            throw new UsageException(Quoted.typed(name) + " cannot be a file name");
        }
        return name.endsWith(".yaml") ? name.substring(0, name.length() - ".yaml".length()) : name;
    }

    private String text() throws UsageException {
        try {
            if (Catalogue.topicOf(plain()) != null && file == null) {
                throw new UsageException("the catalogue has a scenario " + plain() + " already: "
                        + "give yours another name, or begin with that one: trace scenarios show " + plain()
                        + " > my-" + plain() + ".yaml");
            }
            return Starter.text(plain());
        } catch (IllegalArgumentException e) {
            throw new UsageException(Quoted.typed(name) + " is no name: " + e.getMessage());
        }
    }
}
