package dev.lifeline.model.event;

import java.util.Objects;

/// Something happened on the byte stream of an established connection.
public sealed interface StreamEvent extends EventBody {

    /// A read returned bytes. Its size says nothing about the writes or packets of the other side.
    ///
    /// @param bytes how many, and a look at the first
    record ChunkRead(Bytes bytes) implements StreamEvent {
        public ChunkRead {
            Objects.requireNonNull(bytes, "bytes");
        }

        @Override
        public EventKind kind() {
            return EventKind.CHUNK_READ;
        }
    }

    /// A write returned.
    ///
    /// @param offered bytes that the program offered
    /// @param taken bytes that the kernel took; fewer than offered when its send buffer is full
    record ChunkWritten(long offered, long taken) implements StreamEvent {
        @Override
        public EventKind kind() {
            return EventKind.CHUNK_WRITTEN;
        }
    }

    /// A read said that the peer has ended its stream: the peer's FIN was seen.
    record EndOfStream() implements StreamEvent {
        @Override
        public EventKind kind() {
            return EventKind.END_OF_STREAM;
        }
    }

    /// This side has ended its stream (`shutdown(SHUT_WR)`): it sends no more, and can still read.
    record OutputShut() implements StreamEvent {
        @Override
        public EventKind kind() {
            return EventKind.OUTPUT_SHUT;
        }
    }
}
