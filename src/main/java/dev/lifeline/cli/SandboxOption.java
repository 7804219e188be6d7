package dev.lifeline.cli;

import dev.lifeline.view.Text;

/// `--sandbox`: an own network namespace, which the launcher makes before it starts Java.
final class SandboxOption {

    private boolean given;

    OptionList addTo(OptionList options) {
        return options.flag("--sandbox", "In an own network namespace, where packets can be seen without root.",
                on -> given = on);
    }

    boolean given() {
        return given;
    }

    /// Says where the sandbox that was asked for is not there; the command goes on without.
    void check(Io io, String command) {
        String state = io.environment().get("TRACE_SANDBOX");
        if (!given || "inside".equals(state)) {
            return;
        }
        String why = state == null ? "scripts/trace makes it, and this was started in another way"
                : Text.safe(state.strip().replace('\n', ' '));
        io.complain(command, "no sandbox, going on without: " + why + "; see trace doctor");
    }
}
