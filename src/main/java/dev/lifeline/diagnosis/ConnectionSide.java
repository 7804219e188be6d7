package dev.lifeline.diagnosis;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.Outcome;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What one side of one connection got done. Filled by [Facts] while it reads the trace, and not changed after that.
public final class ConnectionSide {

    private final Map<Stage, Outcome> finished = new EnumMap<>(Stage.class);
    private final Set<Stage> skipped = EnumSet.noneOf(Stage.class);
    private final Set<Integer> abandoned = new HashSet<>();
    private final Map<Integer, Endpoint> sources = new HashMap<>();
    private List<Endpoint> candidates = List.of();
    private FourTuple tuple;
    private int winner;
    private long chunksRead;
    private long chunksWritten;
    private long movedIn;
    private long movedOut;
    private long closing = Long.MAX_VALUE;

    void finish(Stage stage, int attempt, Outcome outcome) {
        finished.put(stage, outcome);
        // No pattern switch, as in Facts. Answers, Bound and Listening say nothing that is asked for here.
        if (outcome instanceof Outcome.Connected connected) {
            tuple = connected.tuple();
            winner = attempt;
        } else if (outcome instanceof Outcome.Accepted accepted) {
            tuple = accepted.tuple();
        } else if (outcome instanceof Outcome.Moved moved) {
            moved(stage, moved.bytes().count());
        } else if (outcome instanceof Outcome.Closed closed) {
            movedIn = Math.max(movedIn, closed.read());
            movedOut = Math.max(movedOut, closed.written());
        } else if (outcome instanceof Outcome.RouteChosen route) {
            sources.put(attempt, route.source());
        } else if (!(outcome instanceof Outcome.Answers || outcome instanceof Outcome.Bound
                || outcome instanceof Outcome.Listening)) {
            throw new MatchException("not known what follows from " + outcome, null);
        }
    }

    private void moved(Stage stage, long bytes) {
        if (stage == Stage.WRITE) {
            movedOut += bytes;
        } else {
            movedIn += bytes;
        }
    }

    void skip(Stage stage) {
        skipped.add(stage);
    }

    void abandon(int attempt) {
        abandoned.add(attempt);
    }

    void win(int attempt) {
        winner = attempt;
    }

    void order(List<Endpoint> inOrder) {
        candidates = inOrder;
    }

    void closing(long at) {
        closing = at;
    }

    void chunkRead(long bytes) {
        chunksRead += bytes;
    }

    void chunkWritten(long bytes) {
        chunksWritten += bytes;
    }

    /// The source address that the kernel chose for an attempt, without a port; `null` where the route was not asked for.
    public Endpoint source(int attempt) {
        return sources.get(attempt);
    }

    /// Whether the stage finished, or had nothing to do.
    boolean passed(Stage stage) {
        return finished.containsKey(stage) || skipped.contains(stage);
    }

    /// What the stage found out, or `null` where it did not finish.
    Outcome outcome(Stage stage) {
        return finished.get(stage);
    }

    /// The connection as this side sees it, or `null` before it existed.
    public FourTuple tuple() {
        return tuple;
    }

    /// Whether the connection's two ends are one socket: its source port was its destination port, and nobody listened there
    /// (RFC 9293 section 3.5, simultaneous open).
    boolean withItself() {
        return tuple != null && tuple.withItself();
    }

    /// The attempt that won the race; 0 where there was none, or nobody won.
    public int winner() {
        return winner;
    }

    /// Whether the failure of this attempt is part of a race that another attempt won, or that was given up.
    boolean superseded(int attempt) {
        return attempt > 0 && attempt != winner && (winner > 0 || tuple != null);
    }

    /// Whether a rule of the race gave this attempt up.
    boolean gaveUp(int attempt) {
        return abandoned.contains(attempt);
    }

    /// Where this attempt of the race went, or `null` where that is not recorded.
    Endpoint candidate(int attempt) {
        return attempt > 0 && attempt <= candidates.size() ? candidates.get(attempt - 1) : null;
    }

    /// Bytes read. Chunks may have been dropped from a full recorder, so the stages' own counts are looked at too.
    public long read() {
        return Math.max(chunksRead, movedIn);
    }

    /// Bytes that the kernel took.
    public long written() {
        return Math.max(chunksWritten, movedOut);
    }

    /// How this side had begun to close by then; `null` where it had not, or never closed.
    ///
    /// @param at nanoseconds since the origin
    public Outcome.Closed closedBy(long at) {
        return closing <= at && finished.get(Stage.CLOSE) instanceof Outcome.Closed closed ? closed : null;
    }

    /// Whether the wait for bytes ended because nothing came.
    boolean quiet() {
        return finished.get(Stage.FIRST_BYTE) instanceof Outcome.Moved moved && moved.ending() == Ending.QUIET && read() == 0;
    }
}
