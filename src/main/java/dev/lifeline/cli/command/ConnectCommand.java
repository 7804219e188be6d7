package dev.lifeline.cli.command;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.cli.ExitCode;
import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.option.BytesInput;
import dev.lifeline.cli.option.ConversationOptions;
import dev.lifeline.cli.option.DeadlineOptions;
import dev.lifeline.cli.option.Helped;
import dev.lifeline.cli.option.OptionList;
import dev.lifeline.cli.option.OutputOptions;
import dev.lifeline.cli.option.PersonFolders;
import dev.lifeline.cli.option.ServingOptions;
import dev.lifeline.cli.option.TlsOptions;
import dev.lifeline.cli.option.WayOutOptions;
import dev.lifeline.cli.option.WebOptions;
import dev.lifeline.cli.report.Presenter;
import dev.lifeline.cli.report.TraceSinks;
import dev.lifeline.cli.report.WaitProgress;
import dev.lifeline.cli.start.Mentioned;
import dev.lifeline.cli.start.Version;
import dev.lifeline.client.Script;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Target;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.protocol.Scheme;
import dev.lifeline.run.ConnectPlan;
import dev.lifeline.run.EvidenceChoice;
import dev.lifeline.run.ServerPlan;
import dev.lifeline.run.TargetException;
import dev.lifeline.run.TargetParser;
import dev.lifeline.run.TraceRun;
import dev.lifeline.run.web.WebAddress;
import dev.lifeline.run.web.WebPlan;
import dev.lifeline.server.Behaviour;
import dev.lifeline.tls.TlsPlan;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/// `trace connect`: one connection (or several, one after the other) through every stage.
final class ConnectCommand implements Callable<Integer>, Helped {

    private static final String ECHO_TEXT = "ping\\n";
    private static final String SERVED_PATH = "/hello";

    private final Io io;
    private final ServingOptions serving = new ServingOptions();
    private final WayOutOptions wayOut = new WayOutOptions();
    private final ConversationOptions conversation = new ConversationOptions();
    private final WebOptions web = new WebOptions();
    private final TlsOptions tls = new TlsOptions();
    private final DeadlineOptions deadlines = new DeadlineOptions();
    private final OutputOptions output = new OutputOptions();
    private final OutputOptions.Sinks sinks = new OutputOptions.Sinks();
    private List<String> target = List.of();

    private ConnectCommand(Io io) {
        this.io = io;
    }

    static CommandSpec spec(Io io, Mentioned mentioned) {
        return new ConnectCommand(io).spec(mentioned);
    }

    private CommandSpec spec(Mentioned mentioned) {
        CommandSpec spec = TraceCommand.spec(this);
        spec.usageMessage().description(CommandAbout.CONNECT).customSynopsis(
                "Examples:",
                "  trace connect db.example 5432 --timeout 3s   any real target",
                "  trace connect http://localhost:8080/health   one request, one answer",
                "  trace connect localhost 80 --send 'ping\\n' --expect pong",
                "  trace connect --serve                        both ends on one timeline",
                "  trace connect --serve --behaviour late-accept=200ms --view ladder",
                "  trace connect --serve --count 50             how each stage varies",
                "");
        spec.addPositional(OptionList.arguments(2, "HOST:PORT", "Or HOST PORT, or a URL; IPv6 as [ADDRESS]:PORT.",
                words -> target = words));
        serving.options().addTo(spec, mentioned, "%nA server of our own:%n");
        wayOut.options().addTo(spec, mentioned, "%nThe way out:%n");
        conversation.options().addTo(spec, mentioned, "%nThe conversation:%n");
        tls.options().addTo(spec, mentioned, "%nTLS (for https, and with --tls):%n");
        web.options().addTo(spec, mentioned, "%nRequests of HTTP (for a URL, and where one of these is given):%n");
        deadlines.options().addTo(spec, mentioned, "%nDeadlines (TIME is 250ms, 3s, 2m):%n");
        output.options().addTo(spec, mentioned, "%nOutput:%n");
        sinks.options().addTo(spec, mentioned, "%n");
        new OptionList().help().addTo(spec, mentioned);
        return spec;
    }

    @Override
    public List<String> common() {
        return List.of("--serve", "--send", "--expect", "--wait", "--timeout", "--count", "--view", "--detail", "--verbose", "--json", "--record");
    }

    @Override
    public Integer call() throws UsageException, InterruptedException {
        ConnectPlan plan = plan();
        serving.sandbox(io);
        Presenter presenter = Presenter.of(output, io);
        if (output.connection != null && output.connection > plan.count()) {
            throw new UsageException("--connection " + output.connection + " is more than will be made: --count is "
                    + plan.count());
        }
        tls.warn(io, "connect");
        TraceRun run = prepare(plan);
        if (plan.server() == null && !web.proxied()) {
            ProxyNote.say(plan.target(), io);
        }
        try (TraceSinks files = sinks(run)) {
            io.onSignal(run::interrupt);
            TraceIndex index;
            try (WaitProgress _ = WaitProgress.start(run.session().recorder(), plan.count(), io, output.accessible)) {
                index = TraceIndex.of(run.execute(files.witness(() -> run.interrupt("PIPE"))));
            }
            Verdict verdict = Diagnosis.of(index);
            TlsOptions.complain(plan.tls(), index.trace(), io);
            files.end(index, verdict);
            if (!sinks.json) {
                presenter.check(index);
                presenter.show(index, verdict);
            }
            ExitCode code = ExitCode.of(verdict);
            return (code == ExitCode.OK && files.broken() ? ExitCode.INTERNAL : code).code();
        }
    }

    private TraceSinks sinks(TraceRun run) throws UsageException {
        try {
            return TraceSinks.open(sinks, io, "connect");
        } catch (UsageException e) {
            run.session().close();
            throw e;
        }
    }

    private TraceRun prepare(ConnectPlan plan) throws UsageException, InterruptedException {
        try {
            return TraceRun.prepare(plan, Version.number(), io.resolver());
        } catch (TargetException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private ConnectPlan plan() throws UsageException {
        if (target.isEmpty() && !serving.serve()) {
            throw new UsageException("no target: write trace connect HOST:PORT or a URL for a real one, or trace connect --serve for a server of its own");
        }
        serving.check();
        wayOut.check();
        Endpoint source = wayOut.source();
        BytesInput input = new BytesInput(io);
        WebPlan asked = asked(input);
        boolean secured = asked == null ? tls.asked() || serving.secured() : asked.origin().scheme().secured();
        ServerPlan server = serving.plan(asked != null, secured, PersonFolders.cache(io.environment()));
        TlsPlan wishes = tls.plan(secured, asked != null && asked.follow(), server);
        Target to = asked == null ? secured ? target().scheme(Scheme.TLS) : target() : asked.destination();
        return new ConnectPlan(to, server, wayOut.family(), source, wayOut.personality(), deadlines.lookupNanos(),
                deadlines.connectNanos(), script(server, asked != null, input), wayOut.count(), wayOut.interval(server != null), evidence(), asked, wishes);
    }

    private EvidenceChoice evidence() throws UsageException {
        return tls.keepsSecrets() ? wayOut.evidence().withWholePackets() : wayOut.evidence();
    }

    /// The requests of HTTP that are asked for: by a URL, by an option that only they have, or because the server of our own speaks it.
    /// `null` for none.
    private WebPlan asked(BytesInput input) throws UsageException {
        boolean url = target.size() == 1 && WebAddress.is(target.getFirst());
        boolean ofServer = serving.web() && !conversation.sends() && !conversation.waits();
        if (!url && !web.given() && !ofServer) {
            web.checkUnused();
            return null;
        }
        conversation.checkWeb();
        try {
            WebAddress address = url ? WebAddress.of(target.getFirst(), serving.serve()) : new WebAddress(target().scheme(tls.asked() || serving.secured() ? Scheme.HTTPS : Scheme.HTTP), serving.serve() ? SERVED_PATH : "/");
            return web.plan(address.target(), address.path(), "lifeline/" + Version.number(), io.environment(), input);
        } catch (TargetException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private Target target() throws UsageException {
        try {
            return serving.serve() ? TargetParser.served(target.isEmpty() ? "localhost" : TargetParser.joined(target)) : TargetParser.remote(TargetParser.joined(target));
        } catch (TargetException e) {
            throw new UsageException(e.getMessage());
        }
    }

    /// To a server of our own something is said by default, so that the whole life is seen; an echo ends where it began.
    private Script script(ServerPlan server, boolean asked, BytesInput input) throws UsageException {
        Behaviour behaviour = server == null ? null : server.behaviour() instanceof Behaviour.Secured secured ? secured.inside() : server.behaviour();
        boolean banner = behaviour instanceof Behaviour.Banner;
        boolean listensFirst = conversation.waits() || server == null || banner || asked;
        Script script = conversation.script(deadlines.conversation(), listensFirst ? null : ECHO_TEXT, input);
        if (banner && !script.reads() && !asked) {
            return script.waiting(deadlines.conversation().read());
        }
        // A switch over the sealed type would spin method handles, which cost a start 10 ms.
        boolean echoes = behaviour instanceof Behaviour.Echo || behaviour instanceof Behaviour.LateAccept || behaviour instanceof Behaviour.Drip
                || behaviour instanceof Behaviour.Cpu;
        return echoes && script.expected() == null ? script.stoppingAfter(script.send().length) : script;
    }
}
