package dev.lifeline.record;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.walk.FaultKind;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

/// A fault that is on.
///
/// @param number from 1
/// @param lane the side that has it
/// @param time that it takes, in nanoseconds; 0 where it takes none
/// @param jitter by which a single time may differ from that, in nanoseconds
/// @param bytes that it takes; 0 where it takes none
/// @param words the fault as a person wrote it
public record AddedFault(int number, FaultKind kind, Lane lane, long time, long jitter, long bytes, String words) {

    /// Pieces of a second in which a bandwidth is given out.
    private static final long PIECES = 20;
    private static final long SECOND = 1_000_000_000L;

    public AddedFault {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(lane, "lane");
        Objects.requireNonNull(words, "words");
    }

    /// The time of one hold, in nanoseconds; 0 for as long as the fault is on. Toxiproxy's latency differs likewise, evenly on both sides.
    long once() {
        return switch (kind) {
            case LATENCY -> jitter == 0 ? time : Math.max(1, time + ThreadLocalRandom.current().nextLong(-jitter, jitter + 1));
            case SLOW_CLOSE, SLICER, BUSY_LOOP -> time;
            // A timeout that has a time closes then: what waits does not leave.
            case TIMEOUT, RESET_PEER, BANDWIDTH, STOP_READING, DROP_FIRST_BYTE, FILL_ACCEPT_QUEUE, REFUSE, EXHAUST_DESCRIPTORS -> 0;
        };
    }

    /// Says if it holds its side before a stage.
    boolean holdsBefore(Stage stage) {
        return switch (kind) {
            case LATENCY, TIMEOUT -> stage == Stage.WRITE;
            case SLOW_CLOSE -> stage == Stage.CLOSE;
            case STOP_READING -> stage == Stage.FIRST_BYTE || stage == Stage.DATA;
            case FILL_ACCEPT_QUEUE -> stage == Stage.ACCEPT;
            case RESET_PEER, SLICER, BANDWIDTH, DROP_FIRST_BYTE, BUSY_LOOP, REFUSE, EXHAUST_DESCRIPTORS -> false;
        };
    }

    /// The bytes that one write takes at most.
    long most() {
        return switch (kind) {
            case SLICER -> bytes;
            case BANDWIDTH -> Math.max(1, bytes / PIECES);
            case LATENCY, TIMEOUT, SLOW_CLOSE, STOP_READING, FILL_ACCEPT_QUEUE, RESET_PEER, DROP_FIRST_BYTE, BUSY_LOOP, REFUSE,
                 EXHAUST_DESCRIPTORS -> Long.MAX_VALUE;
        };
    }

    /// The time between two writes, in nanoseconds.
    long pause() {
        return switch (kind) {
            case SLICER -> time;
            case BANDWIDTH -> most() * SECOND / bytes;
            case LATENCY, TIMEOUT, SLOW_CLOSE, STOP_READING, FILL_ACCEPT_QUEUE, RESET_PEER, DROP_FIRST_BYTE, BUSY_LOOP, REFUSE,
                 EXHAUST_DESCRIPTORS -> 0;
        };
    }
}
