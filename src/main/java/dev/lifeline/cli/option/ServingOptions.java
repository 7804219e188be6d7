package dev.lifeline.cli.option;

import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.run.ServerPlan;
import dev.lifeline.server.Behaviour;
import dev.lifeline.server.ServerOptions;
import dev.lifeline.server.secure.TlsFault;
import dev.lifeline.server.web.WebSettings;
import java.io.File;

/// The server in the same process as the client.
public final class ServingOptions {

    private boolean serve;
    private boolean http;
    private String behaviour;
    private Integer backlog;
    private final SandboxOption sandbox = new SandboxOption();

    public OptionList options() {
        return sandbox.addTo(new OptionList()
                .flag("--serve", "Start a loopback server here, and trace both ends.", on -> serve = on)
                .flag("--http", "With --serve: the server speaks HTTP, and is asked for /hello.", on -> http = on)
                .text("--behaviour, --behavior", "NAME",
                        "echo (default), banner, silent, reset, close, late-accept=TIME, drip=BYTES/TIME, cpu=TIME, flood, http[=FAULT], tls[=FAULT].",
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
        if (!serve && http) {
            throw new UsageException("--http is for a server of our own: add --serve, or write a URL, http://HOST/");
        }
        if (http && behaviour != null && !(inside(behaviour()) instanceof Behaviour.Http) && !(inside(behaviour()) instanceof Behaviour.Echo)) {
            throw new UsageException("--http is a behaviour of its own: leave --behaviour " + behaviour + " out, or write --behaviour http=FAULT");
        }
        if (!serve && sandbox.given()) {
            throw new UsageException("--sandbox has no way out, only its own loopback: add --serve");
        }
    }

    /// Says where the sandbox that was asked for is not there; the run goes on without.
    public void sandbox(Io io) {
        sandbox.check(io, "connect");
    }

    /// Tells whether the server is asked to speak HTTP, be it inside of TLS.
    public boolean web() throws UsageException {
        return serve && (http || inside(behaviour()) instanceof Behaviour.Http);
    }

    /// Says if it was asked to speak TLS by its behaviour.
    public boolean secured() throws UsageException {
        return serve && behaviour().tls() != null;
    }

    /// The server that is meant, or `null`.
    ///
    /// @param web whether the client speaks HTTP to it: where no other behaviour is asked for, it does, too
    /// @param tls whether the client speaks TLS to it: the same
    /// @param certificates the folder for its authority, or `null`
    public ServerPlan plan(boolean web, boolean tls, File certificates) throws UsageException {
        if (!serve) {
            return null;
        }
        Behaviour asked = behaviour();
        Behaviour inside = inside(asked);
        if (web && inside instanceof Behaviour.Echo && (http || behaviour == null || asked.tls() != null)) {
            inside = new Behaviour.Http(WebSettings.USUAL);
        }
        TlsFault fault = asked.tls() != null ? asked.tls() : tls && behaviour == null ? TlsFault.NONE : null;
        return new ServerPlan(fault == null ? inside : new Behaviour.Secured(fault, inside), backlog(), certificates);
    }

    private static Behaviour inside(Behaviour asked) {
        return asked instanceof Behaviour.Secured secured ? secured.inside() : asked;
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
