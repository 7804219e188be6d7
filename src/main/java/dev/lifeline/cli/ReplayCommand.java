package dev.lifeline.cli;

import dev.lifeline.file.Recording;
import dev.lifeline.file.RecordingException;
import dev.lifeline.file.TraceReader;
import dev.lifeline.model.Printable;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/// `trace replay`: shows a recording as the live run was shown. Nothing is executed.
final class ReplayCommand implements Callable<Integer> {

    private final Io io;
    private final OutputOptions output = new OutputOptions();
    private Path file;

    private ReplayCommand(Io io) {
        this.io = io;
    }

    static CommandSpec spec(Io io, Mentioned mentioned) {
        return new ReplayCommand(io).spec(mentioned);
    }

    private CommandSpec spec(Mentioned mentioned) {
        CommandSpec spec = TraceCommand.spec(this);
        spec.usageMessage().description("Show a recording again, in any view, on any machine.").customSynopsis(
                "Examples:",
                "  trace replay run.ndjson",
                "  trace replay run.ndjson --view ladder --width 120",
                "");
        spec.addPositional(OptionList.argument(Path.class, "1", "FILE", "A recording made with --record or --json.",
                path -> file = path));
        output.options().addTo(spec, mentioned);
        new OptionList().help().addTo(spec, mentioned);
        return spec;
    }

    @Override
    public Integer call() throws UsageException {
        Presenter presenter = Presenter.of(output, io);
        try {
            Recording recording = TraceReader.read(file);
            return presenter.show(recording.trace()).code();
        } catch (RecordingException e) {
            // The name of the file stands in it as it was typed.
            throw new UsageException(Printable.ascii(e.getMessage()));
        }
    }
}
