package dev.lifeline.analysis;

import dev.lifeline.analysis.packet.PacketFlow;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.Failure;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent.ListenerSeen;
import dev.lifeline.model.event.Outcome;
import java.util.Objects;

/// A stage on the time axis, or the fact that it never ran.
///
/// @param stage which
/// @param lane whose
/// @param evidence how it is known; INFERRED for a span that was concluded from the events of two lanes
/// @param connection which connection of the lane, from 1; 0 for none
/// @param attempt which attempt of the race, from 1; 0 for none
/// @param start nanoseconds since the origin; meaningless for [Skipped] and [NotReached]
/// @param end nanoseconds since the origin; for [Open] the time of the last event of the trace
/// @param local the local end as far as known when it began, or `null`
/// @param remote the remote end, or `null`
/// @param state how it went
/// @param begun the event of its beginning, of a skipped stage the only one; `null` where it was dropped, and for what no program
///         told
/// @param ended the event of its end; `null` where it had not come when the trace ended, and for what no program told
public record Span(Stage stage, Lane lane, Evidence evidence, int connection, int attempt, long start, long end,
                   Endpoint local, Endpoint remote, State state, TraceEvent begun, TraceEvent ended) {

    /// The state of a stage.
    public sealed interface State {

        /// The constant that stands for this record.
        Kind kind();
    }

    /// The kind of a state: one constant for each record of [State], for switch expressions without `default`.
    public enum Kind { DONE, FAILED, OPEN, SKIPPED, NOT_REACHED, HANDSHAKE, QUEUED, CONCLUDED }

    /// It finished.
    public record Done(Outcome outcome) implements State {
        @Override
        public Kind kind() {
            return Kind.DONE;
        }
    }

    /// It failed.
    ///
    /// @param read bytes that the first reading of a connection had brought before it failed; 0 for other stages
    public record Failed(Failure failure, long read) implements State {
        @Override
        public Kind kind() {
            return Kind.FAILED;
        }
    }

    /// It was under way when the trace ended.
    public record Open() implements State {
        @Override
        public Kind kind() {
            return Kind.OPEN;
        }
    }

    /// There was nothing to do.
    public record Skipped(String reason) implements State {
        @Override
        public Kind kind() {
            return Kind.SKIPPED;
        }
    }

    /// It was asked for and never started.
    public record NotReached() implements State {
        @Override
        public Kind kind() {
            return Kind.NOT_REACHED;
        }
    }

    /// Seen by the kernel or on the wire rather than by a program.
    public sealed interface Observed extends State {

        /// Says if it came to its own end: not so a handshake that nobody answered.
        boolean complete();
    }

    /// The handshake of a connection, as its packets show it.
    public record Handshake(PacketFlow flow) implements Observed {

        @Override
        public boolean complete() {
            return flow.complete();
        }

        @Override
        public Kind kind() {
            return Kind.HANDSHAKE;
        }
    }

    /// A wait in the accept queue, as a packet or a look at the kernel's table shows it.
    ///
    /// The span ends with accept, or with the last look that found the connection there: what came after that look is not known.
    ///
    /// @param deepest the look that found the queue deepest meanwhile; `null` where none found anything in it
    /// @param left how it is known that it ended
    /// @param leftBy when that was known, in nanoseconds since the origin: the wait ended between the span's end and this; the last event
    ///     of the trace where its end is not known
    public record Queued(ListenerSeen deepest, Left left, long leftBy) implements Observed {

        @Override
        public boolean complete() {
            return left == Left.ACCEPTED;
        }
        @Override
        public Kind kind() {
            return Kind.QUEUED;
        }
    }

    /// How the end of a wait in the accept queue is known.
    public enum Left {
        /// Accept returned it.
        ACCEPTED,
        /// A look found it in the hands of a program.
        TAKEN,
        /// The client read bytes from it, which only a program can have sent.
        ANSWERED,
        /// Its socket was there no more: who had it is not known.
        GONE,
        /// It is not known.
        UNKNOWN
    }

    /// A wait in the accept queue that is concluded from both programs.
    public record Concluded() implements State {
        @Override
        public Kind kind() {
            return Kind.CONCLUDED;
        }
    }

    /// A span that was not told by a program.
    public Span(Stage stage, Lane lane, Evidence evidence, int connection, int attempt, long start, long end, Endpoint local,
                Endpoint remote, State state) {
        this(stage, lane, evidence, connection, attempt, start, end, local, remote, state, null, null);
    }

    public Span {
        Objects.requireNonNull(stage, "stage");
        Objects.requireNonNull(lane, "lane");
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(state, "state");
    }

    /// Its outcome, or `null` where it did not finish.
    public Outcome outcome() {
        return state instanceof Done done ? done.outcome() : null;
    }

    /// Says if it moved bytes, and all of them in a single call.
    public boolean movedAtOnce() {
        return outcome() instanceof Outcome.Moved moved && moved.chunks() == 1 && moved.bytes().count() > 0;
    }

    /// Says if it has a place on the time axis.
    public boolean ran() {
        return !(state instanceof Skipped) && !(state instanceof NotReached);
    }

    /// Its length in nanoseconds of wall time, holds included; 0 where it did not run.
    public long took() {
        return ran() ? end - start : 0;
    }
}
