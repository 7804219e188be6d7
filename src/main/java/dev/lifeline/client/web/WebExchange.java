package dev.lifeline.client.web;

import dev.lifeline.client.ConnectedSocket;
import dev.lifeline.client.Deadline;
import dev.lifeline.client.Exchange;
import dev.lifeline.client.StreamSearch;
import dev.lifeline.http.HttpProblem;
import dev.lifeline.http.Malformed;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.HttpEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.net.Tally;
import dev.lifeline.record.CodedException;
import dev.lifeline.record.DeadlineException;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/// Requests and answers of one connection, in the stages request, first byte and response, with idle between them. An answer that is
/// none ends in the stage protocol.
public final class WebExchange {

    private static final Bytes NOTHING = new Bytes(0, "", false);

    private final StageRunner runner;
    private final ConnectedSocket link;
    private final Exchange.Http http;
    private final HttpPlan plan;
    private final StreamSearch search;
    private final AnswerReader answer;
    private RequestSender sender;

    /// @param runner the stage runner of the client's lane
    /// @param link the connection, with TLS where it is to have it
    public WebExchange(StageRunner runner, ConnectedSocket link, Exchange.Http http) {
        this.runner = runner;
        this.link = link;
        this.http = http;
        this.plan = http.plan();
        this.search = http.expected() == null ? null : new StreamSearch(http.expected());
        this.answer = new AnswerReader(runner.recorder(), search);
    }

    /// Sends each request and reads its answer.
    ///
    /// @throws StageFailure when a stage failed; it is recorded already
    public void run() throws StageFailure, InterruptedException {
        for (int number = 1; number <= plan.requests(); number++) {
            if (number > 1) {
                betweenRequests(number);
            }
            answer.next(plan.method());
            runner.run(call(Stage.REQUEST, Operation.WRITE), this::request);
            runner.run(call(Stage.FIRST_BYTE, Operation.READ), this::firstByte);
            if (!runner.run(call(Stage.RESPONSE, Operation.READ), this::response)) {
                refuse(answer.malformed());
            }
            checkNothingBehind();
        }
        if (plan.method().equals(HttpPlan.CONNECT) && !answer.parser().isTunnel()) {
            runner.run(call(Stage.PROTOCOL, Operation.READ), () -> {
                throw new CodedException(ErrorCode.TUNNEL_REFUSED, "the proxy opened no tunnel to " + plan.target() + ": it answered " + answer.said());
            });
        }
    }

    /// The last answer.
    public WebAnswer answer() {
        return answer.answer();
    }

    /// The bytes behind the answer that opened a tunnel, between position and limit: they are the tunnel's.
    public ByteBuffer behind() {
        return link.chunk();
    }

    /// Records whether what was expected has come in a body.
    ///
    /// @return whether it has; `true` where nothing was expected
    public boolean checkExpectation() {
        if (search == null) {
            return true;
        }
        String expected = shown(Bytes.of(http.expected()));
        String observed = search.found() ? expected : shown(answer.bodySeen());
        runner.recorder().mark(new RunEvent.ExpectationChecked(expected, search.found(), observed));
        return search.found();
    }

    private static String shown(Bytes bytes) {
        return bytes.truncated() ? bytes.preview() + "..." : bytes.preview();
    }

    private StageRunner.Call call(Stage stage, Operation operation) {
        return new StageRunner.Call(stage, operation, link.local(), link.remote());
    }

    /// Keeps the connection for the next request, if it can be kept.
    private void betweenRequests(int number) throws StageFailure, InterruptedException {
        if (!answer.parser().keepsAlive()) {
            runner.run(call(Stage.REQUEST, Operation.WRITE), () -> {
                throw new EOFException("the answer before ends the connection: request " + number + " of " + plan.requests()
                        + " was not sent");
            });
        }
        if (plan.idle() > 0) {
            runner.run(call(Stage.IDLE, Operation.READ), () -> idle(number));
        }
    }

    private StageRunner.Result<Void> request() throws IOException, InterruptedException {
        sender = new RequestSender(plan, link, runner.recorder(), answer, http.deadlines().write());
        return new StageRunner.Result<>(null, sender.send());
    }

    private StageRunner.Result<Void> idle(int number) throws IOException, InterruptedException {
        Deadline until = Deadline.in(plan.idle());
        while (link.awaitReadable(until)) {
            int count = link.read(ConnectedSocket.BUFFER_BYTES);
            if (count < 0) {
                link.recordRead();
                throw new EOFException("the peer ended its stream while the connection was idle: request " + number + " of "
                        + plan.requests() + " was not sent");
            }
            if (count > 0) {
                link.recordRead();
                throw new CodedException(ErrorCode.HTTP_MALFORMED, "bytes came while the connection was idle, which no request had asked for: "
                        + shown(Bytes.of(link.chunk())));
            }
        }
        return new StageRunner.Result<>(null, new Outcome.Moved(NOTHING, 0, Ending.QUIET));
    }

    /// Waits for the first byte. It may be here already: then the server had answered before the request was whole.
    private StageRunner.Result<Void> firstByte() throws IOException, InterruptedException {
        if (answer.hasBegun()) {
            return new StageRunner.Result<>(null, new Outcome.Moved(sender.early(), 1, Ending.COMPLETE));
        }
        Deadline deadline = Deadline.in(http.deadlines().read());
        int count = link.ended() ? -1 : link.read(ConnectedSocket.BUFFER_BYTES);
        while (count == 0) {
            if (!link.awaitReadable(deadline)) {
                throw deadline.exception();
            }
            count = link.read(ConnectedSocket.BUFFER_BYTES);
        }
        if (count < 0) {
            link.recordRead();
            throw new EOFException("the peer ended its stream " + answer.cut());
        }
        link.recordRead();
        return new StageRunner.Result<>(null, new Outcome.Moved(Bytes.of(link.chunk()), 1, Ending.COMPLETE));
    }

    /// @return whether it was an answer
    private StageRunner.Result<Boolean> response() throws IOException, InterruptedException {
        // The first chunk moved in the stage before.
        Tally tally = Tally.ofAll();
        answer.feed(link.chunk());
        Deadline whole = Deadline.in(http.deadlines().data());
        Deadline silence = null;
        while (!answer.isOver()) {
            int count = link.ended() ? -1 : link.read(ConnectedSocket.BUFFER_BYTES);
            if (count > 0) {
                link.recordRead();
                tally.add(link.chunk());
                answer.feed(link.chunk());
                silence = null;
                if (whole.passed() && !answer.isOver()) {
                    throw outOf(whole);
                }
            } else if (count < 0) {
                link.recordRead();
                if (!answer.parser().end()) {
                    throw new EOFException("the peer ended its stream " + answer.cut());
                }
            } else {
                silence = silence == null ? Deadline.in(http.deadlines().idle()) : silence;
                if (!link.awaitReadable(silence.earlier(whole))) {
                    throw outOf(silence.earlier(whole));
                }
            }
        }
        return answer.malformed() == null ? new StageRunner.Result<>(true, answer.outcome())
                : new StageRunner.Result<>(false, tally.moved(Ending.COMPLETE));
    }

    private DeadlineException outOf(Deadline deadline) {
        return new DeadlineException(deadline.text() + ", " + answer.cut());
    }

    /// Says that bytes are no answer.
    private void refuse(Malformed what) throws StageFailure, InterruptedException {
        runner.run(call(Stage.PROTOCOL, Operation.READ), () -> {
            runner.recorder().mark(new HttpEvent.Malformed(what.offset(), what.expected(), what.found()));
            throw new CodedException(code(what.problem()), "byte " + what.offset() + " of the answer: expected " + what.expected()
                    + ", found " + what.found());
        });
    }

    private static ErrorCode code(HttpProblem problem) {
        return switch (problem) {
            case SYNTAX, FRAMING, HOST, CODING -> ErrorCode.HTTP_MALFORMED;
            case TARGET_TOO_LONG, HEAD_TOO_LARGE, BODY_TOO_LARGE, TOO_MANY_INTERIM -> ErrorCode.HTTP_TOO_LARGE;
            case VERSION, HTTP2 -> ErrorCode.HTTP_VERSION;
        };
    }

    /// Bytes behind an answer belong to nothing that was asked for: its length was wrong, or the server answered twice.
    private void checkNothingBehind() throws StageFailure, InterruptedException {
        ByteBuffer behind = link.chunk();
        if (behind.hasRemaining() && !answer.parser().isTunnel()) {
            refuse(new Malformed(HttpProblem.FRAMING, answer.parser().bytes(), "nothing: the answer is whole",
                    "\"" + shown(Bytes.of(behind)) + "\""));
        }
    }
}
