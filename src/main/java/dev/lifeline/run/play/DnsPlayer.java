package dev.lifeline.run.play;

import dev.lifeline.client.Resolver;
import dev.lifeline.record.Gate;
import dev.lifeline.scenario.ActorOnTrace;
import dev.lifeline.scenario.ActorSpec;
import dev.lifeline.scenario.Step;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A DNS server of the play: there from its beginning, and nothing is recorded of it.
final class DnsPlayer implements Player {

    private final ActorSpec spec;
    private final DnsServer server;

    DnsPlayer(ActorSpec spec) throws IOException {
        this.spec = spec;
        Map<String, List<String>> answers = new HashMap<>();
        for (Map.Entry<String, List<String>> each : spec.args().answers("answers").entrySet()) {
            answers.put(each.getKey().toLowerCase(Locale.ROOT), each.getValue());
        }
        this.server = DnsServer.start(new DnsAnswers(answers));
    }

    Resolver resolver() {
        return new PrivateResolver(server.port());
    }

    @Override
    public void act(Step step) throws CannotAct {
        throw new CannotAct("a DNS server answers by itself");
    }

    @Override
    public Gate gate() {
        return null;
    }

    @Override
    public ActorOnTrace onTrace() {
        return new ActorOnTrace(spec.kind(), List.of(), null);
    }

    @Override
    public boolean holdsConnections() {
        return false;
    }

    @Override
    public void finish() {
        // Nothing of it is recorded.
    }

    @Override
    public void close() {
        server.close();
    }
}
