package dev.lifeline.tls.certificate;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/// The certificate with which an end shows who it is: its chain as it is sent, the key of the first, and who would have to be
/// trusted for it.
///
/// @param chain from the leaf upwards, without the root; at least one
/// @param key the private key of the leaf
/// @param root the authority at the top: `null` where there is none, or it is not known
public record Identity(List<X509Certificate> chain, PrivateKey key, X509Certificate root) {

    public Identity {
        chain = List.copyOf(chain);
    }
}
