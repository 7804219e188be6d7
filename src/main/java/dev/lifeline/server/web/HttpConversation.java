package dev.lifeline.server.web;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Failure;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.http.HttpTimer;
import dev.lifeline.record.CodedException;
import dev.lifeline.record.DeadlineException;
import dev.lifeline.record.Gate;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.server.LoopConnection;
import dev.lifeline.server.LoopWork;
import dev.lifeline.server.Responder;
import dev.lifeline.text.Durations;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/// One connection that speaks HTTP/1.1: reads a request, has it answered, sends the answer, and reads the next. Requests that come at once
/// are answered in order. For the loop's thread.
final class HttpConversation implements Responder {

    private static final int MOST_INPUT = WebSettings.MOST_READ;
    private static final int LEAST_INPUT = 512;
    private static final long LINGER_NANOS = 2_000_000_000;
    private static final long HOLD_NANOS = 60_000_000_000L;
    private static final Runnable NOTHING = () -> { };

    private final WebServer server;
    private final LoopConnection connection;
    private final WebLog log;
    private final WebClocks clocks;
    private final RequestReader reader;
    private final ResponseWriter writer;
    private ByteBuffer input = ByteBuffer.allocate(0);
    private Position position = Position.IDLE;
    /// The gate that was come to last.
    private int gate = -1;
    private boolean peerEnded;
    private boolean exits;
    private String id;
    private Reply answer;

    /// The place between two requests at which the conversation stands.
    private enum Position { IDLE, READING, READ, HANDLE, HANDLING, HANDLED, ANSWER, ANSWERING, ANSWERED, LINGERING, OVER }

    HttpConversation(WebServer server, LoopConnection connection) {
        this.server = server;
        this.connection = connection;
        this.log = new WebLog(connection, server.options().traced());
        this.clocks = new WebClocks(server.options());
        this.reader = new RequestReader(server, connection, log, clocks);
        this.writer = new ResponseWriter(server);
    }

    WebLog log() {
        return log;
    }

    WebServer server() {
        return server;
    }

    LoopWork loop() {
        return connection.loop();
    }

    private long now() {
        return connection.loop().clock();
    }

    @Override
    public boolean tellsStages() {
        return true;
    }

    @Override
    public int takes(LoopConnection its) {
        // Asked once: while a person looks at a run that is stopped, the clock trembles, and a moment taken before the other would be later.
        long now = now();
        if (position == Position.OVER || position == Position.READING && reader.takesFrom(now) > now) {
            return 0;
        }
        return Math.min(server.options().readBytes(), MOST_INPUT - input.remaining());
    }

    @Override
    public void received(LoopConnection its, ByteBuffer bytes) {
        if (position == Position.LINGERING) {
            return;
        }
        if (input.capacity() - input.remaining() < bytes.remaining()) {
            int size = Math.min(MOST_INPUT, Math.max(LEAST_INPUT, 2 * (input.remaining() + bytes.remaining())));
            input = ByteBuffer.allocate(size).put(input);
        } else {
            input.compact();
        }
        input.put(bytes).flip();
    }

    @Override
    public void goOn(LoopConnection its) {
        while (step()) {
            continue;
        }
        connection.loop().lookBy(next());
    }

    @Override
    public void drained(LoopConnection its) {
        if (position == Position.ANSWERING) {
            goOn(its);
        }
    }

    /// A request that will hang for ever waits only for its sender to go.
    @Override
    public void ended(LoopConnection its) {
        peerEnded = true;
        if (position == Position.LINGERING) {
            its.finish();
        } else if (position == Position.HANDLING && server.options().fault() == HttpFault.HANG) {
            log.fail(its.failure(new EOFException("the client went before there was an answer"), Operation.READ));
            end();
        }
    }

    @Override
    public void leaving(LoopConnection its) {
        if (position == Position.IDLE && log.requests() > 0 && !input.hasRemaining()) {
            log.idleEnded();
            end();
        }
    }

    @Override
    public void failed(Failure failure) {
        if (log.requests() == 0 && failure.code() == ErrorCode.TIMEOUT) {
            log.timerFired(HttpTimer.FIRST_BYTE, 0);
        }
        log.fail(failure);
    }

    @Override
    public void closing(int waiting) {
        reader.endBody();
        boolean cut = position == Position.ANSWERING || exits && (waiting > 0 || !writer.isWhole());
        if (exits && !cut) {
            log.responseEnded(writer.responded());
        }
        log.closing(waiting + (cut ? writer.left() : 0), cut);
        log.fail(connection.failure(new CodedException(ErrorCode.INTERRUPTED, "closed by the server's program"), Operation.WRITE));
        position = Position.OVER;
    }

    /// One step on; `false` where something has to come first.
    private boolean step() {
        return switch (position) {
            case IDLE -> begins();
            case READING -> readsOn();
            case READ -> !stops(Stage.REQUEST, Gate.Side.AFTER) && goes(Position.HANDLE);
            case HANDLE -> !stops(Stage.HANDLER, Gate.Side.BEFORE) && handles();
            case HANDLED -> !stops(Stage.HANDLER, Gate.Side.AFTER) && goes(Position.ANSWER);
            case ANSWER -> !stops(Stage.RESPONSE, Gate.Side.BEFORE) && answers();
            case ANSWERING -> sends();
            case ANSWERED -> !stops(Stage.RESPONSE, Gate.Side.AFTER) && keepsOrEnds();
            case HANDLING, LINGERING, OVER -> false;
        };
    }

    private boolean goes(Position next) {
        position = next;
        return true;
    }

    /// Comes to a gate, once.
    private boolean stops(Stage stage, Gate.Side side) {
        int its = 2 * stage.ordinal() + side.ordinal();
        if (gate == its) {
            return false;
        }
        gate = its;
        return connection.isHeld(stage, side);
    }

    private boolean begins() {
        if (!input.hasRemaining()) {
            if (peerEnded) {
                log.idleEndedByPeer();
                end();
            }
            return false;
        }
        if (stops(Stage.REQUEST, Gate.Side.BEFORE)) {
            return false;
        }
        log.requestBegan();
        clocks.requestBegan(now());
        reader.begin();
        id = null;
        return goes(Position.READING);
    }

    private boolean readsOn() {
        long now = now();
        if (reader.takesFrom(now) <= now) {
            reader.feed(input);
        }
        if (reader.isWhole()) {
            log.requestEnded(reader.request(), reader.bytes());
            clocks.requestEnded();
            return goes(Position.READ);
        }
        if (reader.isRefused()) {
            refuse(reader.problem());
            return true;
        }
        if (peerEnded && !input.hasRemaining()) {
            log.fail(connection.failure(new EOFException("the client ended its stream at byte " + reader.bytes() + " of the request"),
                    Operation.READ));
            end();
        }
        long takesFrom = reader.takesFrom(now);
        if (takesFrom > now) {
            clocks.later(takesFrom, NOTHING);
        }
        return false;
    }

    /// Answers a request that is not read to its end, and reads no other.
    private void refuse(IOException why) {
        log.fail(connection.failure(why, Operation.READ));
        clocks.requestEnded();
        answer = reader.refusal();
        input.position(input.limit());
        position = Position.ANSWER;
    }

    private boolean handles() {
        position = Position.HANDLING;
        id = server.nextId();
        log.handlerReached();
        new Chain(new ServedExchange(this, reader.request(), reader.sink(), id)).walk();
        log.handlerBegan();
        return position != Position.HANDLING;
    }

    /// The handler has its answer.
    void answered(Reply its) {
        log.handlerEnded(its.cpu());
        answer = its;
        position = Position.HANDLED;
    }

    /// Has something done later that ends, or not, in an answer.
    void later(long nanos, Runnable task) {
        clocks.later(now() + nanos, task);
    }

    /// Has a worker make the answer.
    void onWorker(Workers.Job job) {
        log.workQueued();
        if (!server.workers().offer(new Workers.Task(id, job, connection.loop(), log::workTaken, this::worked))) {
            answered(Reply.of(503, "503 Service Unavailable: " + Workers.QUEUE + " requests wait for a worker already\n")
                    .with("Retry-After", "1"));
        }
    }

    private void worked(Reply its) {
        if (position == Position.HANDLING) {
            answered(its);
            answeredLater();
        }
    }

    /// The answer did not come while the loop was here.
    void answeredLater() {
        if (position == Position.HANDLED) {
            goOn(connection);
            connection.settle();
        }
    }

    LaneRecorder who() {
        return connection.who();
    }

    private boolean answers() {
        boolean keeps = reader.keepsAlive() && server.options().keepAlive() > 0 && !connection.loop().isLeaving()
                && !(peerEnded && !input.hasRemaining());
        writer.begin(answer, reader.request(), keeps, id);
        reader.endBody();
        log.responseBegan(writer);
        return goes(Position.ANSWERING);
    }

    private boolean sends() {
        boolean whole = writer.put(connection);
        if (server.options().fault() == HttpFault.EXIT) {
            exit();
            return false;
        }
        if (!whole || connection.isSending()) {
            clocks.later(writer.paceNext(), NOTHING);
            return false;
        }
        log.responseEnded(writer.responded());
        return goes(Position.ANSWERED);
    }

    /// One write, as the end of an answer makes it in a program, and then the end of the program.
    private void exit() {
        exits = true;
        position = Position.LINGERING;
        connection.settle();
        connection.drop();
    }

    private boolean keepsOrEnds() {
        if (writer.end() == FaultScript.End.RESET) {
            connection.reset();
            position = Position.OVER;
        } else if (writer.end() == FaultScript.End.HOLD) {
            linger(HOLD_NANOS);
        } else if (reader.isRefused() && !peerEnded) {
            // What is still under way to a closed socket would bring a reset, and the answer would be lost (RFC 9112 section 9.6).
            connection.shutOutput();
            linger(LINGER_NANOS);
        } else if (!writer.keeps() || server.options().fault() == HttpFault.CLOSE_IDLE || connection.loop().isLeaving()) {
            end();
        } else {
            idle();
            return true;
        }
        return false;
    }

    private void linger(long nanos) {
        clocks.lingers(now() + nanos);
        position = Position.LINGERING;
    }

    private void idle() {
        position = Position.IDLE;
        if (!input.hasRemaining()) {
            input = ByteBuffer.allocate(0);
            log.idleBegan();
            clocks.idleBegan(now());
        }
    }

    private void end() {
        connection.finish();
        position = Position.OVER;
    }

    @Override
    public long due(LoopConnection its, long now) {
        Runnable task = clocks.due(now);
        if (task != null) {
            long from = its.loop().turns().now();
            task.run();
            goOn(its);
            its.loop().turns().did(null, its.who(), "timer of a request", from);
        }
        HttpTimer expired = clocks.expired(now);
        if (expired != null) {
            long from = its.loop().turns().now();
            expire(expired);
            its.loop().turns().did(null, its.who(), expired.label().concat(" timer"), from);
        } else if (clocks.hasLingered(now)) {
            end();
        }
        return next();
    }

    private long next() {
        return position == Position.OVER ? Long.MAX_VALUE : clocks.next();
    }

    private void expire(HttpTimer timer) {
        String length = Durations.text(clocks.length(timer));
        log.timerFired(timer, clocks.length(timer));
        if (timer == HttpTimer.KEEP_ALIVE) {
            log.idleEnded();
            end();
            return;
        }
        reader.refuse(408, "the " + timer.label() + " timer of " + length + " ran down");
        refuse(new DeadlineException(length));
        goOn(connection);
    }
}
