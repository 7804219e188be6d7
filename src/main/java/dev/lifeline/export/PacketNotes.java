package dev.lifeline.export;

import dev.lifeline.analysis.Hold;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import dev.lifeline.wording.EventWords;
import java.util.ArrayList;
import java.util.List;

/// Notes beside packets: each at the packet of its own connection that is nearest in time.
final class PacketNotes {

    /// Comments of one packet at most: a program may do more between two packets than anybody reads.
    static final int MOST = 40;

    private static final int LONGEST = 400;

    private record Placed(int packet, Note note) {
    }

    private final Packets packets;
    private final TraceIndex index;
    private final List<Placed> placed = new ArrayList<>();
    private int next;
    private int withoutPacket;

    private PacketNotes(Packets packets, TraceIndex index) {
        this.packets = packets;
        this.index = index;
    }

    /// All notes of a trace.
    static PacketNotes of(TraceIndex index, Packets packets) {
        PacketNotes notes = new PacketNotes(packets, index);
        for (Span span : index.timeline().spans()) {
            if (span.ran()) {
                notes.place(span.connection(), new Note.Began(span));
                notes.place(span.connection(), new Note.Ended(span));
            }
        }
        for (Hold hold : index.timeline().holds()) {
            notes.place(hold.connection(), new Note.Held(hold, false));
            notes.place(hold.connection(), new Note.Held(hold, true));
        }
        EventWords words = new EventWords(Glyphs.UNICODE);
        for (TraceEvent mark : index.timeline().marks()) {
            String phrase = mark.lane() == Lane.KERNEL ? null : words.of(mark).phrase();
            if (phrase != null) {
                notes.place(mark.connection(), new Note.Did(mark, phrase));
            }
        }
        notes.placed.sort((one, other) -> one.packet() != other.packet() ? Integer.compare(one.packet(), other.packet())
                : Long.compare(one.note().at(), other.note().at()));
        return notes;
    }

    /// Counts the notes of connections of which no packet was seen.
    int withoutPacket() {
        return withoutPacket;
    }

    /// The comments of the next packet, by time; to be called once for each packet, in order.
    ///
    /// @param packet its place
    List<String> next(int packet) {
        List<String> comments = new ArrayList<>();
        int more = 0;
        for (; next < placed.size() && placed.get(next).packet() == packet; next++) {
            if (comments.size() < MOST) {
                comments.add(comment(placed.get(next).note(), packets.all().get(packet).at()));
            } else {
                more++;
            }
        }
        if (more > 0) {
            comments.add("and " + more + " more; see trace replay");
        }
        return comments;
    }

    private void place(int connection, Note note) {
        int packet = packets.nearest(index.connections().kernelNumber(note.lane(), connection), note.at());
        if (packet < 0) {
            withoutPacket++;
        } else {
            placed.add(new Placed(packet, note));
        }
    }

    private static String comment(Note note, long packetAt) {
        String who = note.lane().label() + (note.attempt() > 1 ? " (attempt " + note.attempt() + ")" : "");
        return who + ": " + Printable.line(note.words(), LONGEST) + ", " + distance(note.at() - packetAt);
    }

    /// Writes where an event lies as seen from a packet: `5.2 µs before this packet`.
    ///
    /// @param nanos from the packet to the event; negative where the event came first
    static String distance(long nanos) {
        if (nanos == 0) {
            return "at the time of this packet";
        }
        String span = Durations.span(nanos);
        return nanos < 0 ? span.substring(1) + " before this packet" : span + " after this packet";
    }
}
