package dev.lifeline.cli.command;

import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.option.BytesInput;
import dev.lifeline.cli.option.OptionList;
import dev.lifeline.cli.option.PersonFolders;
import dev.lifeline.cli.option.TlsOptions;
import dev.lifeline.cli.option.WebOptions;
import dev.lifeline.cli.start.Mentioned;
import dev.lifeline.cli.start.Version;
import dev.lifeline.client.Deadlines;
import dev.lifeline.client.Script;
import dev.lifeline.model.Target;
import dev.lifeline.model.protocol.Scheme;
import dev.lifeline.race.Personality;
import dev.lifeline.run.ConnectPlan;
import dev.lifeline.run.EvidenceChoice;
import dev.lifeline.run.ServePlan;
import dev.lifeline.run.ServeRun;
import dev.lifeline.run.ServerPlan;
import dev.lifeline.run.TargetException;
import dev.lifeline.run.TargetParser;
import dev.lifeline.run.web.WebAddress;
import dev.lifeline.run.web.WebPlan;
import dev.lifeline.server.Behaviour;
import dev.lifeline.server.ServerOptions;
import dev.lifeline.server.secure.TlsFault;
import dev.lifeline.server.web.WebSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/// The run behind a walk: a connection to a server of its own, with something to say, or to a real target.
final class StepPlans {

    private static final long SECOND = 1_000_000_000L;
    private static final long STAGE = 10 * SECOND;
    /// Nobody else waits on loopback: a person who looks at one side has the other wait as long.
    private static final long DAY = 24 * 3_600 * SECOND;
    private static final Deadlines PATIENT = new Deadlines(DAY, DAY, DAY, DAY, DAY);
    private static final byte[] PING = "ping\n".getBytes(StandardCharsets.US_ASCII);
    private static final String SERVED_PATH = "/hello";

    private final Io io;
    private final WebOptions web = new WebOptions();
    private final TlsOptions tls = new TlsOptions();
    private boolean http;
    private boolean https;
    private String behaviour;

    StepPlans(Io io) {
        this.io = io;
    }

    /// Adds the options of TLS and HTTP.
    void addTo(CommandSpec spec, Mentioned mentioned) {
        new OptionList()
                .flag("--http", "The server of its own speaks HTTP, and is asked for /hello.", on -> http = on)
                .flag("--https", "The same inside of TLS.", on -> https = on)
                .text("--behaviour, --behavior", "NAME", "What that server does: tls, http, or one of their faults, tls=expired, http=short-body.",
                        name -> behaviour = name)
                .addTo(spec, mentioned, "%nA server of its own:%n");
        tls.options().addTo(spec, mentioned, "%nTLS (for https, and with --tls):%n");
        web.options().addTo(spec, mentioned, "%nRequests of HTTP (for a URL, and where one of these is given):%n");
    }

    /// Tells a target, which is a URL or has a port, from the name or the file of a scenario.
    static boolean isTarget(String word) {
        return WebAddress.is(word) || word.indexOf(':') >= 0 && !word.endsWith(".yaml") && !word.endsWith(".yml");
    }

    /// Refuses what only a connection has: a recording or a scenario brings its own.
    void checkUnused(String instead) throws UsageException {
        boolean used = http || https || behaviour != null || tls.asked() || web.given() || web.proxied() || tls.plan(true) != null;
        if (used) {
            throw new UsageException("options of TLS and HTTP are for a connection of this walk, and " + instead);
        }
    }

    /// Makes the plan.
    ///
    /// @param words a target, or none
    /// @param commandsPiped whether standard input has the commands
    /// @throws TargetException when they name none
    ConnectPlan plan(List<String> words, EvidenceChoice evidence, boolean commandsPiped) throws TargetException, UsageException {
        if (commandsPiped && web.takesInput()) {
            throw new UsageException("--data-file - takes standard input, where the commands come from: write --script FILE, too");
        }
        boolean own = words.isEmpty();
        if (!own && (http || https || behaviour != null)) {
            throw new UsageException((behaviour != null ? "--behaviour" : https ? "--https" : "--http")
                    + " is for a server of its own: leave the target out, or write a URL, http://HOST/ or https://HOST/");
        }
        tls.warn(io, "step");
        ServerPlan server = own ? server() : null;
        boolean url = words.size() == 1 && WebAddress.is(words.getFirst());
        boolean asks = url || web.given() || server != null && server.isHttp();
        boolean secured = server == null ? tls.asked() : server.behaviour().tls() != null;
        WebPlan asked = null;
        if (asks) {
            WebAddress address = url ? WebAddress.of(words.getFirst(), false)
                    : new WebAddress(target(words).scheme(secured ? Scheme.HTTPS : Scheme.HTTP), own ? SERVED_PATH : "/");
            asked = web.plan(address.target(), address.path(), "lifeline/" + Version.number(), io.environment(), new BytesInput(io));
            secured = address.target().scheme().secured();
        } else {
            web.checkUnused();
        }
        Target to = asked == null ? secured ? target(words).scheme(Scheme.TLS) : target(words)
                : asked.destination();
        return new ConnectPlan(to, server, null, null, Personality.DEFAULT, STAGE, STAGE, script(own, asks), 1, 0,
                tls.keepsSecrets() ? evidence.withWholePackets() : evidence, asked,
                tls.plan(secured, asked != null && asked.follow(), server));
    }

    private static Target target(List<String> words) throws TargetException {
        return words.isEmpty() ? TargetParser.served("localhost") : TargetParser.remote(TargetParser.joined(words));
    }

    /// A server that does what it should waits for ever, and is waited for; one that does not would be.
    private Script script(boolean own, boolean asks) {
        Script patient = own && behaviour == null ? Script.CONNECT_ONLY.within(PATIENT) : Script.CONNECT_ONLY.within(new Deadlines(STAGE, STAGE, STAGE, DAY, SECOND));
        return own ? patient.sending(PING).stoppingAfter(PING.length) : asks ? patient : Script.CONNECT_ONLY.waiting(SECOND / 2);
    }

    private ServerPlan server() throws UsageException {
        Behaviour asked = behaviour();
        Behaviour inside = asked instanceof Behaviour.Secured secured ? secured.inside() : asked;
        if (!(inside instanceof Behaviour.Http) && (http || https || web.given())) {
            inside = new Behaviour.Http(WebSettings.USUAL);
        }
        TlsFault fault = asked.tls() != null ? asked.tls() : https || tls.asked() ? TlsFault.NONE : null;
        return new ServerPlan(fault == null ? inside : new Behaviour.Secured(fault, inside), ServerOptions.DEFAULT_BACKLOG,
                PersonFolders.cache(io.environment()));
    }

    private Behaviour behaviour() throws UsageException {
        try {
            Behaviour asked = behaviour == null ? Behaviour.DEFAULT : Behaviour.parse(behaviour);
            if (asked.tls() == null && !(asked instanceof Behaviour.Http) && behaviour != null) {
                throw new UsageException("--behaviour of a walk is one of TLS or HTTP, such as tls=expired or http=short-body; a scenario has the others");
            }
            return asked;
        } catch (IllegalArgumentException e) {
            throw new UsageException("--behaviour: " + e.getMessage());
        }
    }

    /// Makes a server that is ready to go, for a client of another program.
    ///
    /// @throws UsageException when the words name no loopback address and port
    ServeRun serve(List<String> words, EvidenceChoice evidence) throws UsageException, InterruptedException {
        if (web.given() || web.proxied() || tls.plan(true) != null) {
            throw new UsageException("with --serve the client is another program: --http, --https, --tls and --behaviour are for its server, the others are for a client");
        }
        try {
            Target target = TargetParser.served(words.isEmpty() ? "localhost" : TargetParser.joined(words));
            InetAddress address = io.resolver().resolve(target.host())[0];
            if (!address.isLoopbackAddress()) {
                throw new UsageException("--serve listens on this machine's loopback only: write localhost, 127.0.0.1 or [::1]");
            }
            return new ServeRun(new ServePlan(target, server(), ServePlan.DEFAULT_CONNECTIONS, DAY / 24, evidence), address, Version.number());
        } catch (TargetException e) {
            throw new UsageException(e.getMessage());
        } catch (UnknownHostException e) {
            throw new UsageException("--serve needs an address to listen on: write localhost");
        }
    }
}
