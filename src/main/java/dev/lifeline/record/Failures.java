package dev.lifeline.record;

import dev.lifeline.errors.ErrorText;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Failure;
import dev.lifeline.model.Operation;
import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;

/// From an exception to the canonical failure. Types that say enough decide; otherwise the text of the system does.
public final class Failures {

    private Failures() {
    }

    /// The failure that an exception stands for.
    ///
    /// @param local the local end as far as known, or `null`
    /// @param remote the remote end, or `null`
    public static Failure of(IOException e, Operation operation, Endpoint local, Endpoint remote) {
        String eai = e instanceof CodedException coded ? coded.eai() : null;
        return new Failure(code(e), operation, local, remote, eai, e.getMessage());
    }

    /// The failure of a stage that was ended by the person or because the run is over.
    public static Failure interrupted(Operation operation, Endpoint local, Endpoint remote) {
        return new Failure(ErrorCode.INTERRUPTED, operation, local, remote, null);
    }

    /// Not a pattern switch: that is linked anew at each start, and every refused connection comes here.
    private static ErrorCode code(IOException e) {
        if (e instanceof CodedException coded) {
            return coded.code();
        }
        if (e instanceof DeadlineException || e instanceof SocketTimeoutException) {
            return ErrorCode.TIMEOUT;
        }
        if (e instanceof EOFException) {
            return ErrorCode.EOF;
        }
        if (e instanceof ClosedByInterruptException || e instanceof InterruptedIOException) {
            return ErrorCode.INTERRUPTED;
        }
        return e instanceof UnknownHostException ? ErrorText.lookup(e.getMessage()) : ErrorText.system(e.getMessage());
    }
}
