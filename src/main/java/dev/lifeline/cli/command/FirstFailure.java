package dev.lifeline.cli.command;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.cli.ExitCode;
import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.option.OutputOptions;
import dev.lifeline.cli.report.ExpectationResults;
import dev.lifeline.cli.report.TraceSinks;
import dev.lifeline.model.Verdict;
import dev.lifeline.run.RunObserver;
import dev.lifeline.text.ShellWord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// `--record` of many plays of one scenario: the recording of the first that did not hold. Where all held no file is made: then a
/// file says by being there that one did not.
///
/// Threads: plays come one after the other; the rest on the caller's.
final class FirstFailure implements Plays.Judged, AutoCloseable {

    private final Io io;
    private final Path file;
    private final TraceSinks sinks;
    private int kept;

    private FirstFailure(Io io, Path file, TraceSinks sinks) {
        this.io = io;
        this.file = file;
        this.sinks = sinks;
    }

    /// Begins the file, so that one that cannot be written is told before anything is played.
    ///
    /// @param file or `null`
    /// @return `null` where there is none to write
    static FirstFailure open(Path file, Io io) throws UsageException {
        if (file == null) {
            return null;
        }
        OutputOptions.Sinks only = new OutputOptions.Sinks();
        only.record = file;
        return new FirstFailure(io, file, TraceSinks.open(only, io, "run"));
    }

    @Override
    public void take(int number, TraceIndex index, Verdict verdict, ExpectationResults found) {
        if (kept > 0 || found.code() != ExitCode.EXPECTATION) {
            return;
        }
        kept = number;
        RunObserver witness = sinks.witness(() -> { });
        try {
            witness.header(index.header());
            // A recording has them as they came, a trace as they happened.
            witness.take(index.trace().recorded());
        } catch (IOException e) {
            witness.failed(e);
        }
        sinks.end(index, verdict, found::write);
    }

    /// Tells whether a recording was begun and is not whole.
    boolean broken() {
        return sinks.broken();
    }

    /// Says which play the file has.
    @Override
    public void close() {
        sinks.close();
        String name = ShellWord.ofPath(file.toString());
        if (kept > 0 && !sinks.broken()) {
            io.complain("run", "play " + kept + " is the first that did not hold: trace replay " + name + " shows it");
        } else if (kept == 0) {
            io.complain("run", "no play failed, so nothing is written to " + name + (Files.exists(file) ? "; what stands there is older" : ""));
        }
    }
}
