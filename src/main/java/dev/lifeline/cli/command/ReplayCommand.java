package dev.lifeline.cli.command;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.option.OptionList;
import dev.lifeline.cli.option.OutputOptions;
import dev.lifeline.cli.report.Presenter;
import dev.lifeline.cli.report.RecordingFile;
import dev.lifeline.cli.start.Mentioned;
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
                "  ssh host trace connect db.example:5432 --json | trace replay -",
                "");
        spec.addPositional(RecordingFile.argument(path -> file = path));
        output.options().addTo(spec, mentioned);
        new OptionList().help().addTo(spec, mentioned);
        return spec;
    }

    @Override
    public Integer call() throws UsageException {
        Presenter presenter = Presenter.of(output, io);
        TraceIndex index = TraceIndex.of(RecordingFile.read(file, io).trace());
        presenter.check(index);
        return presenter.show(index).code();
    }
}
