package dev.lifeline.cli;

import dev.lifeline.file.Recording;
import dev.lifeline.file.RecordingException;
import dev.lifeline.file.TraceReader;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `trace replay`: shows a recording as the live run was shown. Nothing is executed.
@Command(name = "replay", sortOptions = false, description = "Show a recording again, in any view, on any machine.",
        customSynopsis = {"Examples:", "  trace replay run.ndjson", "  trace replay run.ndjson --view ladder --width 120", ""},
        synopsisHeading = "")
final class ReplayCommand implements Callable<Integer> {

    private final Io io;

    @Parameters(index = "0", paramLabel = "FILE", description = "A recording made with --record or --json.")
    private Path file;

    @Mixin
    private OutputOptions output;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    ReplayCommand(Io io) {
        this.io = io;
    }

    @Override
    public Integer call() throws UsageException {
        Presenter presenter = Presenter.of(output, io);
        try {
            Recording recording = TraceReader.read(file);
            return presenter.show(recording.trace()).code();
        } catch (RecordingException e) {
            throw new UsageException(e.getMessage());
        }
    }
}
