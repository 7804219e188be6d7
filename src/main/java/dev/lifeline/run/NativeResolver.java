package dev.lifeline.run;

import dev.lifeline.client.KnowingResolver;
import dev.lifeline.client.Resolver;
import dev.lifeline.model.Family;
import dev.lifeline.observe.UnavailableException;
import dev.lifeline.observe.names.SystemNames;
import java.io.IOException;
import java.net.InetAddress;

/// The client's look-up through the C library itself, where that evidence is chosen and available: exact codes, the system's order,
/// the canonical name.
///
/// @param names the C library
public record NativeResolver(SystemNames names) implements KnowingResolver {

    /// This resolver in the place of the JDK's own; any other that was given stays.
    public static Resolver insteadOf(Resolver given, Observation observation) {
        if (given != Resolver.SYSTEM || observation.source("getaddrinfo") == null) {
            return given;
        }
        try {
            return new NativeResolver(SystemNames.open());
        } catch (UnavailableException e) {
            // It was there a moment ago; the JDK asks the same function.
            return given;
        }
    }

    @Override
    public Answer answer(String host) throws IOException {
        return answer(names.lookUp(host));
    }

    @Override
    public boolean asksApart() {
        return true;
    }

    @Override
    public Answer answer(String host, Family only) throws IOException {
        return answer(names.lookUp(host, only));
    }

    private static Answer answer(SystemNames.Named named) {
        return new Answer(named.addresses().toArray(InetAddress[]::new), named.canonical(), named.otherwise(),
                named.searchDomain(), true);
    }
}
