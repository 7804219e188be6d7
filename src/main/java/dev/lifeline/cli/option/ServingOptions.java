package dev.lifeline.cli.option;

import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.run.ServerPlan;
import dev.lifeline.server.Behaviour;
import dev.lifeline.server.ServerOptions;

/// The server in the same process as the client.
public final class ServingOptions {

    private static final String WEB = "http";

    private boolean serve;
    private String behaviour;
    private Integer backlog;
    private final SandboxOption sandbox = new SandboxOption();

    public OptionList options() {
        return sandbox.addTo(new OptionList()
                .flag("--serve", "Start a loopback server here, and trace both ends.", on -> serve = on)
                .text("--behaviour, --behavior", "NAME",
                        "echo (default), banner, silent, reset, close, late-accept=TIME, drip=BYTES/TIME, cpu=TIME, flood, http[=FAULT].",
                                name -> behaviour = name)
                .number("--backlog", "N", 128, "Length to ask for of the accept queue (default 128).", length -> backlog = length));
    }

    /// Tells whether there is to be a server.
    public boolean serve() {
        return serve;
    }

    /// Refuses what only a server could do where there is none.
    public void check() throws UsageException {
        if (!serve && (behaviour != null || backlog != null)) {
            throw new UsageException("--behaviour and --backlog are for a server of our own: add --serve");
        }
        if (!serve && sandbox.given()) {
            throw new UsageException("--sandbox has no way out, only its own loopback: add --serve");
        }
    }

    /// Says where the sandbox that was asked for is not there; the run goes on without.
    public void sandbox(Io io) {
        sandbox.check(io, "connect");
    }

    /// Tells whether the server is asked to speak HTTP.
    public boolean web() {
        return serve && behaviour != null && (behaviour.equals(WEB) || behaviour.startsWith(WEB + "="));
    }

    /// The server that is meant, or `null`.
    ///
    /// @param web whether it will be asked by requests of HTTP: then it speaks that, where nothing else is said
    public ServerPlan plan(boolean web) throws UsageException {
        return serve ? new ServerPlan(behaviour(web), backlog()) : null;
    }

    private Behaviour behaviour(boolean web) throws UsageException {
        try {
            return behaviour == null && !web ? Behaviour.DEFAULT : Behaviour.parse(behaviour == null ? WEB : behaviour);
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
