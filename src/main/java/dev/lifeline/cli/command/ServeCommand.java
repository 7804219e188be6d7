package dev.lifeline.cli.command;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.cli.ExitCode;
import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.option.EvidenceOption;
import dev.lifeline.cli.option.Helped;
import dev.lifeline.cli.option.HttpServing;
import dev.lifeline.cli.option.OptionList;
import dev.lifeline.cli.option.OutputOptions;
import dev.lifeline.cli.option.PersonFolders;
import dev.lifeline.cli.report.Presenter;
import dev.lifeline.cli.report.ServeScreen;
import dev.lifeline.cli.report.TraceSinks;
import dev.lifeline.cli.start.Cli;
import dev.lifeline.cli.start.Mentioned;
import dev.lifeline.cli.start.Version;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Target;
import dev.lifeline.model.Trace;
import dev.lifeline.model.Verdict;
import dev.lifeline.run.Ipv6;
import dev.lifeline.run.ServePlan;
import dev.lifeline.run.ServeRun;
import dev.lifeline.run.ServerPlan;
import dev.lifeline.run.TargetException;
import dev.lifeline.run.TargetParser;
import dev.lifeline.server.Behaviour;
import dev.lifeline.server.ServerOptions;
import dev.lifeline.server.secure.SecureServer;
import dev.lifeline.text.AddressText;
import dev.lifeline.text.Quoted;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/// `trace serve`: a loopback server for clients of other programs.
final class ServeCommand implements Callable<Integer>, Helped {

    private final Io io;
    private final OutputOptions output = new OutputOptions();
    private final OutputOptions.Sinks sinks = new OutputOptions.Sinks();
    private List<String> target = List.of("localhost");
    private String behaviour;
    private final HttpServing http = new HttpServing();
    private int backlog = ServerOptions.DEFAULT_BACKLOG;
    private int maxConnections = ServePlan.DEFAULT_CONNECTIONS;
    private final EvidenceOption evidence = new EvidenceOption();
    private volatile boolean interrupted;
    private long idleTimeout = ServerOptions.DEFAULT_IDLE_TIMEOUT_NANOS;

    private ServeCommand(Io io) {
        this.io = io;
    }

    static CommandSpec spec(Io io, Mentioned mentioned) {
        return new ServeCommand(io).spec(mentioned);
    }

    private CommandSpec spec(Mentioned mentioned) {
        CommandSpec spec = TraceCommand.spec(this);
        spec.usageMessage().description(CommandAbout.SERVE).customSynopsis(
                "Examples:",
                "  trace serve localhost:7007       then, elsewhere: nc localhost 7007",
                "  trace serve --behaviour reset=answer --max-connections 1",
                "  trace serve --http localhost:8080    then: curl http://localhost:8080/hello",
                "  trace serve localhost:7007 --json | jq .",
                "");
        spec.addPositional(OptionList.arguments(2, "HOST[:PORT]", "Loopback name or address (default localhost, a free port).",
                words -> target = words));
        OptionList options = http.addTo(new OptionList())
                .text("--behaviour, --behavior", "NAME",
                        "echo (default), banner, silent, reset, close, late-accept=TIME, drip=BYTES/TIME, cpu=TIME, flood, http[=FAULT].",
                                name -> behaviour = name)
                .number("--backlog", "N", 128, "Length to ask for of the accept queue (default 128).", length -> backlog = length)
                .number("--max-connections", "N", 20, "End after N connections (default 1000).", most -> maxConnections = most)
                .time("--idle-timeout", "Close a client that says nothing for this long (default 1m).",
                        time -> idleTimeout = time);
        evidence.addTo(options).addTo(spec, mentioned);
        output.options().addTo(spec, mentioned);
        sinks.options().addTo(spec, mentioned);
        new OptionList().help().addTo(spec, mentioned);
        return spec;
    }

    @Override
    public List<String> common() {
        return List.of("--behaviour", "--backlog", "--max-connections", "--idle-timeout", "--view", "--detail", "--verbose", "--json", "--record");
    }

    @Override
    public Integer call() throws UsageException, InterruptedException {
        ServePlan plan = plan();
        if (output.connection != null) {
            throw new UsageException("--connection has nothing to choose from here: serve shows each connection by itself");
        }
        Presenter presenter = Presenter.of(output, io);
        ServeRun run = run(plan);
        ServeScreen screen = new ServeScreen(presenter);
        try (TraceSinks files = sinks(run)) {
            io.onSignal(signal -> interrupt(run, signal));
            TraceIndex all = TraceIndex.of(run.execute(listener(plan, run, presenter, screen), files.witness(() -> interrupt(run, "PIPE"))));
            Verdict verdict = Diagnosis.of(all);
            files.end(all, verdict);
            if (presenter.linesFor(all) && !sinks.json) {
                screen.end(all);
            }
            if (verdict.result() == Verdict.Result.FAILED && verdict.stage() == dev.lifeline.model.Stage.BIND && !sinks.json) {
                presenter.show(all, verdict);
            }
            ExitCode code = ExitCode.of(verdict);
            return (code == ExitCode.OK && files.broken() ? ExitCode.INTERNAL : code).code();
        }
    }

    private void interrupt(ServeRun run, String signal) {
        interrupted |= run.interrupt(signal);
    }

    private TraceSinks sinks(ServeRun run) throws UsageException {
        try {
            return TraceSinks.open(sinks, io, "serve");
        } catch (UsageException e) {
            run.session().close();
            throw e;
        }
    }

    private ServeRun run(ServePlan plan) throws UsageException, InterruptedException {
        try {
            return new ServeRun(plan, address(plan.target().host()), Version.number());
        } catch (TargetException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private ServeRun.Listener listener(ServePlan plan, ServeRun run, Presenter presenter, ServeScreen screen) {
        return new ServeRun.Listener() {
            private boolean first = true;

            @Override
            public void listening(Endpoint address) {
                io.complain("serve", plan.server().behaviour().text() + " listens on " + address + "; Ctrl-C ends it");
                SecureServer secure = run.server().secure();
                if (secure != null && secure.file() != null) {
                    io.complain("serve", "its certificate is for localhost; clients trust it with --cacert "
                            + PersonFolders.written(secure.file(), io.environment()));
                }
            }

            @Override
            public void connection(Trace trace) {
                if (sinks.json) {
                    return;
                }
                if (presenter.lines()) {
                    // After an interrupt the whole trace says which of them were open.
                    if (!interrupted && !screen.tell(TraceIndex.of(trace))) {
                        interrupt(run, "PIPE");
                    }
                    return;
                }
                TraceIndex index = TraceIndex.of(trace);
                boolean read = first || Cli.print(io, "\n");
                first = false;
                if (!read || !presenter.show(index, Diagnosis.of(index))) {
                    interrupt(run, "PIPE");
                }
            }

            @Override
            public void ended(int closed, int untold) {
                if (presenter.lines() && !sinks.json) {
                    return;
                }
                if (closed > 0) {
                    io.complain("serve", "closed " + closed + (closed == 1 ? " connection that was open" : " connections that were open"));
                }
                if (untold > 0 && !sinks.json) {
                    io.complain("serve", "and " + untold + " more " + (untold == 1 ? "connection" : "connections") + ", not shown"
                            + (sinks.record == null ? "; --record FILE keeps all" : "; all are in the recording"));
                }
            }
        };
    }

    private ServePlan plan() throws UsageException {
        if (maxConnections < 1 || maxConnections > ServePlan.MAX_CONNECTIONS) {
            throw new UsageException("--max-connections " + maxConnections + " is outside 1 to " + ServePlan.MAX_CONNECTIONS);
        }
        if (backlog < 1) {
            throw new UsageException("--backlog " + backlog + " is less than 1");
        }
        if (idleTimeout == 0) {
            throw new UsageException("--idle-timeout 0 would close every client at once: write for example --idle-timeout 30s");
        }
        try {
            Target parsed = TargetParser.served(TargetParser.joined(target));
            return new ServePlan(parsed, new ServerPlan(served(), backlog, PersonFolders.cache(io.environment())), maxConnections, idleTimeout, evidence.choice());
        } catch (TargetException e) {
            throw new UsageException(e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new UsageException("--behaviour: " + e.getMessage());
        }
    }

    private Behaviour served() throws UsageException {
        return http.of(behaviour == null ? null : Behaviour.parse(behaviour));
    }

    private InetAddress address(String host) throws UsageException {
        try {
            InetAddress address = io.resolver().resolve(host)[0];
            if (!address.isLoopbackAddress()) {
                throw new UsageException("serve listens on this machine's loopback only, and " + Quoted.typed(host) + " is "
                        + AddressText.of(address) + ": write localhost, 127.0.0.1 or [::1]");
            }
            if (Ipv6.isOffFor(address)) {
                throw new UsageException("serve cannot listen on " + AddressText.of(address) + ": " + Ipv6.OFF + "; write 127.0.0.1");
            }
            return address;
        } catch (UnknownHostException e) {
            throw new UsageException("serve needs an address to listen on, and " + Quoted.typed(host) + " has none: write localhost");
        }
    }
}
