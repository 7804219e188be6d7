package dev.lifeline.client;

import dev.lifeline.client.web.TlsExchange;
import dev.lifeline.client.web.WebAnswer;
import dev.lifeline.client.web.WebExchange;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.net.ByteStream;
import dev.lifeline.record.DeadlineException;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/// A connection at either end, and the one place that does an [Exchange] with it. One thread uses it; interrupting that thread ends
/// any wait at once.
public final class OpenConnection {

    /// The time that a full send buffer must stay full: what the peer's kernel takes, it takes at once, but not always before write
    /// returns.
    private static final long STAYS_FULL_NANOS = 20_000_000;

    private final StageRunner runner;
    private final ConnectedSocket link;
    private final OwnBuffer own = new OwnBuffer();
    private boolean hasRead;
    private boolean broken;
    private boolean asExpected = true;
    private WebAnswer answer;

    /// @param runner the stage runner of its lane, with its number
    /// @param stream one that can be waited for
    public OpenConnection(StageRunner runner, ByteStream stream) {
        this(runner, new ConnectedSocket(stream, runner));
    }

    /// The same connection for a person's hands: no gate holds them. What it does there is not part of the conversation.
    OpenConnection unheld() {
        return new OpenConnection(runner.unheld(), link);
    }

    private OpenConnection(StageRunner runner, ConnectedSocket link) {
        this.runner = runner;
        this.link = link;
    }

    /// Does the next exchange.
    ///
    /// @throws StageFailure when a stage failed; it is recorded already
    /// @throws InterruptedException when the thread was interrupted; what was open is recorded as such
    public void perform(Exchange exchange) throws StageFailure, InterruptedException {
        try {
            exchange.on(this);
        } catch (StageFailure e) {
            // The end of our own patience says nothing of the connection.
            broken |= !(e.getCause() instanceof DeadlineException) && !(e.getCause() instanceof EOFException);
            throw e;
        }
    }

    /// Ends this side's stream, which is no stage.
    public void shutOutput() throws IOException {
        link.shutOutput();
    }

    /// Says if its descriptors are still to be given back. Any thread.
    public boolean isOpen() {
        return link.isOpen();
    }

    /// Says if what was expected has come so far; `true` where nothing was.
    public boolean asExpected() {
        return asExpected;
    }

    /// The last answer of HTTP that came whole; `null` where there was none.
    public WebAnswer answer() {
        return answer;
    }

    /// Gives the descriptors back, without a word. Any thread, once nobody uses it any more.
    public void discard() {
        try {
            link.close();
        } catch (IOException e) {
            // The descriptor is given back all the same: close(2).
        }
    }

    /// Closes it after an interrupt: a person who interrupts does not want to be held at the gate before the close.
    void abandonAtOnce() throws InterruptedException {
        try {
            new Closing(runner.unheld(), link).close(new Exchange.Close(Exchange.Way.ABANDON, 0), true);
        } catch (StageFailure recorded) {
            // The interruption is the greater news.
        }
    }

    void secure(Exchange.Secure secure) throws StageFailure, InterruptedException {
        new TlsExchange(runner, link, secure).run();
    }

    void write(Exchange.Write write) throws StageFailure, InterruptedException {
        runner.run(call(Operation.WRITE, Stage.WRITE), () -> {
            Deadline deadline = Deadline.in(write.timeout());
            int chunks = 0;
            long lost = link.bytesLost();
            for (long i = 0; i < write.times(); i++) {
                ByteBuffer left = ByteBuffer.wrap(write.bytes());
                while (left.hasRemaining()) {
                    if (link.write(left) > 0) {
                        chunks++;
                    } else if (!link.awaitWritable(deadline)) {
                        throw deadline.exception();
                    }
                }
            }
            Bytes once = Bytes.of(write.bytes());
            Bytes all = write.times() == 1 ? once : new Bytes(once.count() * write.times(), once.preview(), true);
            lost = link.bytesLost() - lost;
            all = lost == 0 ? all : new Bytes(all.count() - lost, all.preview(), true);
            return new StageRunner.Result<Void>(null, new Outcome.Moved(all, chunks, Ending.COMPLETE));
        });
    }

    void fill(Exchange.Fill fill) throws StageFailure, InterruptedException {
        runner.run(call(Operation.WRITE, Stage.WRITE), () -> {
            Deadline deadline = Deadline.in(fill.timeout());
            long taken = 0;
            int chunks = 0;
            while (taken < fill.most()) {
                int now = link.write(ByteBuffer.wrap(fill.chunk()));
                taken += now;
                chunks += now > 0 ? 1 : 0;
                if (now == 0 && !link.awaitWritable(Deadline.in(STAYS_FULL_NANOS))) {
                    break;
                }
                if (deadline.passed()) {
                    throw deadline.exception();
                }
            }
            Bytes all = new Bytes(taken, Bytes.of(fill.chunk()).preview(), true);
            return new StageRunner.Result<Void>(null,
                    new Outcome.Moved(all, chunks, taken < fill.most() ? Ending.COMPLETE : Ending.LIMIT));
        });
    }

    void read(Exchange.Read read) throws StageFailure, InterruptedException {
        Stage stage = hasRead ? Stage.DATA : Stage.FIRST_BYTE;
        hasRead = true;
        Reading reading = new Reading(runner, link, own, read);
        try {
            reading.run(stage);
        } catch (StageFailure failed) {
            asExpected &= reading.checkExpectation();
            throw failed;
        }
        asExpected &= reading.checkExpectation();
    }

    void http(Exchange.Http http) throws StageFailure, InterruptedException {
        WebExchange exchange = new WebExchange(runner, link, http);
        try {
            exchange.run();
            answer = exchange.answer();
            own.keep(exchange.behind());
        } finally {
            asExpected &= exchange.checkExpectation();
        }
    }

    void close(Exchange.Close close) throws StageFailure, InterruptedException {
        new Closing(runner, link).close(close, broken);
    }

    private StageRunner.Call call(Operation operation, Stage stage) {
        return new StageRunner.Call(stage, operation, link.local(), link.remote());
    }
}
