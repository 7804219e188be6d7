package dev.lifeline.cli.start;

import dev.lifeline.client.KnowingResolver;
import dev.lifeline.model.Family;
import dev.lifeline.model.event.LookupSource;
import java.net.InetAddress;

/// A resolver for the training: every name is this machine, in both families, which are asked for apart. It asks nobody.
final class TrainedNames implements KnowingResolver {

    @Override
    public Answer answer(String host) {
        return new Answer(new InetAddress[] {InetAddress.ofLiteral("::1"), InetAddress.ofLiteral("127.0.0.1")}, null, LookupSource.DNS, true);
    }

    @Override
    public boolean asksApart() {
        return true;
    }

    @Override
    public Answer answer(String host, Family only) {
        return new Answer(new InetAddress[] {InetAddress.ofLiteral(only == Family.IPV6 ? "::1" : "127.0.0.1")}, null, LookupSource.DNS, true);
    }
}
