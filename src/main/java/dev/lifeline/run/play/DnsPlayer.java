package dev.lifeline.run.play;

import dev.lifeline.record.Gate;
import dev.lifeline.run.dns.DnsResponder;
import dev.lifeline.run.dns.DnsZone;
import dev.lifeline.scenario.ActorOnTrace;
import dev.lifeline.scenario.ActorSpec;
import dev.lifeline.scenario.Step;
import java.io.IOException;
import java.util.List;

/// A DNS server of the play: there from its beginning, and nothing is recorded of it.
final class DnsPlayer implements Player {

    private final ActorSpec spec;
    private final DnsResponder server;

    /// @throws IOException when there is no socket for it, or DNS cannot have such a name or answer
    DnsPlayer(ActorSpec spec) throws IOException {
        this.spec = spec;
        try {
            this.server = DnsResponder.open(DnsZone.of(spec.args().answers("answers")));
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    DnsResponder server() {
        return server;
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
    public void finish() {
        // Nothing of it is recorded.
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            // It is given back all the same.
        }
    }
}
