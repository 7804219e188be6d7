package dev.lifeline.cli.command;

import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.start.Version;
import dev.lifeline.client.Deadlines;
import dev.lifeline.client.Script;
import dev.lifeline.model.Target;
import dev.lifeline.race.Personality;
import dev.lifeline.run.ConnectPlan;
import dev.lifeline.run.EvidenceChoice;
import dev.lifeline.run.ServePlan;
import dev.lifeline.run.ServeRun;
import dev.lifeline.run.ServerPlan;
import dev.lifeline.run.TargetException;
import dev.lifeline.run.TargetParser;
import dev.lifeline.server.Behaviour;
import dev.lifeline.server.ServerOptions;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The run behind a walk: a connection to a server of its own, with something to say, or to a real target.
final class StepPlans {

    private static final long SECOND = 1_000_000_000L;
    private static final long STAGE = 10 * SECOND;
    /// Nobody else waits on loopback: a person who looks at one side has the other wait as long.
    private static final long DAY = 24 * 3_600 * SECOND;
    private static final byte[] PING = "ping\n".getBytes(StandardCharsets.US_ASCII);

    private StepPlans() {
    }

    /// Tells a target, which has a port, from the name or the file of a scenario.
    static boolean isTarget(String word) {
        return word.indexOf(':') >= 0 && !word.endsWith(".yaml") && !word.endsWith(".yml");
    }

    /// Makes the plan.
    ///
    /// @param words a target, or none
    /// @throws TargetException when they name none
    static ConnectPlan plan(List<String> words, EvidenceChoice evidence) throws TargetException {
        if (words.isEmpty()) {
            Target here = TargetParser.served("localhost");
            Script script = Script.CONNECT_ONLY.sending(PING).stoppingAfter(PING.length).within(new Deadlines(DAY, DAY, DAY, DAY, DAY));
            return plan(here, new ServerPlan(Behaviour.DEFAULT, ServerOptions.DEFAULT_BACKLOG), script, evidence);
        }
        Target there = TargetParser.remote(TargetParser.joined(words));
        return plan(there, null, Script.CONNECT_ONLY.waiting(SECOND / 2), evidence);
    }

    /// Makes a server that is ready to go, for a client of another program.
    ///
    /// @throws UsageException when the words name no loopback address and port
    static ServeRun serve(List<String> words, EvidenceChoice evidence, Io io) throws UsageException, InterruptedException {
        try {
            Target target = TargetParser.served(words.isEmpty() ? "localhost" : TargetParser.joined(words));
            InetAddress address = io.resolver().resolve(target.host())[0];
            if (!address.isLoopbackAddress()) {
                throw new UsageException("--serve listens on this machine's loopback only: write localhost, 127.0.0.1 or [::1]");
            }
            ServerPlan server = new ServerPlan(Behaviour.DEFAULT, ServerOptions.DEFAULT_BACKLOG);
            return new ServeRun(new ServePlan(target, server, ServePlan.DEFAULT_CONNECTIONS, DAY / 24, evidence), address, Version.number());
        } catch (TargetException e) {
            throw new UsageException(e.getMessage());
        } catch (UnknownHostException e) {
            throw new UsageException("--serve needs an address to listen on: write localhost");
        }
    }

    private static ConnectPlan plan(Target target, ServerPlan server, Script script, EvidenceChoice evidence) {
        return new ConnectPlan(target, server, null, null, Personality.DEFAULT, STAGE, STAGE, script, 1, 0, evidence);
    }
}
