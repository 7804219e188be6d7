package dev.lifeline.record;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.walk.FaultKind;
import java.util.Objects;

/// A fault that is on.
///
/// @param number from 1
/// @param lane the side that has it
/// @param time that it takes, in nanoseconds; 0 where it takes none
/// @param bytes that it takes; 0 where it takes none
/// @param words the fault as a person wrote it
public record AddedFault(int number, FaultKind kind, Lane lane, long time, long bytes, String words) {

    /// Pieces of a second in which a bandwidth is given out.
    private static final long PIECES = 20;
    private static final long SECOND = 1_000_000_000L;

    public AddedFault {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(lane, "lane");
        Objects.requireNonNull(words, "words");
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
