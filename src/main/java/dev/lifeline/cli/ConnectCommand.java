package dev.lifeline.cli;

import dev.lifeline.client.Script;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Family;
import dev.lifeline.model.Trace;
import dev.lifeline.model.Verdict;
import dev.lifeline.race.Personality;
import dev.lifeline.run.ConnectPlan;
import dev.lifeline.run.ServerPlan;
import dev.lifeline.run.SourceParser;
import dev.lifeline.run.Target;
import dev.lifeline.run.TargetException;
import dev.lifeline.run.TargetParser;
import dev.lifeline.run.TraceRun;
import dev.lifeline.server.Behaviour;
import dev.lifeline.server.ServerOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `trace connect`: one connection (or several, one after the other) through every stage.
@Command(name = "connect", sortOptions = false, description = "Trace a connection through every stage.",
        customSynopsis = {"Examples:",
            "  trace connect --serve                        both ends on one timeline",
            "  trace connect --serve localhost:7007 --send 'ping\\n'",
            "  trace connect db.example:5432 --timeout 3s   any real target",
            "  trace connect localhost:80 --send 'ping\\n' --expect pong",
            "  trace connect --serve --behaviour late-accept=200ms --view ladder",
            "  trace connect --serve --count 50             percentiles of each stage",
            ""},
        synopsisHeading = "")
final class ConnectCommand implements Callable<Integer> {

    private static final String ECHO_TEXT = "ping\\n";

    private final Io io;

    @Parameters(index = "0", arity = "0..1", paramLabel = "HOST:PORT", description = "Where to connect to; IPv6 as [ADDRESS]:PORT.")
    private String target;

    @ArgGroup(validate = false, heading = "%nA server of our own:%n", order = 1)
    private final Serving serving = new Serving();

    @ArgGroup(validate = false, heading = "%nThe way out:%n", order = 2)
    private final WayOut wayOut = new WayOut();

    @ArgGroup(validate = false, heading = "%nThe conversation:%n", order = 3)
    private final ConversationOptions conversation = new ConversationOptions();

    @ArgGroup(validate = false, heading = "%nDeadlines (TIME is 250ms, 3s, 2m):%n", order = 4)
    private final DeadlineOptions deadlines = new DeadlineOptions();

    @ArgGroup(validate = false, heading = "%nOutput:%n", order = 5)
    private final OutputOptions output = new OutputOptions();

    @ArgGroup(validate = false, heading = "%n", order = 6)
    private final OutputOptions.Sinks sinks = new OutputOptions.Sinks();

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help.")
    private boolean help;

    /// Options of the server in the same process.
    static final class Serving {
        @Option(names = "--serve", description = "Start a loopback server in this process and trace both ends.")
        boolean serve;

        @Option(names = {"--behaviour", "--behavior"}, paramLabel = "NAME",
                description = "echo (default), banner, silent, reset, close, late-accept=TIME, drip=BYTES/TIME, flood.")
        String behaviour;

        @Option(names = "--backlog", paramLabel = "N", description = "Length asked for of the accept queue (default 128).")
        Integer backlog;
    }

    /// Options of the way from a name to a connection.
    static final class WayOut {
        @Option(names = {"-4", "--ipv4"}, description = "IPv4 only.")
        boolean ipv4;

        @Option(names = {"-6", "--ipv6"}, description = "IPv6 only.")
        boolean ipv6;

        @Option(names = "--source", paramLabel = "ADDR[:PORT]", description = "Connect from this local address and port.")
        String source;

        @Option(names = "--race", paramLabel = "NAME", description = "Try the addresses like: rfc8305 (default), serial, curl, okhttp, node, go.")
        String race;

        @Option(names = "--count", paramLabel = "N", description = "Connect N times, one after the other, and show percentiles.")
        int count = 1;

        @Option(names = "--interval", paramLabel = "TIME", converter = DurationConverter.class,
                description = "Pause between connections (default 100ms; 0 with --serve).")
        Long interval;

        @Option(names = "--evidence", paramLabel = "LIST", description = "auto (default) or portable: this version has no other evidence.")
        String evidence = "auto";
    }

    ConnectCommand(Io io) {
        this.io = io;
    }

    @Override
    public Integer call() throws UsageException, InterruptedException {
        ConnectPlan plan = plan();
        Presenter presenter = Presenter.of(output, io);
        try (TraceSinks files = TraceSinks.open(sinks, io, "connect")) {
            TraceRun run = prepare(plan);
            io.signals().on(run::interrupt);
            Trace trace;
            try (Progress progress = Progress.start(run.recorder(), plan.count(), io, output.accessible)) {
                trace = run.execute(files.wanted() ? files.witness(() -> run.interrupt("PIPE")) : null);
            }
            Verdict verdict = Diagnosis.of(trace);
            files.end(verdict, trace.events().isEmpty() ? 0 : trace.events().getLast().at());
            if (!sinks.json) {
                presenter.show(trace, verdict);
            }
            ExitCode code = ExitCode.of(verdict);
            return (code == ExitCode.OK && files.broken() ? ExitCode.INTERNAL : code).code();
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
        if (target == null && !serving.serve) {
            throw new UsageException("no target: write trace connect HOST:PORT for a real one, or trace connect --serve for a server of its own");
        }
        if (!serving.serve && (serving.behaviour != null || serving.backlog != null)) {
            throw new UsageException("--behaviour and --backlog are for a server of our own: add --serve");
        }
        if (wayOut.ipv4 && wayOut.ipv6) {
            throw new UsageException("-4 and -6 exclude each other: leave both out to use both families");
        }
        if (wayOut.count < 1 || wayOut.count > ConnectPlan.MAX_COUNT) {
            throw new UsageException("--count " + wayOut.count + " is outside 1 to " + ConnectPlan.MAX_COUNT);
        }
        if (!wayOut.evidence.equals("auto") && !wayOut.evidence.equals("portable")) {
            throw new UsageException("--evidence " + Near.quote(wayOut.evidence) + " is not there: this version has auto and portable; see trace doctor");
        }
        Endpoint source = source();
        Family only = wayOut.ipv4 ? Family.IPV4 : wayOut.ipv6 ? Family.IPV6 : null;
        ServerPlan server = serving.serve ? new ServerPlan(behaviour(), backlog()) : null;
        long interval = wayOut.interval != null ? wayOut.interval : server == null ? 100_000_000L : 0;
        return new ConnectPlan(target(), server, only, source, personality(), deadlines.lookupNanos(), deadlines.connectNanos(),
                script(server), wayOut.count, interval);
    }

    private Target target() throws UsageException {
        try {
            return serving.serve ? TargetParser.served(target == null ? "localhost" : target) : TargetParser.remote(target);
        } catch (TargetException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private Endpoint source() throws UsageException {
        try {
            return wayOut.source == null ? null : SourceParser.parse(wayOut.source);
        } catch (TargetException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private Personality personality() throws UsageException {
        if (wayOut.race == null) {
            return Personality.DEFAULT;
        }
        if (!Personality.names().contains(wayOut.race)) {
            throw new UsageException("--race " + Near.quote(wayOut.race) + " is not known" + Near.hint(wayOut.race, Personality.names())
                    + ": there are " + String.join(", ", Personality.names()));
        }
        return Personality.named(wayOut.race);
    }

    private Behaviour behaviour() throws UsageException {
        try {
            return serving.behaviour == null ? Behaviour.DEFAULT : Behaviour.parse(serving.behaviour);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--behaviour: " + e.getMessage());
        }
    }

    private int backlog() throws UsageException {
        if (serving.backlog == null) {
            return ServerOptions.DEFAULT_BACKLOG;
        }
        if (serving.backlog < 1) {
            throw new UsageException("--backlog " + serving.backlog + " is less than 1");
        }
        return serving.backlog;
    }

    /// To a server of our own something is said by default, so that the whole life is seen; an echo ends where it began.
    private Script script(ServerPlan server) throws UsageException {
        boolean listensFirst = conversation.wait > 0 || server == null || server.behaviour() instanceof Behaviour.Banner;
        Script script = conversation.script(deadlines.conversation(), listensFirst ? null : ECHO_TEXT);
        if (server == null) {
            return script;
        }
        return switch (server.behaviour()) {
            case Behaviour.Echo echo -> stopAtEcho(script);
            case Behaviour.LateAccept late -> stopAtEcho(script);
            case Behaviour.Drip drip -> stopAtEcho(script);
            case Behaviour.Banner banner -> script.reads() ? script : script.waiting(deadlines.conversation().read());
            case Behaviour.Silent silent -> script;
            case Behaviour.Reset reset -> script;
            case Behaviour.Close close -> script;
            case Behaviour.Flood flood -> script;
        };
    }

    private static Script stopAtEcho(Script script) {
        return script.expected() == null ? script.stoppingAfter(script.send().length) : script;
    }
}
