package dev.lifeline.server;

import dev.lifeline.model.Failure;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.model.socket.Interest;
import dev.lifeline.record.AddedFault;
import dev.lifeline.record.Failures;
import dev.lifeline.record.Faults;
import dev.lifeline.record.Gate;
import dev.lifeline.record.Gates;
import dev.lifeline.record.Halt;
import dev.lifeline.record.HandReach;
import dev.lifeline.record.LaneRecorder;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.function.BooleanSupplier;

/// Tells the trace of one connection: its stages, each with one end, and every read and write between.
final class ConnectionLog {

    /// The number of answers of a connection that get a stage of their own. The next one spans the rest of the connection's life,
    /// so that a peer that never stops cannot fill the trace with stages.
    static final int ANSWERS_APART = 64;

    private final LaneRecorder recorder;
    private final Gates gates;
    private final FourTuple tuple;
    private final Transfer firstByte;
    private final Transfer data;
    private final Transfer answer;
    private Bytes offered;
    private int answers;
    private boolean allTaken;
    private boolean onlyFirstByte;
    private boolean outputShut;
    private boolean tlsOpen;
    private long tls;
    private boolean writeRegistered;
    private boolean somethingRead;
    private Lane endedFirst;
    private long read;
    private long written;

    ConnectionLog(LaneRecorder recorder, Gates gates, FourTuple tuple) {
        this.recorder = recorder;
        this.gates = gates;
        this.tuple = tuple;
        this.firstByte = new Transfer(recorder, Stage.FIRST_BYTE, tuple);
        this.data = new Transfer(recorder, Stage.DATA, tuple);
        this.answer = new Transfer(recorder, Stage.WRITE, tuple);
    }

    /// Another tells of the stages after the first byte; the reads and writes are told here all the same.
    void tellsOnlyFirstByte() {
        onlyFirstByte = true;
    }

    /// Nanoseconds of the trace's clock.
    long now() {
        return recorder.now();
    }

    /// The connection comes to a gate.
    ///
    /// @return `null` where the way is free
    Halt arrive(Stage stage, Gate.Side side) {
        return gates.arrive(stage, side, recorder);
    }

    /// The server's lane, with the number of the connection.
    LaneRecorder who() {
        return recorder;
    }

    /// The connections that a person can reach.
    HandReach reach() {
        return gates.reach();
    }

    /// The connection comes to a fault in the middle of a stage.
    ///
    /// @return `null` where none holds it
    Halt fault(Stage stage) {
        return gates.fault(stage, recorder, recorder);
    }

    /// The faults that the server has.
    Faults faults() {
        return gates.faults();
    }

    /// A fault that acts once has done so with this connection.
    void acted(AddedFault fault) {
        gates.faults().acted(fault, 1, recorder);
    }

    void remark(String text) {
        recorder.mark(new RunEvent.Remark(text));
    }

    /// The handshake of TLS begins.
    void tlsBegan() {
        tls = recorder.started(Stage.TLS, tuple.local(), tuple.remote());
        tlsOpen = true;
    }

    void secured(Outcome.Secured outcome) {
        tlsOpen = false;
        recorder.finished(Stage.TLS, tls, outcome);
    }

    /// The loop will wake when there is something to read: the wait for the first byte begins.
    void readRegistered() {
        recorder.mark(new LoopEvent.Registered(Interest.READ));
        firstByte.begin(now());
    }

    /// A read returned bytes.
    ///
    /// @param at when the read was called
    void chunkRead(long at, ByteBuffer bytes) {
        Bytes look = Bytes.of(bytes);
        read += look.count();
        if (somethingRead && !data.isOpen() && !onlyFirstByte) {
            data.begin(at);
        }
        recorder.mark(new StreamEvent.ChunkRead(look));
        if (onlyFirstByte && somethingRead) {
            return;
        }
        if (somethingRead) {
            data.moved(look.count(), look);
        } else {
            somethingRead = true;
            firstByte.moved(look.count(), look);
            firstByte.finish(Ending.COMPLETE);
        }
    }

    /// A read said that the peer has ended its stream. A peer that says nothing is no failure of the server.
    ///
    /// @return the stage that ended with it, or `null`
    Stage endOfStream() {
        recorder.mark(new StreamEvent.EndOfStream());
        endedFirst = Lane.CLIENT;
        Stage ended = firstByte.isOpen() ? Stage.FIRST_BYTE : data.isOpen() ? Stage.DATA : null;
        firstByte.finish(Ending.END_OF_STREAM);
        data.finish(Ending.END_OF_STREAM);
        return ended;
    }

    boolean hasEndOfStream() {
        return endedFirst == Lane.CLIENT;
    }

    /// Has work on a request done, as a stage.
    ///
    /// @return the answer; `null` where there is none
    ByteBuffer handle(RequestWork work, ByteBuffer request, BooleanSupplier stop) {
        long started = recorder.started(Stage.HANDLER, tuple.local(), tuple.remote());
        try {
            RequestWork.Done done = work.on(request, stop);
            recorder.finished(Stage.HANDLER, started, done.handled());
            return done.answer();
        } catch (IOException e) {
            Failure failure = stop.getAsBoolean() ? Failures.interrupted(Operation.READ, tuple.local(), tuple.remote())
                    : Failures.of(e, Operation.READ, tuple.local(), tuple.remote());
            recorder.failed(Stage.HANDLER, started, failure);
            return null;
        }
    }

    /// A write is about to be called.
    ///
    /// @param waiting all bytes that wait to be written
    void writing(ByteBuffer waiting) {
        if (!answer.isOpen() && !onlyFirstByte) {
            offered = Bytes.of(waiting);
            writeRegistered = false;
            answer.begin(now());
        }
        allTaken = false;
    }

    /// The loop will wake when there is room to write: the kernel's send buffer is full. Said once for an answer.
    void writeRegistered() {
        if (!writeRegistered) {
            writeRegistered = true;
            recorder.mark(new LoopEvent.Registered(Interest.WRITE));
        }
    }

    /// A write returned.
    void chunkWritten(int offeredBytes, int taken) {
        written += taken;
        recorder.mark(new StreamEvent.ChunkWritten(offeredBytes, taken));
        if (!onlyFirstByte) {
            answer.moved(taken, offered);
        }
    }

    /// The kernel has taken all that was to be written.
    ///
    /// @return `true` where the stage ended with it
    boolean answered() {
        allTaken = true;
        if (onlyFirstByte || answers == ANSWERS_APART) {
            writeRegistered &= !onlyFirstByte;
            return false;
        }
        answers++;
        answer.finish(Ending.COMPLETE);
        return true;
    }

    /// The connection is of no more use: whatever still waited for something has failed.
    void failed(Failure failure) {
        if (tlsOpen) {
            tlsOpen = false;
            recorder.failed(Stage.TLS, tls, failure);
        }
        firstByte.fail(failure);
        data.fail(failure);
        if (allTaken) {
            answer.finish(Ending.COMPLETE);
        } else {
            answer.fail(failure);
        }
    }

    /// A read failed. After the first byte that is the end of the data, whether or not more of it had come.
    ///
    /// @param at when the read was called
    void readFailed(long at, Failure failure) {
        if (!firstByte.isOpen() && !data.isOpen() && !onlyFirstByte && !tlsOpen) {
            data.begin(at);
        }
        failed(failure);
    }

    /// The server closes now.
    ///
    /// @return the number to give to [#closed] or [#closeFailed]
    long closing() {
        if (tlsOpen) {
            failed(Failures.interrupted(Operation.HANDSHAKE, tuple.local(), tuple.remote()));
        }
        firstByte.finish(Ending.COMPLETE);
        data.finish(Ending.COMPLETE);
        answer.finish(Ending.COMPLETE);
        return recorder.started(Stage.CLOSE, tuple.local(), tuple.remote());
    }

    boolean hasOutputShut() {
        return outputShut;
    }

    /// The server has ended its stream.
    void outputShut() {
        outputShut = true;
        recorder.mark(new StreamEvent.OutputShut());
        if (endedFirst == null) {
            endedFirst = Lane.SERVER;
        }
    }

    void closed(long started, CloseKind how) {
        recorder.finished(Stage.CLOSE, started, new Outcome.Closed(how, endedFirst, read, written));
    }

    void closeFailed(long started, Failure failure) {
        recorder.failed(Stage.CLOSE, started, failure);
    }
}
