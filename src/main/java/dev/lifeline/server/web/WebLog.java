package dev.lifeline.server.web;

import dev.lifeline.http.FieldText;
import dev.lifeline.http.Malformed;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Failure;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.HttpEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.http.BodyFraming;
import dev.lifeline.model.http.HttpTimer;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.server.LoopConnection;

/// Tells the trace of the messages of one connection: their parts, and the stages that they bring. The first requests of a connection are
/// told in full, the others only counted, so that a peer that never stops asking does not fill the trace.
final class WebLog {

    /// Requests of a connection that are told in full.
    static final int REQUESTS_APART = 64;
    private static final String VERSION = "HTTP/1.1";

    private final LaneRecorder recorder;
    private final Endpoint local;
    private final Endpoint remote;
    private final boolean traced;
    private boolean told;
    private int requests;
    private int fields;
    private boolean closed;
    private Stage open;
    /// The time at which the loop turned to the handler; 0 where that is told already.
    private long reached;
    private long started;

    WebLog(LoopConnection connection, boolean traced) {
        this.recorder = connection.who();
        this.local = connection.tuple().local();
        this.remote = connection.tuple().remote();
        this.traced = traced;
        this.told = traced;
    }

    private void mark(EventBody body) {
        if (told) {
            recorder.mark(body);
        }
    }

    private synchronized void begin(Stage stage) {
        if (told && !closed) {
            open = stage;
            started = recorder.started(stage, local, remote);
        }
    }

    private synchronized void finish(Stage stage, Outcome outcome) {
        if (open == stage) {
            open = null;
            recorder.finished(stage, started, outcome);
        }
    }

    /// The first bytes of a request are here.
    void requestBegan() {
        finish(Stage.IDLE, new Outcome.Moved(new Bytes(0, "", false), 0, Ending.COMPLETE));
        requests++;
        told = traced && requests <= REQUESTS_APART;
        fields = 0;
        begin(Stage.REQUEST);
    }

    int requests() {
        return requests;
    }

    void requestLine(String method, String target, String version) {
        mark(new HttpEvent.RequestLine(FieldText.cut(method), FieldText.cut(target), version));
    }

    void field(String name, String value, long offset, boolean trailer) {
        if (told && fields++ < FieldText.MOST_FIELDS) {
            mark(FieldText.event(name, value, offset, trailer));
        }
    }

    void headEnded(int count, long bytes) {
        mark(new HttpEvent.HeadEnded(count, bytes));
    }

    void bodyBegan(BodyFraming framing, long length) {
        mark(new HttpEvent.BodyBegan(framing, length));
    }

    void chunkBegan(long size) {
        mark(new HttpEvent.ChunkBegan(size));
    }

    void bodyEnded(long bytes) {
        mark(new HttpEvent.BodyEnded(bytes));
    }

    void malformed(Malformed what) {
        mark(new HttpEvent.Malformed(what.offset(), what.expected(), what.found()));
    }

    /// A request is whole.
    ///
    /// @param bytes of head and body as they came
    void requestEnded(Request request, long bytes) {
        finish(Stage.REQUEST, new Outcome.Requested(FieldText.cut(request.method()), FieldText.cut(request.target()), bytes));
    }

    /// The loop turns to the handler; it is not said yet if the work is done here.
    void handlerReached() {
        reached = told ? recorder.now() : 0;
    }

    /// The work is done on the loop, since it turned to it.
    synchronized void handlerBegan() {
        if (reached > 0 && !closed) {
            open = Stage.HANDLER;
            started = recorder.mark(reached, new StageEvent.Started(Stage.HANDLER, local, remote));
            reached = 0;
        }
    }

    void handlerEnded(long cpu) {
        handlerBegan();
        finish(Stage.HANDLER, new Outcome.Handled(cpu, null));
    }

    /// The work waits for a worker.
    void workQueued() {
        reached = 0;
        begin(Stage.WORKER_QUEUE);
    }

    /// A worker has it. On that worker's thread, while the loop tells nothing of this connection.
    void workTaken(int worker, int busy, int workers) {
        finish(Stage.WORKER_QUEUE, new Outcome.Taken(worker, busy, workers));
        begin(Stage.HANDLER);
    }

    /// An interim answer is under way.
    void interim(int status, String reason) {
        mark(new HttpEvent.StatusLine(status, reason, VERSION));
    }

    void responseBegan(ResponseWriter writer) {
        begin(Stage.RESPONSE);
        mark(new HttpEvent.StatusLine(writer.status(), writer.reason(), VERSION));
        mark(new HttpEvent.ResponseQueued(writer.queued()));
    }

    void responseEnded(Outcome.Responded responded) {
        finish(Stage.RESPONSE, responded);
    }

    /// The connection is kept, and nothing is asked for.
    void idleBegan() {
        begin(Stage.IDLE);
    }

    /// The wait between two requests is over, and none came.
    void idleEnded() {
        finish(Stage.IDLE, new Outcome.Moved(new Bytes(0, "", false), 0, Ending.QUIET));
    }

    /// The peer has ended its stream between two requests.
    void idleEndedByPeer() {
        finish(Stage.IDLE, new Outcome.Moved(new Bytes(0, "", false), 0, Ending.END_OF_STREAM));
    }

    void stepEntered(String step) {
        mark(new HttpEvent.StepEntered(step));
    }

    /// A step is done with the request: it has answered, or called the next one, which came back.
    void stepLeft(String step) {
        mark(new HttpEvent.StepLeft(step));
    }

    /// A step threw: those behind it are skipped.
    void stepFailed(String step, String problem) {
        mark(new HttpEvent.StepFailed(step, problem));
    }

    /// The request has an id from now on.
    void requestNamed(String id) {
        mark(new HttpEvent.RequestNamed(id, 0));
    }

    /// Code has asked for the id, so many calls below the one that was given it.
    ///
    /// @param id what it saw, or `null`
    void requestIdSeen(String id, int depth) {
        mark(new HttpEvent.RequestNamed(id, depth));
    }

    /// A clock has run down.
    void timerFired(HttpTimer timer, long nanos) {
        recorder.mark(new HttpEvent.TimerFired(timer, nanos));
    }

    /// The connection is closed now.
    ///
    /// @param lost bytes of an answer that the kernel was never given, as far as its length was known before
    synchronized void closing(long lost, boolean answering) {
        closed = true;
        if (answering && traced) {
            recorder.mark(new HttpEvent.ResponseCut(lost));
        }
        if (requests > REQUESTS_APART && traced) {
            recorder.mark(new HttpEvent.RequestsCounted(requests, REQUESTS_APART));
        }
    }

    /// Whatever was under way has failed.
    synchronized void fail(Failure failure) {
        if (open == Stage.IDLE) {
            idleEnded();
        } else if (open != null) {
            Stage stage = open;
            open = null;
            recorder.failed(stage, started, failure);
        }
    }
}
