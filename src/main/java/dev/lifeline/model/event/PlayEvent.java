package dev.lifeline.model.event;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.walk.StepEnding;
import java.util.Objects;

/// Something happened in the play of a scenario. The events stand in the lane of the actor that they name: what `server`, `loop`
/// and `relay` actors and accepted connections do in the server's, all else in the client's.
public sealed interface PlayEvent extends EventBody {

    /// The kinds of this group, one for each record.
    enum Kind implements EventKind {
        ACTOR_JOINED, ACTOR_PLACED, CONNECTION_OWNED, STEP_HELD, HAND_ACTED, STEP_STARTED, STEP_ENDED, WAIT_FAILED, PLAY_CUT, SWITCH_SET,
        RELAY_RULED, BYTES_DROPPED, PLAY_STOPPED
    }

    @Override
    Kind kind();

    @Override
    default EventGroup group() {
        return EventGroup.PLAY;
    }

    /// The name by which the scenario calls the actor that this is about.
    String actor();

    /// An actor takes part from now on.
    ///
    /// @param actor its name
    /// @param role the word for its kind in scenario files: `server`, `loop`, `client`, `udp`, `dns`, `relay`; `connection` for an
    ///     accepted connection that a step gave a name
    /// @param crowd the name by which the scenario calls it together with others that are like it; `null` where it is alone
    record ActorJoined(String actor, String role, String crowd) implements PlayEvent {
        public ActorJoined {
            Objects.requireNonNull(actor, "actor");
            Objects.requireNonNull(role, "role");
        }

        /// One that is alone.
        public ActorJoined(String actor, String role) {
            this(actor, role, null);
        }

        @Override
        public Kind kind() {
            return Kind.ACTOR_JOINED;
        }
    }

    /// It is known where an actor listens, or will.
    ///
    /// @param actor its name
    /// @param address with its port
    record ActorPlaced(String actor, Endpoint address) implements PlayEvent {
        public ActorPlaced {
            Objects.requireNonNull(actor, "actor");
            Objects.requireNonNull(address, "address");
        }

        @Override
        public Kind kind() {
            return Kind.ACTOR_PLACED;
        }
    }

    /// The connection that this event carries in its envelope is an actor's. Said of each of its ends, when that gets its number.
    ///
    /// @param actor its name
    /// @param acceptedBy the listening actor that accepted it for this one, or `null` where the actor got it by itself
    /// @param datagrams whether it is a UDP socket, which has the number of a connection and is none
    record ConnectionOwned(String actor, String acceptedBy, boolean datagrams) implements PlayEvent {
        public ConnectionOwned {
            Objects.requireNonNull(actor, "actor");
        }

        @Override
        public Kind kind() {
            return Kind.CONNECTION_OWNED;
        }
    }

    /// The play stands before a step, because a person looks; the step's own event says when it went on. What runs in the background
    /// goes on meanwhile, and so does the kernel.
    ///
    /// @param number its place in the scenario, from 1
    /// @param actor who is to do it
    /// @param action the scenario's word for it
    /// @param label what the scenario calls it, or `null`
    record StepHeld(int number, String actor, String action, String label) implements PlayEvent {
        public StepHeld {
            Objects.requireNonNull(actor, "actor");
            Objects.requireNonNull(action, "action");
        }

        @Override
        public Kind kind() {
            return Kind.STEP_HELD;
        }
    }

    /// A person at a stop has a program do something by hand, which is no step of a scenario; what came of it are the events of its
    /// connection.
    ///
    /// @param actor who is to do it; in a run that is no play its side
    /// @param action the scenario's word for it
    record HandActed(String actor, String action) implements PlayEvent {
        public HandActed {
            Objects.requireNonNull(actor, "actor");
            Objects.requireNonNull(action, "action");
        }

        @Override
        public Kind kind() {
            return Kind.HAND_ACTED;
        }
    }

    /// A step begins.
    ///
    /// @param number its place in the scenario, from 1
    /// @param actor who does it; `machine` for what is nobody's
    /// @param action the scenario's word for it
    /// @param label what the scenario calls it, or `null`
    /// @param firstMember the first member of a crowd that does it, from 1; 0 where the actor is no crowd
    /// @param lastMember the last one
    record StepStarted(int number, String actor, String action, String label, int firstMember, int lastMember)
            implements PlayEvent {
        public StepStarted {
            Objects.requireNonNull(actor, "actor");
            Objects.requireNonNull(action, "action");
        }

        /// A step of one actor.
        public StepStarted(int number, String actor, String action, String label) {
            this(number, actor, action, label, 0, 0);
        }

        @Override
        public Kind kind() {
            return Kind.STEP_STARTED;
        }
    }

    /// A step waited for something that was not seen in its time. The play goes on.
    ///
    /// @param number as [StepStarted] has it
    /// @param actor who waited
    /// @param action the scenario's word for it
    /// @param label what the scenario calls the step, or `null`
    /// @param missed what was not seen, for a person, as a clause: `client was never seen in CLOSE_WAIT`
    /// @param waited how long it was waited for, in nanoseconds
    /// @param seen what the last look showed instead, for a person; `null` where no look came about
    /// @param seenAt when that look was, in nanoseconds since the origin of the trace; 0 where there was none
    record WaitFailed(int number, String actor, String action, String label, String missed, long waited, String seen, long seenAt)
            implements PlayEvent {
        public WaitFailed {
            Objects.requireNonNull(actor, "actor");
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(missed, "missed");
        }

        @Override
        public Kind kind() {
            return Kind.WAIT_FAILED;
        }
    }

    /// The play had its time, and this step had not ended: it is interrupted. One event for each such step.
    ///
    /// @param number as [StepStarted] has it
    /// @param actor who does it
    /// @param action the scenario's word for it
    /// @param label what the scenario calls the step, or `null`
    /// @param limit how long the play may take, in nanoseconds
    /// @param leftOut how many steps after it were never begun; 0 for steps in the background, which keep none from beginning
    record PlayCut(int number, String actor, String action, String label, long limit, int leftOut) implements PlayEvent {
        public PlayCut {
            Objects.requireNonNull(actor, "actor");
            Objects.requireNonNull(action, "action");
        }

        @Override
        public Kind kind() {
            return Kind.PLAY_CUT;
        }
    }

    /// The play ends behind this step, because somebody asked for that: those after it are not begun. What happens later is the end of
    /// its sockets.
    ///
    /// @param number as [StepStarted] has it
    /// @param actor who did it
    /// @param action the scenario's word for it
    /// @param label what the scenario calls the step
    record PlayStopped(int number, String actor, String action, String label) implements PlayEvent {
        public PlayStopped {
            Objects.requireNonNull(actor, "actor");
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(label, "label");
        }

        @Override
        public Kind kind() {
            return Kind.PLAY_STOPPED;
        }
    }

    /// A step is over. A stage of it that failed is told by that stage's own event.
    ///
    /// @param number as [StepStarted] has it
    /// @param actor who did it
    /// @param action the scenario's word for it
    /// @param ending how it ended
    /// @param reason why it was not done, for a person; `null` where it was, or was interrupted
    /// @param lacking how many members of a crowd did not do it; 0 where the actor is no crowd
    record StepEnded(int number, String actor, String action, StepEnding ending, String reason, int lacking) implements PlayEvent {

        /// The end of a step of one actor.
        public StepEnded(int number, String actor, String action, StepEnding ending, String reason) {
            this(number, actor, action, ending, reason, 0);
        }

        public StepEnded {
            Objects.requireNonNull(actor, "actor");
            Objects.requireNonNull(action, "action");
            Objects.requireNonNull(ending, "ending");
        }

        @Override
        public Kind kind() {
            return Kind.STEP_ENDED;
        }
    }

    /// A switch of the kernel was set, in the play's own network namespace.
    ///
    /// @param actor who set it
    /// @param name as sysctl(8) writes it
    /// @param before its value until then, as the kernel writes it
    /// @param after its value from then on
    record SwitchSet(String actor, String name, String before, String after) implements PlayEvent {
        public SwitchSet {
            Objects.requireNonNull(actor, "actor");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }

        @Override
        public Kind kind() {
            return Kind.SWITCH_SET;
        }
    }

    /// A relay began that does more than pass on at once what comes. A relay without such an event does that.
    ///
    /// @param actor its name
    /// @param delayUp time that it keeps what goes to its target, in nanoseconds
    /// @param delayDown the same on the way back
    /// @param halfClose whether one direction may end and the other go on
    /// @param late whether it connects onward with the first byte, and not with the accept
    /// @param proxyProtocol version of the PROXY protocol that it speaks to its target; 0 for none
    record RelayRuled(String actor, long delayUp, long delayDown, boolean halfClose, boolean late, int proxyProtocol)
            implements PlayEvent {
        public RelayRuled {
            Objects.requireNonNull(actor, "actor");
        }

        @Override
        public Kind kind() {
            return Kind.RELAY_RULED;
        }
    }

    /// A relay closed a connection from which it had read bytes that it had not passed on: they are lost.
    ///
    /// @param actor the relay
    /// @param bytes how many
    record BytesDropped(String actor, long bytes) implements PlayEvent {
        public BytesDropped {
            Objects.requireNonNull(actor, "actor");
        }

        @Override
        public Kind kind() {
            return Kind.BYTES_DROPPED;
        }
    }
}
