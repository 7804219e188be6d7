package dev.lifeline.view.ladder;

import dev.lifeline.analysis.DrawnConnection;
import dev.lifeline.analysis.Hold;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.packet.Crossings;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.text.Glyphs;
import dev.lifeline.wording.EventWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Chooses what the ladder shows of a trace, in time order, and bounds it.
final class Rungs {

    /// Rungs at most: they fill several screens, and a trace that has more of them is not read as a ladder.
    static final int MOST = 240;

    /// The same where only a look is wanted.
    private static final int MOST_BRIEF = 36;

    /// Rungs at the end that are kept when the middle is left out.
    private static final int KEPT_AT_END = 40;

    /// A run of chunks longer than this becomes its first chunk and one row for the rest.
    static final int CHUNKS_SHOWN = 3;

    /// Times the usual distance between two rungs that make a gap.
    private static final int GAP_FACTOR = 10;

    /// At most so many gaps fit into a ladder.
    private static final int GAPS = 20;

    /// Gaps where packets are drawn: microseconds apart, they make every wait of a program look long.
    private static final int DENSE_GAPS = 8;

    private static final int BRIEF_GAPS = 4;

    /// Nanoseconds that are a wait for a person, however usual they are: the tries of a SYN into silence.
    private static final long FELT = 100_000_000;

    /// Nanoseconds of a call that are never worth their place.
    static final long LEAST_WORTH = 1_000_000;

    private Rungs() {
    }

    /// Collects what happened on the drawn connection, with the crossings that can be concluded.
    ///
    /// @param length how much of what a person need not read to understand what happened is left out
    /// @param datagrams whether the datagrams of a play are drawn beside it
    static List<Rung> of(TraceIndex index, DrawnConnection connection, Glyphs glyphs, Length length, boolean datagrams) {
        return of(index, connection, glyphs, length, datagrams, false);
    }

    /// The same of a run that goes on: a wait in the accept queue is told when it is over.
    static List<Rung> soFar(TraceIndex index, DrawnConnection connection, Glyphs glyphs) {
        return of(index, connection, glyphs, Length.SHORT, true, true);
    }

    private static List<Rung> of(TraceIndex index, DrawnConnection connection, Glyphs glyphs, Length length, boolean datagrams, boolean running) {
        long near = length == Length.FULL ? 0 : worth(index) / 10;
        List<Rung> rungs = withNotesMerged(byTime(index, connection, glyphs, length, running), near);
        rungs = new CrossingRungs(new Crossings(index, connection)).addTo(withoutRuns(rungs));
        if (datagrams) {
            rungs.addAll(DatagramRungs.of(index, glyphs));
            rungs.sort(Rung.BY_TIME);
        }
        if (length == Length.FULL) {
            return joined(bounded(rungs, MOST, KEPT_AT_END));
        }
        List<Rung> few = ShortRungs.of(rungs, raced(index, connection));
        return bounded(length == Length.SHORT ? few : withNotesMerged(TightRungs.of(few, length, Math.max(LEAST_WORTH, worth(index))), near),
                MOST_BRIEF, MOST_BRIEF / 3);
    }

    /// From how many nanoseconds on a duration is a good part of the whole.
    static long worth(TraceIndex index) {
        return Math.max(1, (index.timeline().wall() - index.began()) / 10);
    }

    /// From how many nanoseconds on an empty stretch is a gap worth a row: ten times the usual, and a part of the whole.
    ///
    /// @param brief whether the times beside the rungs are enough for all but the longest
    static long gap(List<Rung> rungs, boolean brief) {
        if (rungs.size() < 2) {
            return Long.MAX_VALUE;
        }
        long[] distances = new long[rungs.size() - 1];
        for (int i = 0; i < distances.length; i++) {
            distances[i] = rungs.get(i + 1).at() - rungs.get(i).at();
        }
        Arrays.sort(distances);
        long whole = rungs.getLast().at() - rungs.getFirst().at();
        if (brief) {
            return Math.max(FELT, whole / BRIEF_GAPS);
        }
        boolean dense = false;
        for (Rung rung : rungs) {
            dense |= rung instanceof Rung.Packet;
        }
        long unusual = distances[distances.length / 2] * GAP_FACTOR;
        return Math.max(1, dense ? Math.max(Math.min(unusual, FELT), whole / DENSE_GAPS) : Math.max(unusual, whole / GAPS));
    }

    private static List<Rung> byTime(TraceIndex index, DrawnConnection connection, Glyphs glyphs, Length length, boolean running) {
        boolean brief = length != Length.FULL;
        boolean raced = raced(index, connection);
        List<Rung> rungs = PacketRungs.of(index, connection, glyphs, raced, brief);
        boolean folded = connection.ends().none() && index.hasCrowds();
        boolean packets = !rungs.isEmpty() || folded && index.header().available("packet");
        rungs.addAll(KernelNotes.of(index, connection, glyphs, raced, packets, length));
        List<Span> spans = new ArrayList<>();
        for (Span span : index.timeline().spans()) {
            if (connection.shows(span)) {
                spans.add(span);
            }
        }
        EventWords words = new EventWords(glyphs);
        for (TraceEvent mark : index.timeline().marks()) {
            if (connection.shows(mark.lane(), mark.connection(), mark.at()) && shown(mark, raced, words)
                    && !saidByItsStage(mark, spans)
                    && !(brief && (ShortRungs.noise(mark) || WebRungs.isPart(mark, spans) || ShortRungs.takenAtOnce(mark, spans, worth(index))))) {
                rungs.add(new Rung.Moment(mark));
            }
        }
        for (Span span : spans) {
            if (!KernelNotes.tells(span) && !(brief && ShortRungs.noise(span))) {
                addSpan(span, rungs);
            }
        }
        for (Span span : spans) {
            if (KernelNotes.tells(span) && !(brief && ShortRungs.shown(span, packets, worth(index)))
                    && !(running && span.state() instanceof Span.Observed observed && !observed.complete())) {
                rungs.add(KernelNotes.of(span, glyphs, brief));
            }
        }
        for (Hold hold : index.timeline().holds()) {
            if (connection.shows(hold.lane(), hold.connection(), hold.start())) {
                rungs.add(new Rung.Held(hold));
                rungs.add(new Rung.Released(hold));
            }
        }
        rungs.sort(Rung.BY_TIME);
        return rungs;
    }

    private static void addSpan(Span span, List<Rung> rungs) {
        Rung only = switch (span.state().kind()) {
            case DONE, FAILED, OPEN -> new Rung.Begin(span);
            case SKIPPED, CONCLUDED -> new Rung.Aside(span);
            case HANDSHAKE, QUEUED, NOT_REACHED -> null;
        };
        if (only != null) {
            rungs.add(only);
        }
        if (span.state() instanceof Span.Done || span.state() instanceof Span.Failed) {
            rungs.add(new Rung.End(span));
        }
    }

    static boolean raced(TraceIndex index, DrawnConnection connection) {
        for (Span span : index.timeline().spans()) {
            if (span.attempt() > 1 && connection.shows(span)) {
                return true;
            }
        }
        return false;
    }

    /// Says if an event has a rung as it is. What the kernel and the packets tell has rungs of its own; a race of one is none.
    private static boolean shown(TraceEvent mark, boolean raced, EventWords words) {
        EventBody body = mark.body();
        return !(body instanceof KernelEvent) && !(body instanceof PacketEvent) && (raced || body.kind() != RaceEvent.Kind.WON)
                && words.of(mark).mark() != null;
    }

    /// Says if this chunk is all that its stage moved: then the end of the stage says it.
    private static boolean saidByItsStage(TraceEvent mark, List<Span> spans) {
        if (!isChunk(mark)) {
            return false;
        }
        boolean read = mark.body() instanceof StreamEvent.ChunkRead;
        for (Span span : spans) {
            if (span.lane() == mark.lane() && span.connection() == mark.connection() && span.start() <= mark.at()
                    && mark.at() <= span.end() && read != (span.stage() == Stage.WRITE) && span.movedAtOnce()) {
                return true;
            }
        }
        return false;
    }

    static boolean isChunk(TraceEvent event) {
        return event.body() instanceof StreamEvent.ChunkRead || event.body() instanceof StreamEvent.ChunkWritten;
    }

    /// Puts what one look of the kernel's observers found into one row.
    ///
    /// @param near nanoseconds within which looks are one for the reader, too
    private static List<Rung> withNotesMerged(List<Rung> rungs, long near) {
        List<Rung> out = new ArrayList<>(rungs.size());
        for (Rung rung : rungs) {
            if (!out.isEmpty() && out.getLast() instanceof Rung.Note before && rung instanceof Rung.Note note
                    && before.role() == note.role()
                    && (before.cause() >= 0 && before.cause() == note.cause() || note.at() - before.until() < near)) {
                out.set(out.size() - 1, new Rung.Note(before.at(), note.until(), note.cause(),
                        listed(before.left(), note.left()), listed(before.right(), note.right()), note.role()));
            } else {
                out.add(rung);
            }
        }
        return out;
    }

    private static String listed(String one, String other) {
        return one.isEmpty() || other.isEmpty() ? one + other : one + ", " + other;
    }

    private static List<Rung> withoutRuns(List<Rung> rungs) {
        List<Rung> out = new ArrayList<>();
        int from = 0;
        while (from < rungs.size()) {
            int to = from;
            while (to < rungs.size() && FlowRun.flows(rungs.get(to))) {
                to++;
            }
            if (to == from) {
                out.add(rungs.get(from++));
                continue;
            }
            FlowRun.collapse(rungs.subList(from, to), out);
            from = to;
        }
        return out;
    }

    private static List<Rung> bounded(List<Rung> rungs, int most, int atEnd) {
        if (rungs.size() <= most) {
            return rungs;
        }
        int resume = rungs.size() - atEnd;
        int stop = most - atEnd - 1;
        List<Rung> out = new ArrayList<>(rungs.subList(0, stop));
        out.add(new Rung.LeftOut(rungs.get(stop).at(), rungs.get(resume - 1).until(), resume - stop));
        out.addAll(rungs.subList(resume, rungs.size()));
        return out;
    }

    /// A stage during which nothing else happened needs one row only, unless it failed: a failure stands at its own time.
    private static List<Rung> joined(List<Rung> rungs) {
        List<Rung> out = new ArrayList<>(rungs.size());
        for (int i = 0; i < rungs.size(); i++) {
            if (i + 1 < rungs.size() && rungs.get(i) instanceof Rung.Begin(Span begun)
                    && rungs.get(i + 1) instanceof Rung.End(Span ended) && begun == ended
                    && begun.state() instanceof Span.Done) {
                out.add(new Rung.Whole(begun));
                i++;
            } else {
                out.add(rungs.get(i));
            }
        }
        return out;
    }
}
