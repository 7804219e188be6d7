package dev.lifeline.step.intro;

import dev.lifeline.step.Command;
import dev.lifeline.step.Journey;

/// A first walk by doing: it says what to type, waits until that is done at the stop where the person stands, and says what it showed.
/// Everything else can be typed meanwhile. Immutable.
///
/// @param waits what is to be tried now; `null` where no such walk goes on
/// @param reminded whether somebody who did something else was told of it again
public record Intro(IntroStep waits, boolean reminded) {

    /// The word behind `help` that begins and ends it.
    public static final String WORD = "intro";

    /// Nobody is led.
    public static final Intro NONE = new Intro(null, false);

    private static final String LAST = "That is all you need. Say what will happen before each Enter: that teaches most. h lists the rest, rerun makes a"
            + " new connection, q leaves.";

    /// The walk from here on, and what is said now.
    ///
    /// @param text one paragraph, safe to print; empty where nothing is said
    public record Told(Intro intro, String text) {
    }

    /// Goes on by what was typed.
    ///
    /// @param command that was done; `null` where the line was refused
    /// @param journey where the person stands now
    public Told after(Command command, Journey journey) {
        if (command instanceof Command.Help help && help.topic().equals(WORD)) {
            return waits != null ? new Told(NONE, "intro: left; h lists the commands") : begin(journey);
        } else if (waits == null) {
            return new Told(this, "");
        } else if (command == null || !waits.isDoneBy(command, journey)) {
            // Who went on another way may have left what is waited for behind.
            return !waits.isPossible(journey) ? next("", journey) : reminded && command != null ? new Told(this, "")
                    : new Told(new Intro(waits, true), "intro: type " + waits.typed() + (command == null ? "" : "; or go your own way, help intro leaves this"));
        }
        return next(waits.found(command, journey), journey);
    }

    private static Told begin(Journey journey) {
        IntroStep first = from(0, journey);
        return journey.isOver() ? new Told(NONE, "intro: this run is over; " + (journey.live() ? "rerun makes a new one" : "goto 1 goes to its first stop")
                + ", and help intro begins there") : new Told(new Intro(first, false), said("", first));
    }

    private Told next(String found, Journey journey) {
        IntroStep next = from(waits.ordinal() + 1, journey);
        if (next == null) {
            return new Told(NONE, "intro: " + (found.isEmpty() ? "" : found + " ") + LAST);
        }
        return new Told(new Intro(next, false), said(found, next));
    }

    /// The next one that can be tried; `null` where none can.
    private static IntroStep from(int place, Journey journey) {
        IntroStep[] all = IntroStep.values();
        for (int i = place; i < all.length; i++) {
            if (all[i].isPossible(journey)) {
                return all[i];
            }
        }
        return null;
    }

    private static String said(String found, IntroStep next) {
        return "intro, " + (next.ordinal() + 1) + " of " + IntroStep.values().length + ": " + (found.isEmpty() ? "" : found + " ") + next.text();
    }
}
