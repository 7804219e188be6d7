package dev.lifeline.wording;

import dev.lifeline.model.Lane;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.text.Counted;
import dev.lifeline.wording.question.QuestionWords;

/// Segments on the wire as sentences: those that begin or end something, those that passed before, and
/// windows that close and open. Ordinary data and acknowledgements are told by the stages that they serve.
final class PacketSentences {

    private final boolean[] closed = new boolean[Lane.values().length];

    /// Writes an event of this group in its three lengths. Events come by time.
    Wording of(PacketEvent event) {
        return switch (event.kind()) {
            case SEGMENT_SEEN -> Wording.told(of((PacketEvent.SegmentSeen) event));
            case ERROR_SEEN -> IcmpWords.of((PacketEvent.ErrorSeen) event);
            case QUESTION_SEEN, REPLY_SEEN, QUESTION_REFUSED -> QuestionWords.of(event);
        };
    }

    /// Writes a segment; `null` for an ordinary one. Events come by time.
    private String of(PacketEvent.SegmentSeen segment) {
        int from = segment.from().ordinal();
        boolean reset = segment.has(TcpFlags.RST);
        boolean now = segment.window() == 0 && !reset;
        boolean changed = now != closed[from] && !reset;
        closed[from] = reset ? closed[from] : now;
        String who = "the " + segment.from().label() + "'s ";
        if (changed) {
            return who + "window was seen to " + (now ? "close: it has no room for more bytes" : "open again");
        }
        if (segment.has(TcpFlags.SYN) && segment.from() == Lane.CLIENT && !segment.again()) {
            // It begins the handshake, which tells it.
            return null;
        }
        if (segment.has(TcpFlags.SYN) || segment.has(TcpFlags.FIN) || reset) {
            return who + TcpFlags.name(segment.flags()) + " was seen" + (segment.again() ? " again" : "");
        }
        return !segment.again() ? null : who + (segment.payload() > 0
                ? Counted.of(segment.payload(), "byte") + " from byte " + segment.sequence() + " on were seen again"
                : "probe was seen");
    }
}
