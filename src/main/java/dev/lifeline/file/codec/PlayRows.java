package dev.lifeline.file.codec;

import dev.lifeline.model.event.PlayEvent;

/// Events of the play of a scenario.
final class PlayRows {

    private static final Field ACTOR = Field.text("actor", "The name by which the scenario calls the actor.");
    private static final Field STEP = Field.count("step", "The place of the step in the scenario, from 1.");
    private static final Field ACTION = Field.text("action", "The word of the scenario for what is done.");

    private static final Field LABEL =
            Field.text("label", "What the scenario calls the step; left out where it has no name.").optional();

    static final CodecRow<PlayEvent.ActorJoined> ACTOR_JOINED = CodecRow.named("actor-joined",
            "An actor of a scenario takes part from now on.",
            ACTOR,
            Field.text("role", "The word for its kind in scenario files; connection for an accepted connection that a step "
                    + "gave a name."),
            Field.text("crowd", "The name by which the scenario calls it together with others like it; left out where it is alone.")
                    .optional())
            .of((event, out) -> out.text(event.actor()).text(event.role()).text(event.crowd()),
                    in -> new PlayEvent.ActorJoined(in.text(), in.text(), in.text()));

    static final CodecRow<PlayEvent.ActorPlaced> ACTOR_PLACED = CodecRow.named("actor-placed",
            "It is known where an actor listens, or will.",
            ACTOR,
            Field.endpoint("local", "The address, with its port."))
            .of((event, out) -> out.text(event.actor()).endpoint(event.address()),
                    in -> new PlayEvent.ActorPlaced(in.text(), in.endpoint()));

    static final CodecRow<PlayEvent.ConnectionOwned> CONNECTION_OWNED = CodecRow.named("connection-owned",
            "The connection of this line is an actor's.",
            ACTOR,
            Field.text("acceptedBy", "The listening actor that accepted it for this one; left out where the actor got it by "
                    + "itself.").optional(),
            Field.flag("datagrams", "Whether it is a UDP socket, which has the number of a connection and is none."))
            .of((event, out) -> out.text(event.actor()).text(event.acceptedBy()).flag(event.datagrams()),
                    in -> new PlayEvent.ConnectionOwned(in.text(), in.text(), in.flag()));

    static final CodecRow<PlayEvent.StepHeld> STEP_HELD = CodecRow.named("step-held",
            "The play of a scenario stands before a step, because a person looks.",
            STEP,
            ACTOR,
            ACTION,
            LABEL)
            .of((event, out) -> out.whole(event.number()).text(event.actor()).text(event.action()).text(event.label()),
                    in -> new PlayEvent.StepHeld(in.count(), in.text(), in.text(), in.text()));

    static final CodecRow<PlayEvent.HandActed> HAND_ACTED = CodecRow.named("hand-acted",
            "A person at a stop has a program do something by hand; in a run that is no play the actor is its side.",
            ACTOR,
            ACTION)
            .of((event, out) -> out.text(event.actor()).text(event.action()),
                    in -> new PlayEvent.HandActed(in.text(), in.text()));

    static final CodecRow<PlayEvent.StepStarted> STEP_STARTED = CodecRow.named("step-started",
            "A step of a scenario begins.",
            STEP,
            ACTOR,
            ACTION,
            LABEL,
            Field.count("firstMember", "The first member of a crowd that does it, from 1; left out where the actor is no crowd.")
                    .optional(),
            Field.count("lastMember", "The last member that does it; left out where the actor is no crowd.").optional())
            .of((event, out) -> out.whole(event.number()).text(event.actor()).text(event.action()).text(event.label())
                            .whole(event.firstMember()).whole(event.lastMember()),
                    in -> new PlayEvent.StepStarted(in.count(), in.text(), in.text(), in.text(), in.count(), in.count()));

    static final CodecRow<PlayEvent.StepEnded> STEP_ENDED = CodecRow.named("step-ended",
            "A step of a scenario is over.",
            STEP,
            ACTOR,
            ACTION,
            Field.word("ending", EnumWords.STEP_ENDINGS, null),
            Field.text("reason", "Why it was not done; left out where it was, or was interrupted.").optional(),
            Field.count("lacking", "How many members of a crowd did not do it; left out for none.").optional())
            .of((event, out) -> out.whole(event.number()).text(event.actor()).text(event.action()).word(event.ending())
                            .text(event.reason()).whole(event.lacking()),
                    in -> new PlayEvent.StepEnded(in.count(), in.text(), in.text(), in.word(), in.text(), in.count()));

    static final CodecRow<PlayEvent.WaitFailed> WAIT_FAILED = CodecRow.named("wait-failed",
            "A step of a scenario waited for something that was not seen in its time.",
            STEP,
            ACTOR,
            ACTION,
            LABEL,
            Field.text("missed", "What was not seen, as a clause."),
            Field.size("waitedNanos", "How long it was waited for."),
            Field.text("seen", "What the last look showed instead; left out where no look came about.").optional(),
            Field.size("seenNanos", "When that look was, since the origin; 0 where there was none."))
            .of((event, out) -> out.whole(event.number()).text(event.actor()).text(event.action()).text(event.label())
                            .text(event.missed()).whole(event.waited()).text(event.seen()).whole(event.seenAt()),
                    in -> new PlayEvent.WaitFailed(in.count(), in.text(), in.text(), in.text(), in.text(), in.whole(), in.text(),
                            in.whole()));

    static final CodecRow<PlayEvent.PlayCut> PLAY_CUT = CodecRow.named("play-cut",
            "The play of a scenario had its time, and this step had not ended: it is interrupted.",
            STEP,
            ACTOR,
            ACTION,
            LABEL,
            Field.size("limitNanos", "How long the play may take."),
            Field.count("leftOut", "How many steps after it were never begun."))
            .of((event, out) -> out.whole(event.number()).text(event.actor()).text(event.action()).text(event.label())
                            .whole(event.limit()).whole(event.leftOut()),
                    in -> new PlayEvent.PlayCut(in.count(), in.text(), in.text(), in.text(), in.whole(), in.count()));

    static final CodecRow<PlayEvent.SwitchSet> SWITCH_SET = CodecRow.named("switch-set",
            "A switch of the kernel was set, in a network namespace of the play's own.",
            ACTOR,
            Field.text("name", "Its name, as sysctl(8) writes it."),
            Field.text("before", "Its value until then, as the kernel writes it."),
            Field.text("after", "Its value from then on."))
            .of((event, out) -> out.text(event.actor()).text(event.name()).text(event.before()).text(event.after()),
                    in -> new PlayEvent.SwitchSet(in.text(), in.text(), in.text(), in.text()));

    static final CodecRow<PlayEvent.RelayRuled> RELAY_RULED = CodecRow.named("relay-ruled",
            "A relay began that does more than pass on at once what comes.",
            ACTOR,
            Field.size("delayUpNanos", "How long it keeps what goes to its target."),
            Field.size("delayDownNanos", "How long it keeps what comes back."),
            Field.flag("halfClose", "Whether one direction may end and the other go on."),
            Field.flag("late", "Whether it connects onward with the first byte, and not with the accept."),
            Field.count("proxyProtocol", "The version of the PROXY protocol that it speaks to its target; 0 for none."))
            .of((event, out) -> out.text(event.actor()).whole(event.delayUp()).whole(event.delayDown()).flag(event.halfClose())
                            .flag(event.late()).whole(event.proxyProtocol()),
                    in -> new PlayEvent.RelayRuled(in.text(), in.whole(), in.whole(), in.flag(), in.flag(), in.count()));

    static final CodecRow<PlayEvent.BytesDropped> BYTES_DROPPED = CodecRow.named("bytes-dropped",
            "A relay closed the connection of this line, from which it had read bytes that it had not passed on.",
            ACTOR,
            Field.size("lost", "How many bytes are lost."))
            .of((event, out) -> out.text(event.actor()).whole(event.bytes()),
                    in -> new PlayEvent.BytesDropped(in.text(), in.whole()));

    static final CodecRow<PlayEvent.PlayStopped> PLAY_STOPPED = CodecRow.named("play-stopped",
            "The play of a scenario ends behind this step, as somebody asked: a replay shows and judges what happened until here.",
            STEP,
            ACTOR,
            ACTION,
            Field.text("label", "What the scenario calls the step."))
            .of((event, out) -> out.whole(event.number()).text(event.actor()).text(event.action()).text(event.label()),
                    in -> new PlayEvent.PlayStopped(in.count(), in.text(), in.text(), in.text()));

    private PlayRows() {
    }

    /// The row of each kind.
    static CodecRow<? extends PlayEvent> row(PlayEvent.Kind kind) {
        return switch (kind) {
            case ACTOR_JOINED -> ACTOR_JOINED;
            case ACTOR_PLACED -> ACTOR_PLACED;
            case CONNECTION_OWNED -> CONNECTION_OWNED;
            case STEP_HELD -> STEP_HELD;
            case HAND_ACTED -> HAND_ACTED;
            case STEP_STARTED -> STEP_STARTED;
            case STEP_ENDED -> STEP_ENDED;
            case WAIT_FAILED -> WAIT_FAILED;
            case PLAY_CUT -> PLAY_CUT;
            case SWITCH_SET -> SWITCH_SET;
            case RELAY_RULED -> RELAY_RULED;
            case BYTES_DROPPED -> BYTES_DROPPED;
            case PLAY_STOPPED -> PLAY_STOPPED;
        };
    }
}
