package dev.lifeline.file.codec;

import dev.lifeline.model.event.StreamEvent;

/// Events on the byte stream of a connection.
final class StreamRows {

    static final CodecRow<StreamEvent.ChunkRead> CHUNK_READ = new CodecRow<>("chunk-read",
            "A read returned bytes. Its size says nothing about writes or packets.",
            Field.object("bytes", ValueRows.BYTES, null)) {
        @Override
        void write(StreamEvent.ChunkRead event, FieldWriter out) {
            out.object(event.bytes());
        }

        @Override
        StreamEvent.ChunkRead read(FieldReader in) throws LineMistake {
            return new StreamEvent.ChunkRead(in.object());
        }
    };

    static final CodecRow<StreamEvent.ChunkWritten> CHUNK_WRITTEN = new CodecRow<>("chunk-written", "A write returned.",
            Field.size("offeredBytes", "Bytes that the program offered."),
            Field.size("takenBytes", "Bytes that the kernel took.")) {
        @Override
        void write(StreamEvent.ChunkWritten event, FieldWriter out) {
            out.whole(event.offered()).whole(event.taken());
        }

        @Override
        StreamEvent.ChunkWritten read(FieldReader in) throws LineMistake {
            return new StreamEvent.ChunkWritten(in.whole(), in.whole());
        }
    };

    static final CodecRow<StreamEvent.EndOfStream> END_OF_STREAM = CodecRow.constant(new StreamEvent.EndOfStream(), "end-of-stream",
            "A read said that the peer has ended its stream: its FIN was seen.");

    static final CodecRow<StreamEvent.OutputShut> OUTPUT_SHUT = CodecRow.constant(new StreamEvent.OutputShut(), "output-shut",
            "This side has ended its stream; it can still read.");

    private StreamRows() {
    }

    /// The row of each kind.
    static CodecRow<? extends StreamEvent> row(StreamEvent.Kind kind) {
        return switch (kind) {
            case CHUNK_READ -> CHUNK_READ;
            case CHUNK_WRITTEN -> CHUNK_WRITTEN;
            case END_OF_STREAM -> END_OF_STREAM;
            case OUTPUT_SHUT -> OUTPUT_SHUT;
        };
    }
}
