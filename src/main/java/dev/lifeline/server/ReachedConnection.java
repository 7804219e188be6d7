package dev.lifeline.server;

import dev.lifeline.model.event.CloseKind;
import dev.lifeline.net.ByteStream;
import dev.lifeline.record.HandCall;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.Reachable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.FutureTask;

/// An accepted connection of the loop, for a person's hands: the loop's thread makes the call, whatever holds the connection.
final class ReachedConnection implements Reachable {

    private final Connection connection;
    private final ByteStream stream;
    private final ConnectionLog log;
    private final EventLoop loop;

    ReachedConnection(Connection connection, ByteStream stream, ConnectionLog log, EventLoop loop) {
        this.connection = connection;
        this.stream = stream;
        this.log = log;
        this.loop = loop;
    }

    @Override
    public LaneRecorder who() {
        return log.who();
    }

    @Override
    public FutureTask<String> begin(HandCall call, byte[] bytes) {
        FutureTask<String> task = new FutureTask<>(() -> perform(call, bytes));
        if (!loop.execute(task)) {
            task.cancel(false);
        }
        return task;
    }

    private String perform(HandCall call, byte[] bytes) throws IOException {
        if (!stream.isOpen()) {
            return "it is closed";
        }
        switch (call) {
            case SEND -> {
                ByteBuffer left = ByteBuffer.wrap(bytes);
                log.writing(left.duplicate());
                int taken = stream.write(left);
                log.chunkWritten(bytes.length, taken);
                log.answered();
                return taken == bytes.length ? null : "the kernel took " + taken + " of " + bytes.length + " bytes";
            }
            case SHUTDOWN -> {
                stream.shutOutput();
                log.outputShut();
            }
            case CLOSE -> connection.endByHand(log.hasEndOfStream() ? CloseKind.ORDERLY : CloseKind.HALF);
            case RESET -> connection.endByHand(CloseKind.RESET);
        }
        return null;
    }
}
