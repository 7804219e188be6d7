package dev.lifeline.cli;

import dev.lifeline.run.ServerPlan;
import dev.lifeline.server.Behaviour;
import dev.lifeline.server.ServerOptions;
import dev.lifeline.view.Text;

/// The server in the same process as the client.
final class ServingOptions {

    private boolean serve;
    private String behaviour;
    private Integer backlog;
    private boolean sandbox;

    OptionList options() {
        return new OptionList()
                .flag("--serve", "Start a loopback server in this process and trace both ends.", on -> serve = on)
                .text("--behaviour, --behavior", "NAME",
                        "echo (default), banner, silent, reset, close, late-accept=TIME, drip=BYTES/TIME, flood.",
                                name -> behaviour = name)
                .number("--backlog", "N", "Length asked for of the accept queue (default 128).", length -> backlog = length)
                .flag("--sandbox", "In an own network namespace, where packets can be seen without root.", on -> sandbox = on);
    }

    /// Whether there is to be a server.
    boolean serve() {
        return serve;
    }

    /// Refuses what only a server could do where there is none.
    void check() throws UsageException {
        if (!serve && (behaviour != null || backlog != null)) {
            throw new UsageException("--behaviour and --backlog are for a server of our own: add --serve");
        }
        if (!serve && sandbox) {
            throw new UsageException("--sandbox has no way out, only its own loopback: add --serve");
        }
    }

    /// Says where the sandbox that was asked for is not there; the run goes on without.
    void sandbox(Io io) {
        String state = io.environment().get("TRACE_SANDBOX");
        if (!sandbox || "inside".equals(state)) {
            return;
        }
        String why = state == null ? "scripts/trace makes it, and this was started in another way"
                : Text.safe(state.strip().replace('\n', ' '));
        io.complain("connect", "no sandbox, going on without: " + why + "; see trace doctor");
    }

    /// The server that is meant, or `null`.
    ServerPlan plan() throws UsageException {
        return serve ? new ServerPlan(behaviour(), backlog()) : null;
    }

    private Behaviour behaviour() throws UsageException {
        try {
            return behaviour == null ? Behaviour.DEFAULT : Behaviour.parse(behaviour);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--behaviour: " + e.getMessage());
        }
    }

    private int backlog() throws UsageException {
        if (backlog == null) {
            return ServerOptions.DEFAULT_BACKLOG;
        }
        if (backlog < 1) {
            throw new UsageException("--backlog " + backlog + " is less than 1");
        }
        return backlog;
    }
}
