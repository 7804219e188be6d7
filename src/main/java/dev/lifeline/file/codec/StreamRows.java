package dev.lifeline.file.codec;

import dev.lifeline.model.event.StreamEvent;

/// Events on the byte stream of a connection.
final class StreamRows {

    static final CodecRow<StreamEvent.ChunkRead> CHUNK_READ = CodecRow.named("chunk-read",
            "A read returned bytes. Its size says nothing about writes or packets.",
            Field.object("bytes", ValueRows.BYTES, null))
            .of((event, out) -> out.object(event.bytes()),
                    in -> new StreamEvent.ChunkRead(in.object()));

    static final CodecRow<StreamEvent.BufferRead> BUFFER_READ = CodecRow.named("buffer-read",
            "A program that reads through a buffer of its own has what it asked for; calls had brought more.",
            Field.object("bytes", ValueRows.BYTES, null),
            Field.size("takenBytes", "How many of these bytes an earlier call had brought already."),
            Field.size("keptBytes", "Bytes that stay in its buffer."))
            .of((event, out) -> out.object(event.bytes()).whole(event.taken()).whole(event.kept()),
                    in -> new StreamEvent.BufferRead(in.object(), in.whole(), in.whole()));

    static final CodecRow<StreamEvent.ChunkWritten> CHUNK_WRITTEN = CodecRow.named("chunk-written", "A write returned.",
            Field.size("offeredBytes", "Bytes that the program offered."),
            Field.size("takenBytes", "Bytes that the kernel took."))
            .of((event, out) -> out.whole(event.offered()).whole(event.taken()),
                    in -> new StreamEvent.ChunkWritten(in.whole(), in.whole()));

    static final CodecRow<StreamEvent.EndOfStream> END_OF_STREAM = CodecRow.constant(new StreamEvent.EndOfStream(), "end-of-stream",
            "A read said that the peer has ended its stream: its FIN was seen.");

    static final CodecRow<StreamEvent.OutputShut> OUTPUT_SHUT = CodecRow.constant(new StreamEvent.OutputShut(), "output-shut",
            "This side has ended its stream; it can still read.");

    static final CodecRow<StreamEvent.IncomingFiltered> INCOMING_FILTERED = CodecRow.named("incoming-filtered",
            "The program lets its socket throw away every segment that comes, or no longer.",
            Field.flag("closed", "Whether nothing is let in from here on."))
            .of((event, out) -> out.flag(event.closed()),
                    in -> new StreamEvent.IncomingFiltered(in.flag()));

    private StreamRows() {
    }

    /// The row of each kind.
    static CodecRow<? extends StreamEvent> row(StreamEvent.Kind kind) {
        return switch (kind) {
            case CHUNK_READ -> CHUNK_READ;
            case BUFFER_READ -> BUFFER_READ;
            case CHUNK_WRITTEN -> CHUNK_WRITTEN;
            case END_OF_STREAM -> END_OF_STREAM;
            case OUTPUT_SHUT -> OUTPUT_SHUT;
            case INCOMING_FILTERED -> INCOMING_FILTERED;
        };
    }
}
