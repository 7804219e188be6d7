package dev.lifeline.cli.start;

import java.util.function.Consumer;
import sun.misc.Signal;

/// Ctrl-C and its relatives end a run in order: what was recorded is kept and shown. The second one ends the process at once.
public final class Interrupts {

    private static final String[] SIGNALS = {"INT", "TERM", "HUP"};

    private Interrupts() {
    }

    /// From now on these signals call the action, once, with their name.
    public static void on(Consumer<String> action) {
        for (String name : SIGNALS) {
            try {
                Signal.handle(new Signal(name), signal -> {
                    for (String other : SIGNALS) {
                        reset(other);
                    }
                    action.accept(name);
                });
            } catch (IllegalArgumentException e) {
                // This system has no such signal (HUP on Windows): then nobody can send it either.
                continue;
            }
        }
    }

    private static void reset(String name) {
        try {
            Signal.handle(new Signal(name), sun.misc.SignalHandler.SIG_DFL);
        } catch (IllegalArgumentException e) {
            return;
        }
    }
}
