package dev.lifeline.cli.report;

import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.text.Quoted;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;

/// File of `--junit`: begun before anything is played, so that one that cannot be written is told then; `FILE.part` until it is whole.
public final class JunitFile implements AutoCloseable {

    private final Path path;
    private final Io io;
    private final OutputFile file;
    private OutputStream out;
    private boolean broken;

    private JunitFile(Path path, Io io) throws IOException {
        this.path = path;
        this.io = io;
        this.file = RecordingFile.dash(path) ? null : new OutputFile(path, io, "run");
        this.out = file == null ? io.out() : file.begin();
    }

    /// Begins the file; `-` is standard output.
    ///
    /// @param path or `null`
    /// @return `null` where there is none to write
    /// @throws UsageException where it cannot be written
    public static JunitFile open(Path path, Io io) throws UsageException {
        try {
            return path == null ? null : new JunitFile(path, io);
        } catch (IOException e) {
            throw new UsageException("--junit " + Quoted.typed(path.toString()) + " cannot be written: " + TraceSinks.reason(e));
        }
    }

    /// Writes what became of these scenarios, and gives the file its name.
    ///
    /// @param took nanoseconds from the first to the last
    public void write(List<PlayTally> tallies, long took) {
        try {
            out.write(JunitXml.of(tallies, took));
            out.flush();
            if (file != null) {
                out.close();
                file.finish();
            }
        } catch (IOException e) {
            broken = true;
            if (file != null) {
                io.complain("run", "--junit " + Quoted.typed(path.toString()) + " cannot be written: " + TraceSinks.reason(e));
            }
        }
        out = null;
    }

    /// Tells whether it could not be written.
    public boolean broken() {
        return broken;
    }

    /// Leaves nothing behind where nothing was played.
    @Override
    public void close() {
        if (out == null || file == null) {
            return;
        }
        try {
            out.close();
            file.discard();
        } catch (IOException e) {
            broken = true;
        }
    }
}
