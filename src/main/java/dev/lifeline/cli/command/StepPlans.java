package dev.lifeline.cli.command;

import dev.lifeline.client.Deadlines;
import dev.lifeline.client.Script;
import dev.lifeline.model.Target;
import dev.lifeline.race.Personality;
import dev.lifeline.run.ConnectPlan;
import dev.lifeline.run.EvidenceChoice;
import dev.lifeline.run.ServerPlan;
import dev.lifeline.run.TargetException;
import dev.lifeline.run.TargetParser;
import dev.lifeline.server.Behaviour;
import dev.lifeline.server.ServerOptions;
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
        Target there = TargetParser.remote(words.size() == 1 ? words.getFirst() : TargetParser.joined(words.getFirst(), words.getLast()));
        return plan(there, null, Script.CONNECT_ONLY.waiting(SECOND / 2), evidence);
    }

    private static ConnectPlan plan(Target target, ServerPlan server, Script script, EvidenceChoice evidence) {
        return new ConnectPlan(target, server, null, null, Personality.DEFAULT, STAGE, STAGE, script, 1, 0, evidence);
    }
}
