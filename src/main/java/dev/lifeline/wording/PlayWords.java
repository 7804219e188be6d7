package dev.lifeline.wording;

import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.text.Printable;

/// The play of a scenario in words: its steps, and whose a connection is.
public final class PlayWords {

    private PlayWords() {
    }

    /// Writes an event of this group in its three lengths.
    static Wording of(PlayEvent event, int connection, String who) {
        return switch (event.kind()) {
            case ACTOR_JOINED, ACTOR_PLACED -> Wording.NONE;
            case CONNECTION_OWNED -> of((PlayEvent.ConnectionOwned) event, connection, who);
            case STEP_STARTED -> of((PlayEvent.StepStarted) event);
            case STEP_ENDED -> of((PlayEvent.StepEnded) event);
        };
    }

    /// Writes a step as the scenario calls it: `client connect`, `client connect (label)`.
    public static String step(PlayEvent.StepStarted step) {
        return Printable.ascii(actor(step) + " " + step.action() + (step.label() == null ? "" : " (" + step.label() + ")"));
    }

    /// Names those who do a step: `client`, `crowd-1 to crowd-50`.
    private static String actor(PlayEvent.StepStarted step) {
        return step.lastMember() == 0 ? step.actor() : step.firstMember() == step.lastMember()
                ? step.actor() + "-" + step.firstMember()
                : step.actor() + "-" + step.firstMember() + " to " + step.lastMember();
    }

    static Wording of(PlayEvent.StepStarted step) {
        String mark = "step " + step.number() + ": " + step(step);
        return new Wording(mark, mark, "step " + step.number() + " began: " + step(step));
    }

    /// Writes why a step was not done; one that was needs no words.
    public static Wording of(PlayEvent.StepEnded step) {
        String how = switch (step.ending()) {
            case DONE -> null;
            case NOT_DONE -> step.lacking() == 0 ? "could not be done: " + step.reason()
                    : step.lacking() == 1 ? "could not be done by one of them: " + step.reason()
                    : "could not be done by " + step.lacking() + " of them: " + step.reason() + ", for example";
            case INTERRUPTED -> "was interrupted";
            case BROKEN -> "broke: " + step.reason();
        };
        return how == null ? Wording.NONE
                : RunWords.remark(Printable.ascii("step " + step.number() + ": " + step.actor() + " " + step.action() + " " + how));
    }

    /// Writes whose a connection is.
    ///
    /// @param connection its number in the lane
    /// @param who the lane, for example `the client `
    static Wording of(PlayEvent.ConnectionOwned owned, int connection, String who) {
        if (owned.datagrams()) {
            return Wording.NONE;
        }
        String actor = Printable.ascii(owned.actor());
        String mark = "this connection is " + actor + "'s";
        return new Wording(mark, mark, "connection " + connection + " of " + who + "became that of " + actor);
    }
}
