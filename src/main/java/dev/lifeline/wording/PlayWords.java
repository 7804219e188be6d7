package dev.lifeline.wording;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Printable;
import java.util.ArrayList;
import java.util.List;

/// The play of a scenario in words: its steps, and whose a connection is.
public final class PlayWords {

    private PlayWords() {
    }

    /// Writes an event of this group in its three lengths.
    /// @param origin from where times are counted, in nanoseconds since the origin of the trace
    static Wording of(PlayEvent event, int connection, String who, long origin) {
        return switch (event.kind()) {
            case ACTOR_JOINED, ACTOR_PLACED -> Wording.NONE;
            case CONNECTION_OWNED -> of((PlayEvent.ConnectionOwned) event, connection, who);
            case STEP_HELD -> of((PlayEvent.StepHeld) event);
            case HAND_ACTED -> of((PlayEvent.HandActed) event);
            case STEP_STARTED -> of((PlayEvent.StepStarted) event);
            case STEP_ENDED -> of((PlayEvent.StepEnded) event);
            case WAIT_FAILED -> of((PlayEvent.WaitFailed) event, origin);
            case PLAY_CUT -> of((PlayEvent.PlayCut) event);
            case SWITCH_SET -> of((PlayEvent.SwitchSet) event);
            case RELAY_RULED -> of((PlayEvent.RelayRuled) event);
            case BYTES_DROPPED -> of((PlayEvent.BytesDropped) event);
            case PLAY_STOPPED -> of((PlayEvent.PlayStopped) event);
        };
    }

    /// Writes a step as the scenario calls it: `client connect`, `client connect (label)`.
    public static String step(PlayEvent.StepStarted step) {
        return step(actor(step), step.action(), step.label());
    }

    /// Names those who do a step: `client`, `crowd-1 to crowd-50`.
    private static String actor(PlayEvent.StepStarted step) {
        return step.lastMember() == 0 ? step.actor() : step.firstMember() == step.lastMember()
                ? step.actor() + "-" + step.firstMember()
                : step.actor() + "-" + step.firstMember() + " to " + step.lastMember();
    }

    private static String step(String actor, String action, String label) {
        return Printable.ascii(actor + " " + action + (label == null ? "" : " (" + label + ")"));
    }

    /// Lists what was waited for in vain, what the play's limit cut off, and what a person had done that is no step, by time.
    public static List<String> unmet(TraceIndex index) {
        List<String> unmet = new ArrayList<>();
        for (TraceEvent event : index.play()) {
            if (event.body() instanceof PlayEvent.WaitFailed failed) {
                unmet.add(of(failed, index.began()).phrase());
            } else if (event.body() instanceof PlayEvent.PlayCut cut) {
                unmet.add(of(cut).phrase());
            } else if (event.body() instanceof PlayEvent.HandActed hand) {
                unmet.add(of(hand).phrase());
            }
        }
        return unmet;
    }

    /// Writes what was waited for, for how long, and what was seen instead.
    ///
    /// @param origin from where times are counted, in nanoseconds since the origin of the trace
    public static Wording of(PlayEvent.WaitFailed failed, long origin) {
        long since = failed.seenAt() - origin;
        String missed = "step " + failed.number() + ", " + failed.action() + (failed.label() == null ? "" : " (" + failed.label() + ")")
                + ": " + failed.missed() + " in " + Durations.rounded(failed.waited());
        if (failed.seen() == null) {
            return RunWords.remark(Printable.ascii(missed));
        }
        // Where it stands in time beside others, its own time is that of the look.
        Wording brief = RunWords.remark(Printable.ascii(missed + "; last look: " + failed.seen()));
        Wording whole = RunWords.remark(Printable.ascii(missed + "; last look, at " + (since < 0 ? "-" : "")
                + Durations.rounded(Math.abs(since)) + ": " + failed.seen()));
        return new Wording(brief.mark(), whole.phrase(), whole.sentence());
    }

    /// Writes which step had not ended when the play had its time.
    public static Wording of(PlayEvent.PlayCut cut) {
        return RunWords.remark("the play's limit of " + Durations.text(cut.limit()) + " passed: step " + cut.number() + ", "
                + step(cut.actor(), cut.action(), cut.label()) + ", had not ended and was cut off"
                + (cut.leftOut() == 0 ? "" : "; " + Counted.of(cut.leftOut(), "step") + " after it "
                        + (cut.leftOut() == 1 ? "was" : "were") + " left out"));
    }

    /// Writes what a program was told to do by a person: `by hand, at a stop of a walk: client write`.
    public static Wording of(PlayEvent.HandActed hand) {
        String what = step(hand.actor(), hand.action(), null);
        return new Wording("by hand: " + what, "by hand, at a stop of a walk: " + what, "a person at a stop had this done: " + what);
    }

    /// Writes that the play stands before a step.
    static Wording of(PlayEvent.StepHeld step) {
        String words = "stood before step " + step.number() + ": " + held(step);
        return new Wording(words, words, "the play " + words);
    }

    /// Writes a step that a play stands before, as the scenario calls it.
    public static String held(PlayEvent.StepHeld step) {
        return step(step.actor(), step.action(), step.label());
    }

    /// Writes behind which step a play was to end.
    static Wording of(PlayEvent.PlayStopped stop) {
        return RunWords.remark("the play ends here, behind step " + stop.number() + ", " + step(stop.actor(), stop.action(), stop.label())
                + ", as asked");
    }

    static Wording of(PlayEvent.StepStarted step) {
        if (step.number() == 0) {
            String before = "before the steps: " + step(step);
            return new Wording(before, before, before);
        }
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

    /// Writes a switch of the kernel with its new and its old value.
    static Wording of(PlayEvent.SwitchSet set) {
        String text = Printable.ascii(set.name() + " = " + set.after() + (set.before().equals(set.after()) ? ", as before"
                : ", was " + set.before()));
        return new Wording(text, "set " + text, "the kernel's " + Printable.ascii(set.name()) + " was set to "
                + Printable.ascii(set.after()) + (set.before().equals(set.after()) ? ", which it was" : "; it was "
                + Printable.ascii(set.before())));
    }

    /// Writes what a relay does besides passing on.
    static Wording of(PlayEvent.RelayRuled rules) {
        List<String> does = new ArrayList<>();
        if (rules.delayUp() == rules.delayDown() && rules.delayUp() > 0) {
            does.add("keeps what it passes on for " + Durations.text(rules.delayUp()));
        } else {
            if (rules.delayUp() > 0) {
                does.add("keeps what goes to its target for " + Durations.text(rules.delayUp()));
            }
            if (rules.delayDown() > 0) {
                does.add("keeps what comes back for " + Durations.text(rules.delayDown()));
            }
        }
        if (!rules.halfClose()) {
            does.add("closes both sides when one ends");
        }
        if (rules.late()) {
            does.add("connects with the first byte");
        }
        if (rules.proxyProtocol() > 0) {
            does.add("speaks the PROXY protocol, version " + rules.proxyProtocol());
        }
        String text = Printable.ascii(rules.actor() + " " + String.join(", ", does));
        return new Wording(text, text, text);
    }

    /// Writes how many bytes of a connection a relay took and did not pass on.
    static Wording of(PlayEvent.BytesDropped dropped) {
        String text = Counted.of(dropped.bytes(), "byte") + " read and not passed on: lost";
        return new Wording(text, text, Printable.ascii(dropped.actor()) + " had read " + Counted.of(dropped.bytes(), "byte")
                + " that it did not pass on");
    }
}
