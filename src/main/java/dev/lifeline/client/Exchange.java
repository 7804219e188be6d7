package dev.lifeline.client;

import dev.lifeline.client.web.HttpPlan;
import dev.lifeline.model.Stage;
import dev.lifeline.record.StageFailure;
import dev.lifeline.tls.TlsClient;
import dev.lifeline.tls.TlsPlan;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Objects;

/// One thing that is done with a connection, at either end: write this, read until that, close so. A conversation is a list of
/// them.
///
/// Arrays are not copied: do not change them. All times are in nanoseconds.
public sealed interface Exchange {

    /// The stage that it begins with on a new connection.
    Stage stage();

    /// Has a connection do it.
    ///
    /// @throws StageFailure when a stage failed; it is recorded already
    void on(OpenConnection connection) throws StageFailure, InterruptedException;

    /// Writes all of the bytes, and waits where the kernel takes no more.
    ///
    /// @param times how often
    /// @param timeout for all of it
    record Write(byte[] bytes, long times, long timeout) implements Exchange {
        @Override
        public Stage stage() {
            return Stage.WRITE;
        }

        @Override
        public void on(OpenConnection connection) throws StageFailure, InterruptedException {
            connection.write(this);
        }
    }

    /// Writes until the kernel has taken nothing for a moment: its send buffer is full.
    ///
    /// @param chunk offered with each call
    /// @param most bytes that are written at most
    record Fill(byte[] chunk, long most, long timeout) implements Exchange {
        @Override
        public Stage stage() {
            return Stage.WRITE;
        }

        @Override
        public void on(OpenConnection connection) throws StageFailure, InterruptedException {
            connection.fill(this);
        }
    }

    /// Reads until something that is said here: one call where nothing is.
    ///
    /// @param expected over with these bytes somewhere in the stream; `null` for none
    /// @param delimiter over with these bytes; what calls bring behind them is kept for the next read. `null` for none
    /// @param bytes over once so many are here; 0 for no such number
    /// @param untilEnd over with the end of the peer's stream
    /// @param chunk bytes that one call takes at most
    /// @param most over with so many bytes, whatever comes: the bound on time and memory that a peer may cost
    /// @param demanded whether silence or an end before anything came is a failure
    /// @param firstByteApart whether the wait for the first byte is a stage of its own, with the data behind it as another;
    ///     otherwise all of it is one stage
    record Read(byte[] expected, byte[] delimiter, long bytes, boolean untilEnd, long chunk, long most, boolean demanded,
                boolean firstByteApart, Waits waits) implements Exchange {

        public Read {
            Objects.requireNonNull(waits, "waits");
        }

        /// Reads that no delimiter ends.
        public Read(byte[] expected, long bytes, boolean untilEnd, long chunk, long most, boolean demanded, boolean firstByteApart,
                    Waits waits) {
            this(expected, null, bytes, untilEnd, chunk, most, demanded, firstByteApart, waits);
        }

        /// Says if it is known what ends it, so that silence before that is a failure.
        boolean endIsKnown() {
            return expected != null || delimiter != null || bytes > 0;
        }

        @Override
        public Stage stage() {
            return Stage.FIRST_BYTE;
        }

        @Override
        public void on(OpenConnection connection) throws StageFailure, InterruptedException {
            connection.read(this);
        }
    }

    /// The waits of a read.
    ///
    /// @param first for the first byte, where that is a stage of its own
    /// @param silence between two chunks; 0 to take only what is there
    /// @param whole for all of it, however it drips
    record Waits(long first, long silence, long whole) {
    }

    /// Makes a handshake of TLS, through which everything goes from then on.
    ///
    /// @param target the host that was asked for, a name or an address
    /// @param trusted the only authorities that are trusted, in place of those of the plan; `null` for those of the plan
    /// @param made this side of TLS where it was made ahead; `null` where it is to be made
    /// @param timeout for all of it
    record Secure(TlsPlan plan, String target, List<X509Certificate> trusted, TlsClient.Ahead made, long timeout) implements Exchange {

        public Secure(TlsPlan plan, String target, long timeout) {
            this(plan, target, null, null, timeout);
        }

        public Secure {
            Objects.requireNonNull(plan, "plan");
            Objects.requireNonNull(target, "target");
        }

        /// The side of TLS for a connection; whoever makes it reads the files of the plan.
        ///
        /// @throws IOException where a file cannot be used
        public TlsClient.Ahead side() throws IOException {
            return made != null ? made : trusted != null ? TlsClient.trusting(trusted, plan, target)::over : TlsClient.of(plan, target)::over;
        }

        /// The same with its side of TLS made, before there is a connection.
        public Secure ahead() {
            try {
                return new Secure(plan, target, trusted, trusted == null ? TlsClient.of(plan, target).ahead() : null, timeout);
            } catch (IOException saidInTheHandshake) {
                return this;
            }
        }

        @Override
        public Stage stage() {
            return Stage.TLS;
        }

        @Override
        public void on(OpenConnection connection) throws StageFailure, InterruptedException {
            connection.secure(this);
        }
    }

    /// Sends requests of HTTP and reads their answers, one after the other. One for a tunnel must be granted.
    ///
    /// @param expected the bytes that must come in a body, or `null`
    record Http(HttpPlan plan, byte[] expected, Deadlines deadlines) implements Exchange {

        public Http {
            Objects.requireNonNull(plan, "plan");
            Objects.requireNonNull(deadlines, "deadlines");
        }

        @Override
        public Stage stage() {
            return Stage.REQUEST;
        }

        @Override
        public void on(OpenConnection connection) throws StageFailure, InterruptedException {
            connection.http(this);
        }
    }

    /// Closes.
    ///
    /// @param patience with the peer's end of stream, where that is waited for
    record Close(Way way, long patience) implements Exchange {
        @Override
        public Stage stage() {
            return Stage.CLOSE;
        }

        @Override
        public void on(OpenConnection connection) throws StageFailure, InterruptedException {
            connection.close(this);
        }
    }

    /// Ways to close.
    enum Way {
        /// Sends the FIN, waits for the peer's, closes.
        ORDERLY,
        /// Closes at once, as a program that does not care for the peer's end of stream.
        AT_ONCE,
        /// Throws away what is under way (`SO_LINGER` 0).
        RESET,
        /// Gives the descriptor back after a failure, saying nothing more to the peer than the kernel does by itself.
        ABANDON
    }
}
