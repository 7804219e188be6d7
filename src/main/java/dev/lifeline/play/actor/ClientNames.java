package dev.lifeline.play.actor;

import dev.lifeline.client.Resolver;
import dev.lifeline.observe.UnavailableException;
import dev.lifeline.play.dns.DnsResponder;
import dev.lifeline.play.dns.PrivateNames;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The look-ups of one client, sent to a DNS server of the play.
///
/// Threads that it starts are in the network namespace of the one that makes it, or asks it.
final class ClientNames implements AutoCloseable {

    private final DnsResponder server;
    private final List<PrivateNames> opened = new ArrayList<>();

    /// Tries it at once, so that no look-up has to.
    ///
    /// @throws IOException when look-ups cannot be sent there
    ClientNames(DnsResponder server) throws IOException {
        this.server = server;
        free();
    }

    /// A resolver that is not busy. A look-up that was given up runs on in the C library, and the next shall not wait for it.
    ///
    /// @throws IOException when there is none to be had
    synchronized Resolver free() throws IOException {
        for (PrivateNames each : opened) {
            if (each.isIdle()) {
                return each;
            }
        }
        try {
            PrivateNames more = PrivateNames.open(server);
            opened.add(more);
            return more;
        } catch (UnavailableException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /// A silent server can hold this up for as long as the C library waits for it: a second.
    @Override
    public synchronized void close() {
        for (PrivateNames each : opened) {
            each.close();
        }
    }
}
