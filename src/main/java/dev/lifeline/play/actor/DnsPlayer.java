package dev.lifeline.play.actor;

import dev.lifeline.play.dns.DnsResponder;
import dev.lifeline.play.dns.DnsZone;
import dev.lifeline.scenario.ActorSpec;
import dev.lifeline.scenario.action.Action;
import dev.lifeline.scenario.action.ActorKind;
import dev.lifeline.scenario.action.DnsRole;
import java.io.IOException;

/// A DNS server of the play: there from its beginning, and nothing is recorded of it.
public final class DnsPlayer implements Player {

    private final ActorSpec spec;
    private final DnsResponder server;

    /// @throws IOException when there is no socket for it, or DNS cannot have such a name or answer
    public DnsPlayer(ActorSpec spec, DnsRole role) throws IOException {
        this.spec = spec;
        try {
            this.server = DnsResponder.open(DnsZone.of(role.answers()));
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    public DnsResponder server() {
        return server;
    }

    @Override
    public void act(Action action) throws CannotAct {
        throw new CannotAct("a DNS server answers by itself");
    }

    @Override
    public ActorKind kind() {
        return spec.kind();
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
