package dev.lifeline.cli.option;

import dev.lifeline.cli.Io;
import dev.lifeline.observe.Availability;
import dev.lifeline.observe.sandbox.SandboxRefusal;
import dev.lifeline.text.Printable;

/// `--sandbox`: an own network namespace, which the launcher makes before it starts Java.
public final class SandboxOption {

    /// How the launcher begins what it passes on of unshare(1).
    private static final String REFUSED = "refused: ";

    private boolean given;

    public OptionList addTo(OptionList options) {
        return options.flag("--sandbox", "In a network namespace of its own, where packets can be seen without root.",
                on -> given = on);
    }

    boolean given() {
        return given;
    }

    /// Says where the sandbox that was asked for is not there; the command goes on without.
    public void check(Io io, String command) {
        String state = io.environment().get("TRACE_SANDBOX");
        if (!given || "inside".equals(state)) {
            return;
        }
        io.complain(command, "no sandbox, going on without one: " + (state == null
                ? "scripts/trace makes it, and this was started in another way" : why(state)));
    }

    private static String why(String state) {
        Availability.Unavailable why = SandboxRefusal.of(state.startsWith(REFUSED) ? state.substring(REFUSED.length()) : state);
        return Printable.ascii(why.reason() + (why.enable() == null ? "" : "; to enable: " + why.enable()));
    }
}
