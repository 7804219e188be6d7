package dev.lifeline.cli.report;

import dev.lifeline.cli.ExitCode;
import dev.lifeline.cli.Io;
import dev.lifeline.errors.ErrorText;
import dev.lifeline.model.ErrorCode;
import java.io.IOException;
import java.io.OutputStream;

/// Standard output that remembers why it took no more, so that it is told once, whoever wrote. A reader that has gone
/// (`| head -1`) is no reason, nor is a terminal that was closed: there is nobody who misses anything.
public final class StandardOutput extends OutputStream {

    private final OutputStream out;

    /// Written by the thread that follows a run, and read when that is over.
    private volatile IOException lost;

    public StandardOutput(OutputStream out) {
        this.out = out;
    }

    /// Says what went wrong, if something did.
    ///
    /// @param command whose output it is, or empty
    /// @param code the exit code if nothing was lost
    /// @return the exit code
    public int end(String command, int code, Io io) {
        if (lost == null || io.terminal().out()) {
            return code;
        }
        io.complain(command, "cannot write to standard output: " + TraceSinks.reason(lost));
        return ExitCode.INTERNAL.code();
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        try {
            out.write(bytes, offset, length);
        } catch (IOException e) {
            remember(e);
            throw e;
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            remember(e);
            throw e;
        }
    }

    private void remember(IOException e) {
        if (lost == null && ErrorText.system(e.getMessage()) != ErrorCode.EPIPE) {
            lost = e;
        }
    }
}
