package dev.lifeline.client;

import dev.lifeline.model.event.LookupSource;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Objects;

/// Turns a name into addresses: the one seam of the look-up. It may block for as long as it likes; [Lookup] does not wait
/// for ever.
@FunctionalInterface
public interface Resolver {

    /// The system's resolver: `getaddrinfo(3)` as the JDK calls it.
    Resolver SYSTEM = new Resolver() { // no lambda: the start-up cache leaves out those of an interface with default methods
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return InetAddress.getAllByName(host);
        }
    };

    /// The addresses of a name, in the order in which they should be tried.
    ///
    /// @throws UnknownHostException when there are none; its message holds the resolver's reason
    InetAddress[] resolve(String host) throws UnknownHostException;

    /// The same with all that this resolver knows; what [Lookup] asks. A resolver that knows more than addresses says it here.
    ///
    /// @throws IOException when there are no addresses: an [UnknownHostException] with the resolver's text, or a
    ///     [dev.lifeline.record.CodedException] where the resolver gives a code
    default Answer answer(String host) throws IOException {
        InetAddress[] addresses = resolve(host);
        boolean javas = host.equalsIgnoreCase("localhost") && addresses.length == 1 && addresses[0].isLoopbackAddress();
        return new Answer(addresses, null, javas ? LookupSource.UNKNOWN : LookupSource.RESOLVER, false);
    }

    /// The knowledge of a resolver.
    ///
    /// @param addresses in the order in which they should be tried; may be empty
    /// @param canonical the canonical name, or `null` where it is not known
    /// @param otherwise where the addresses came from if the hosts file does not have the name: DNS where that is certain, else
    ///     RESOLVER; UNKNOWN where it may be Java's own answer for `localhost`, LITERAL where the text was an address in an unusual
    ///     spelling
    /// @param searchDomain the domain of resolv.conf(5) that was put behind the name, if the hosts file does not have it; or `null`
    /// @param systemOrder whether this is the system's own order, whatever Java was told about orders
    record Answer(InetAddress[] addresses, String canonical, LookupSource otherwise, String searchDomain, boolean systemOrder) {
        public Answer {
            Objects.requireNonNull(addresses, "addresses");
            Objects.requireNonNull(otherwise, "otherwise");
        }

        /// An answer for the name as it was asked for.
        public Answer(InetAddress[] addresses, String canonical, LookupSource otherwise, boolean systemOrder) {
            this(addresses, canonical, otherwise, null, systemOrder);
        }
    }
}
