package dev.lifeline.model.event;

import java.util.Objects;

/// Something happened on the byte stream of an established connection.
public sealed interface StreamEvent extends EventBody {

    /// The kinds of this group, one for each record.
    enum Kind implements EventKind {
        CHUNK_READ, BUFFER_READ, CHUNK_WRITTEN, END_OF_STREAM, OUTPUT_SHUT, INCOMING_FILTERED;

        @Override
        public boolean isBulk() {
            return this == CHUNK_READ || this == CHUNK_WRITTEN;
        }
    }

    @Override
    Kind kind();

    @Override
    default EventGroup group() {
        return EventGroup.STREAM;
    }

    /// A read returned bytes. Its size says nothing about the writes or packets of the other side.
    ///
    /// @param bytes how many, and a look at the first
    record ChunkRead(Bytes bytes) implements StreamEvent {
        public ChunkRead {
            Objects.requireNonNull(bytes, "bytes");
        }

        @Override
        public Kind kind() {
            return Kind.CHUNK_READ;
        }
    }

    /// A program that reads through a buffer of its own has what it asked for. Calls had brought more than that, now or before.
    ///
    /// @param bytes what it asked for: how many, and a look at the first
    /// @param taken how many of these an earlier call had brought already
    /// @param kept bytes that stay in its buffer; the kernel has given them away
    record BufferRead(Bytes bytes, long taken, long kept) implements StreamEvent {
        public BufferRead {
            Objects.requireNonNull(bytes, "bytes");
        }

        @Override
        public Kind kind() {
            return Kind.BUFFER_READ;
        }
    }

    /// A write returned.
    ///
    /// @param offered bytes that the program offered
    /// @param taken bytes that the kernel took; fewer than offered when its send buffer is full
    record ChunkWritten(long offered, long taken) implements StreamEvent {
        @Override
        public Kind kind() {
            return Kind.CHUNK_WRITTEN;
        }
    }

    /// A read said that the peer has ended its stream: the peer's FIN was seen.
    record EndOfStream() implements StreamEvent {
        @Override
        public Kind kind() {
            return Kind.END_OF_STREAM;
        }
    }

    /// This side has ended its stream (`shutdown(SHUT_WR)`): it sends no more, and can still read.
    record OutputShut() implements StreamEvent {
        @Override
        public Kind kind() {
            return Kind.OUTPUT_SHUT;
        }
    }

    /// The program lets its own socket throw away every segment that comes, or no longer (`SO_ATTACH_FILTER` of socket(7)): what
    /// happens to the connection from then on is its own doing.
    ///
    /// @param closed whether nothing is let in from here on
    record IncomingFiltered(boolean closed) implements StreamEvent {
        @Override
        public Kind kind() {
            return Kind.INCOMING_FILTERED;
        }
    }
}
