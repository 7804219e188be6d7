package dev.lifeline.tls;

import dev.lifeline.tls.keylog.KeyLog;
import java.io.File;
import java.util.List;

/// The client's wishes for TLS.
///
/// @param authorities a file of PEM with the only authorities that are trusted; `null` for those of the system
/// @param insecure whether a certificate that does not hold is taken all the same
/// @param serverName the name that is asked for (SNI) and that the certificate must be for, instead of the target's; empty to ask for
///     none, `null` for the target's own
/// @param alpn protocols that are offered, the best first; empty for none
/// @param certificate a file of PEM with the client's own certificate and chain, or `null`
/// @param key a file of PEM with the private key to it, in PKCS #8 without a password; `null` where there is no certificate
/// @param keyLog where the secrets of the connection go, or `null`
public record TlsPlan(File authorities, boolean insecure, String serverName, List<String> alpn, File certificate, File key,
                      KeyLog keyLog) {

    /// Verified against the system's authorities, and nothing else.
    public static final TlsPlan DEFAULT = new TlsPlan(null, false, null, List.of(), null, null, null);

    public TlsPlan {
        alpn = List.copyOf(alpn);
    }

    /// The same, offering these protocols.
    public TlsPlan offering(List<String> protocols) {
        return new TlsPlan(authorities, insecure, serverName, protocols, certificate, key, keyLog);
    }

    /// The same, trusting the authorities of this file only.
    public TlsPlan trusting(File file) {
        return new TlsPlan(file, insecure, serverName, alpn, certificate, key, keyLog);
    }
}
