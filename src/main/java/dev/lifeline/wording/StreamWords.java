package dev.lifeline.wording;

import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;

/// The byte stream of a connection in words. Chunks have no sentence: the stage that they serve tells them.
public final class StreamWords {

    private StreamWords() {
    }

    /// Writes an event of this group in its three lengths.
    static Wording of(StreamEvent event, String who) {
        return switch (event.kind()) {
            case CHUNK_READ -> of((StreamEvent.ChunkRead) event);
            case BUFFER_READ -> of((StreamEvent.BufferRead) event, who);
            case CHUNK_WRITTEN -> of((StreamEvent.ChunkWritten) event, who);
            case END_OF_STREAM -> ofEnd(who);
            case OUTPUT_SHUT -> ofShut(who);
            case INCOMING_FILTERED -> ofFilter(((StreamEvent.IncomingFiltered) event).closed(), who);
        };
    }

    static Wording of(StreamEvent.ChunkRead event) {
        Bytes bytes = event.bytes();
        String mark = "read " + Counted.of(bytes.count(), "byte");
        return Wording.brief(mark, mark + " \"" + Printable.ascii(bytes.preview()) + "\"" + (bytes.truncated() ? "..." : ""));
    }

    static Wording of(StreamEvent.BufferRead event, String who) {
        if (event.taken() == 0) {
            String more = "keeps " + Counted.of(event.kept(), "more byte") + " in its buffer";
            return Wording.of(more, more + " for its next read", who);
        }
        String took = "took " + Counted.of(event.taken(), "byte") + " out of its buffer";
        String rest = event.kept() == 0 ? "" : ", keeps " + Counted.grouped(event.kept());
        return Wording.of(took + rest, took + ", where an earlier read had left them" + rest, who);
    }

    static Wording of(StreamEvent.ChunkWritten event, String who) {
        String offered = Counted.of(event.offered(), "byte");
        if (event.taken() == event.offered()) {
            return Wording.brief("wrote " + offered, "wrote " + offered);
        }
        String taken = Counted.grouped(event.taken());
        return new Wording("wrote " + taken + " of " + offered, "offered " + offered + ", and the kernel took " + taken,
                "the kernel took " + taken + " of " + offered + " that " + who + "offered");
    }

    static Wording ofEnd(String who) {
        return Wording.of("end of stream", "read the end of the other side's stream", who);
    }

    static Wording ofShut(String who) {
        return Wording.of("ends its stream", "ended its stream", who);
    }

    static Wording ofFilter(boolean closed, String who) {
        return closed ? Wording.of("lets nothing in", "has its socket discard every segment that comes", who)
                : Wording.of("lets segments in", "lets segments in again", who);
    }

    /// Writes the mark of many chunks: `… 8 more reads, 1,024 bytes in 1.2 ms`.
    ///
    /// @param took nanoseconds
    public static String more(boolean read, int count, long bytes, long took, Glyphs glyphs) {
        return glyphs.ellipsis() + " " + Counted.of(count, read ? "more read" : "more write") + ", "
                + Counted.of(bytes, "byte") + " in " + Durations.of(took, glyphs);
    }
}
