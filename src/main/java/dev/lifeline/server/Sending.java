package dev.lifeline.server;

import dev.lifeline.model.Lane;
import dev.lifeline.model.walk.FaultKind;
import dev.lifeline.net.ByteStream;
import dev.lifeline.record.AddedFault;
import java.io.IOException;
import java.nio.ByteBuffer;

/// Bytes of a connection on their way to the kernel: those that wait, and the pace at which it may have them. All times in
/// nanoseconds of the loop's clock.
final class Sending {

    private final Outbox outbox = new Outbox();
    private final ByteStream stream;
    private final ConnectionLog log;
    private final WritePace pace;

    Sending(ByteStream stream, ConnectionLog log, WritePace pace) {
        this.stream = stream;
        this.log = log;
        this.pace = pace;
    }

    /// Has bytes sent, after those that wait already; no more than [#room()].
    void put(ByteBuffer bytes) {
        outbox.put(bytes);
    }

    /// Says if bytes wait.
    boolean isWaiting() {
        return outbox.size() > 0;
    }

    /// The number of bytes that wait.
    int waiting() {
        return outbox.size();
    }

    /// The number of bytes that may still be put.
    int room() {
        return outbox.room();
    }

    /// Says if bytes wait that may be written now.
    boolean isDue(long now) {
        return outbox.size() > 0 && now >= pace.next();
    }

    /// The time at which the next write may be.
    long next() {
        return pace.next();
    }

    /// One call, so that no connection keeps the loop from the others.
    ///
    /// @return how many bytes the kernel took; 0 also where a fault has lost all there was
    int write() throws IOException {
        AddedFault losing = log.faults().first(FaultKind.DROP_FIRST_BYTE, Lane.SERVER);
        if (losing != null) {
            outbox.lose();
            log.acted(losing);
        }
        if (outbox.size() == 0) {
            return 0;
        }
        log.writing(outbox.peek());
        int offered = Math.min(outbox.size(), pace.bytes());
        int taken = outbox.writeTo(stream, offered);
        log.chunkWritten(offered, taken);
        return taken;
    }

    /// Bytes were written now.
    void wrote(long now) {
        pace.wrote(now);
    }
}
