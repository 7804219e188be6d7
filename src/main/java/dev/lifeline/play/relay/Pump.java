package dev.lifeline.play.relay;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Failure;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.record.DeadlineClock;
import dev.lifeline.record.Failures;
import dev.lifeline.record.Gate;
import dev.lifeline.record.Gates;
import dev.lifeline.record.Halt;
import dev.lifeline.record.LaneRecorder;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/// One side of a relayed connection: what comes here goes out at the other side. For the relay's thread of this connection.
final class Pump {

    private static final int BUFFER_BYTES = 16 * 1024;

    private final SocketChannel channel;
    private final LaneRecorder lane;
    private final Gates gates;
    private final Transit transit;
    private final FourTuple tuple;
    private final SelectionKey key;
    private final long firstByte;
    private Pump other;
    private Halt halt;
    private boolean readable;
    private boolean heard;
    private boolean ended;
    private boolean shut;
    private boolean broken;
    private boolean reset;
    private long read;
    private long written;

    /// @param lane with the number of the connection
    /// @param gates where the direction that begins here can be held: before data
    /// @param transit the way from here to the other side
    Pump(SocketChannel channel, LaneRecorder lane, Gates gates, Transit transit, Selector selector) throws IOException {
        this.channel = channel;
        this.lane = lane;
        this.gates = gates;
        this.transit = transit;
        this.tuple = new FourTuple(Endpoint.of((InetSocketAddress) channel.getLocalAddress()),
                Endpoint.of((InetSocketAddress) channel.getRemoteAddress()));
        channel.configureBlocking(false);
        key = channel.register(selector, SelectionKey.OP_READ, this);
        firstByte = lane.started(Stage.FIRST_BYTE, tuple.local(), tuple.remote());
    }

    void join(Pump its) {
        other = its;
    }

    Transit transit() {
        return transit;
    }

    /// Tells whether the end of the other side's stream was passed on here.
    boolean isShut() {
        return shut;
    }

    /// Tells whether the other side's failure was passed on here: this side is to be reset.
    boolean isReset() {
        return reset;
    }

    /// Tells whether an error ended this side.
    boolean isBroken() {
        return broken;
    }

    /// The selector says what can be done.
    void ready() {
        readable |= key.isReadable();
    }

    /// Reads what has come.
    void take(long now) {
        boolean come = readable;
        readable = false;
        if (!come || broken || !transit.hasRoom() || isHeld()) {
            return;
        }
        try {
            read(now);
        } catch (IOException e) {
            fail(e, Operation.READ, now);
        }
    }

    private void read(long now) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES);
        int count = channel.read(bytes);
        bytes.flip();
        if (count < 0) {
            ended = true;
            lane.mark(new StreamEvent.EndOfStream());
            endFirstByte(bytes, Ending.END_OF_STREAM);
            transit.end(Transit.End.STREAM, came(now));
        } else if (count > 0) {
            read += count;
            lane.mark(new StreamEvent.ChunkRead(Bytes.of(bytes)));
            endFirstByte(bytes, Ending.COMPLETE);
            transit.add(bytes, came(now));
        }
    }

    /// When what was just read had come: a delay counts from then. The look before it may be long ago, where there was nothing to read.
    private long came(long now) {
        return transit.isDelayed() ? DeadlineClock.now() : now;
    }

    private void endFirstByte(ByteBuffer bytes, Ending ending) {
        if (!heard) {
            heard = true;
            lane.finished(Stage.FIRST_BYTE, firstByte,
                    new Outcome.Moved(Bytes.of(bytes), bytes.hasRemaining() ? 1 : 0, ending));
        }
    }

    /// Writes out what comes from the other side and may go on by now.
    void pass(long now) {
        if (broken || reset || other.transit.untilNext(now) > 0 || other.isHeld()) {
            return;
        }
        try {
            write(now);
            Transit.End end = other.transit.endDue(now);
            if (end == Transit.End.NONE) {
                return;
            }
            other.transit.endTaken();
            if (end == Transit.End.STREAM) {
                shut();
            } else {
                reset = true;
            }
        } catch (IOException e) {
            fail(e, Operation.WRITE, now);
        }
    }

    /// Ends this side's stream.
    void shut() throws IOException {
        shut = true;
        channel.shutdownOutput();
        lane.mark(new StreamEvent.OutputShut());
    }

    private void write(long now) throws IOException {
        for (ByteBuffer bytes = other.transit.due(now); bytes != null; bytes = other.transit.due(now)) {
            int offered = bytes.remaining();
            int taken = channel.write(bytes);
            written += taken;
            lane.mark(new StreamEvent.ChunkWritten(offered, taken));
            other.transit.taken(taken);
            if (taken < offered) {
                return;
            }
        }
    }

    /// Tells whether the way from here is held. That is recorded when there is something that cannot go on.
    private boolean isHeld() {
        if (halt != null && halt.isOver()) {
            boolean passes = halt.mayPass();
            letGo();
            if (passes) {
                return false;
            }
        }
        if (halt == null && !gates.areOpen()) {
            halt = gates.arrive(Stage.DATA, Gate.Side.BEFORE, lane);
        }
        return halt != null;
    }

    private void letGo() {
        if (halt != null) {
            halt.end();
            halt = null;
        }
    }

    /// Asks the selector for what can be done next.
    void want(long now) {
        if (key.isValid()) {
            boolean reads = !broken && halt == null && transit.hasRoom();
            boolean writes = !broken && other != null && other.halt == null && other.transit.due(now) != null;
            key.interestOps((reads ? SelectionKey.OP_READ : 0) | (writes ? SelectionKey.OP_WRITE : 0));
        }
    }

    /// Has what this side is held for looked at again.
    void lookAtGate() {
        if (halt != null) {
            isHeld();
        }
    }

    /// An error ends this side; it is passed on behind the bytes that came before it, as a relay has no other way to say it.
    private void fail(IOException e, Operation operation, long now) {
        broken = true;
        transit.end(Transit.End.RESET, now);
        Failure failure = Failures.of(e, operation, tuple.local(), tuple.remote());
        if (!heard) {
            heard = true;
            lane.failed(Stage.FIRST_BYTE, firstByte, failure);
        } else {
            lane.failed(Stage.DATA, lane.started(Stage.DATA, tuple.local(), tuple.remote()), failure);
        }
    }

    /// Closes this side.
    ///
    /// @param relay whose it is
    /// @param orders by which it ends, if it does not end by itself
    /// @param resets whether with a reset, also where nothing failed
    void close(String relay, Orders orders, boolean resets) {
        letGo();
        if (transit.held() > 0) {
            lane.mark(new PlayEvent.BytesDropped(relay, transit.held()));
        }
        if (!heard) {
            heard = true;
            if (orders.isCut()) {
                lane.failed(Stage.FIRST_BYTE, firstByte, Failures.interrupted(Operation.READ, tuple.local(), tuple.remote()));
            } else {
                // The relay's own doing: it waits no longer, and nothing failed.
                lane.finished(Stage.FIRST_BYTE, firstByte, new Outcome.Moved(Bytes.of(new byte[0]), 0, Ending.QUIET));
            }
        }
        long started = lane.started(Stage.CLOSE, tuple.local(), tuple.remote());
        boolean withReset = (resets || reset) && !broken;
        try {
            try (channel) {
                if (withReset) {
                    channel.setOption(StandardSocketOptions.SO_LINGER, 0);
                }
            }
            CloseKind how = broken ? CloseKind.ABANDONED : withReset ? CloseKind.RESET : ended ? CloseKind.ORDERLY : CloseKind.HALF;
            lane.finished(Stage.CLOSE, started, new Outcome.Closed(how, null, read, written));
        } catch (IOException e) {
            lane.failed(Stage.CLOSE, started, Failures.of(e, Operation.CLOSE, tuple.local(), tuple.remote()));
        }
    }
}
