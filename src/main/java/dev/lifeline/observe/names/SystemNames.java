package dev.lifeline.observe.names;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.name.AddressInfo;
import dev.lifeline.linux.name.NameAnswer;
import dev.lifeline.model.Family;
import dev.lifeline.model.event.LookupSource;
import dev.lifeline.observe.Availability.Unavailable;
import dev.lifeline.observe.UnavailableException;
import dev.lifeline.record.CodedException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;

/// The look-up of the traced client: one call of `getaddrinfo(3)`, with all that it says. Any thread may ask.
public final class SystemNames {

    private final AddressInfo info;
    private final NameServices services;

    private SystemNames(AddressInfo info, NameServices services) {
        this.info = info;
        this.services = services;
    }

    /// Finds the functions of the C library; asks nothing.
    ///
    /// @throws UnavailableException when native calls cannot be made here
    public static SystemNames open() throws UnavailableException {
        return open(NameServices.system());
    }

    static SystemNames open(NameServices services) throws UnavailableException {
        try {
            return new SystemNames(AddressInfo.link(), services);
        } catch (NativeException e) {
            throw new UnavailableException(Unavailable.of(e));
        }
    }

    /// Gives what is known of a name.
    ///
    /// @param addresses in the system's order; may be empty
    /// @param canonical the canonical name, or `null`
    /// @param otherwise where the addresses came from, if the hosts file does not have the name: LITERAL, DNS where that is certain,
    ///     else RESOLVER
    /// @param searchDomain the domain that the resolver put behind the name, if the hosts file does not have it; or `null`
    public record Named(List<InetAddress> addresses, String canonical, LookupSource otherwise, String searchDomain) {
    }

    /// Looks a name up, and waits as long as the system does.
    ///
    /// @throws CodedException when there are no addresses, with the code of the C library and the text that the JDK would have given
    public Named lookUp(String host) throws IOException {
        return named(host, info.ask(host));
    }

    /// The same for the addresses of one family alone.
    public Named lookUp(String host, Family family) throws IOException {
        return named(host, info.ask(host, family == Family.IPV6 ? AddressInfo.IPV6_ALONE : AddressInfo.IPV4_ALONE));
    }

    private Named named(String host, NameAnswer answer) throws IOException {
        if (answer instanceof NameAnswer.Failed failed) {
            throw new CodedException(EaiMeaning.of(failed), failed.code().name(), host + ": " + failed.text()
                    + (failed.errno() == null ? "" : " (" + failed.errno() + ")"));
        }
        NameAnswer.Found found = (NameAnswer.Found) answer;
        return new Named(found.addresses(), found.canonical(), services.sourceOf(host),
                services.completing(host, found.canonical()));
    }

    /// Asks the C library, and gives its answer as it is.
    NameAnswer ask(String host) {
        return info.ask(host);
    }
}
