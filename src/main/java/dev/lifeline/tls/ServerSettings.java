package dev.lifeline.tls;

import java.security.cert.X509Certificate;
import java.util.List;

/// The part of a server in the handshake, beside its certificate.
///
/// @param versions those that it speaks, as the JDK names them: `TLSv1.3`; empty for those of the JDK
/// @param suites cipher suites that it takes; empty for those of the JDK
/// @param groups groups for the exchange of keys that it takes; empty for those of the JDK
/// @param alpn protocols that it takes, the best first; where the client offers others only, the handshake fails. Empty to take no
///     part in ALPN
/// @param onlyName the one name that it answers to (SNI), or `null` for any
/// @param clientsOf the authorities of which a client has to show a certificate; empty where it asks for none
public record ServerSettings(List<String> versions, List<String> suites, List<String> groups, List<String> alpn, String onlyName,
                             List<X509Certificate> clientsOf) {

    /// Takes what the JDK takes, and asks no client for a certificate.
    public static final ServerSettings DEFAULT = new ServerSettings(List.of(), List.of(), List.of(), List.of(), null, List.of());

    public ServerSettings {
        versions = List.copyOf(versions);
        suites = List.copyOf(suites);
        groups = List.copyOf(groups);
        alpn = List.copyOf(alpn);
        clientsOf = List.copyOf(clientsOf);
    }

    /// The same, speaking these versions only.
    public ServerSettings speaking(String... only) {
        return new ServerSettings(List.of(only), suites, groups, alpn, onlyName, clientsOf);
    }

    /// The same, taking these cipher suites only.
    public ServerSettings ciphering(String... only) {
        return new ServerSettings(versions, List.of(only), groups, alpn, onlyName, clientsOf);
    }

    /// The same, exchanging keys in these groups only.
    public ServerSettings exchangingIn(String... only) {
        return new ServerSettings(versions, suites, List.of(only), alpn, onlyName, clientsOf);
    }

    /// The same, taking these protocols of ALPN.
    public ServerSettings taking(String... protocols) {
        return new ServerSettings(versions, suites, groups, List.of(protocols), onlyName, clientsOf);
    }

    /// The same, answering to this name only.
    public ServerSettings named(String name) {
        return new ServerSettings(versions, suites, groups, alpn, name, clientsOf);
    }

    /// The same, asking clients for a certificate of these authorities.
    public ServerSettings demanding(X509Certificate... authorities) {
        return new ServerSettings(versions, suites, groups, alpn, onlyName, List.of(authorities));
    }
}
