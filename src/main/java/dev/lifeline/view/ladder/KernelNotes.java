package dev.lifeline.view.ladder;

import dev.lifeline.analysis.DrawnConnection;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.frame.Role;
import dev.lifeline.wording.EventWords;
import dev.lifeline.wording.RouteWords;
import dev.lifeline.wording.SocketMarks;
import dev.lifeline.wording.SocketWords;
import dev.lifeline.wording.StageWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Notes on the kernel's line of life: what is new about the client's end on its left, all else on its right. It is looked at
/// after every event, so what it said before is not said again.
final class KernelNotes {

    private final Map<FourTuple, SocketMarks> ends = new HashMap<>();
    private final Map<Long, Integer> descriptors = new HashMap<>();
    private final Glyphs glyphs;
    private final EventWords events;
    private final boolean raced;
    private final boolean packets;
    private long queued;

    private KernelNotes(Glyphs glyphs, boolean raced, boolean packets) {
        this.packets = packets;
        this.glyphs = glyphs;
        this.events = new EventWords(glyphs);
        this.raced = raced;
    }

    /// The notes on the drawn connection, by time; a loss that may be of any connection is told whenever it was.
    ///
    /// @param packets whether packets are drawn: what they show need not be said
    static List<Rung> of(TraceIndex index, DrawnConnection connection, Glyphs glyphs, boolean raced, boolean packets) {
        KernelNotes notes = new KernelNotes(glyphs, raced, packets);
        for (TraceEvent mark : index.kernel()) {
            if (mark.body() instanceof KernelEvent.DescriptorFound found) {
                notes.descriptors.put(found.inode(), found.descriptor());
            }
        }
        List<Rung> rungs = new ArrayList<>();
        for (TraceEvent mark : index.kernel()) {
            if (mark.body() instanceof KernelEvent kernel && (connection.shows(mark.lane(), mark.connection(), mark.at())
                    || mark.connection() == 0 && kernel instanceof KernelEvent.EvidenceLost)) {
                Rung note = notes.note(mark, kernel);
                if (note != null) {
                    rungs.add(note);
                }
            }
        }
        return rungs;
    }

    /// Says if a stage has a note. A handshake that did not come to its end has none: its packets say so.
    static boolean tells(Span span) {
        return span.state() instanceof Span.Observed observed && (observed.complete() || span.stage() != Stage.HANDSHAKE);
    }

    /// The note on a stage that was observed.
    static Rung of(Span span, Glyphs glyphs) {
        return new Rung.Note(span.end(), span.end(), -1, "", StageWords.observedMark(span, glyphs), Role.PLAIN);
    }

    private Rung note(TraceEvent event, KernelEvent kernel) {
        if (kernel instanceof KernelEvent.SocketSeen seen) {
            String words = end(seen.tuple(), seen.end()).next(seen);
            return words == null ? null : side(event, seen.end(), seen.cause(), words);
        } else if (kernel instanceof KernelEvent.SocketGone gone) {
            String words = end(gone.tuple(), gone.end()).gone(gone.last());
            return words == null ? null : side(event, gone.end(), -1, words);
        } else if (kernel instanceof KernelEvent.ListenerSeen listener) {
            if (listener.queued() == queued) {
                return null;
            }
            queued = listener.queued();
            return right(event, listener.cause(), SocketWords.queue(listener)
                    + SocketMarks.observed(listener.occasion()), Role.PLAIN);
        }
        // An arrow tells an ICMP error.
        String words = kernel instanceof KernelEvent.ErrorOrigin ? null : events.of(event).mark();
        return words == null ? null : right(event, -1, words, role(kernel));
    }

    private static Role role(KernelEvent kernel) {
        if (kernel instanceof KernelEvent.SynSaved || kernel instanceof KernelEvent.RouteAnswered answer
                && !RouteWords.refuses(answer.route())) {
            return Role.DIM;
        }
        return Role.BAD;
    }

    private SocketMarks end(FourTuple tuple, Lane end) {
        return ends.computeIfAbsent(tuple, key -> new SocketMarks(end, descriptors, packets, glyphs));
    }

    private Rung side(TraceEvent event, Lane end, long cause, String words) {
        String named = (raced && event.attempt() > 0 ? "#" + event.attempt() + " " : "") + words;
        return end == Lane.CLIENT ? new Rung.Note(event.at(), event.at(), cause, named, "", Role.PLAIN)
                : right(event, cause, named, Role.PLAIN);
    }

    private static Rung right(TraceEvent event, long cause, String words, Role role) {
        return new Rung.Note(event.at(), event.at(), cause, "", words, role);
    }
}
