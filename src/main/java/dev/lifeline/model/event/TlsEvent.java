package dev.lifeline.model.event;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.tls.TrustSource;
import java.util.List;
import java.util.Objects;

/// Something happened in the TLS layer of a connection: a record crossed, an alert, a certificate.
public sealed interface TlsEvent extends EventBody {

    /// The kinds of this group, one for each record.
    enum Kind implements EventKind {
        RECORD_SEEN, ALERTED, HELLO_SEEN, CERTIFICATE_SHOWN, VERIFIED, CUT
    }

    @Override
    Kind kind();

    @Override
    default EventGroup group() {
        return EventGroup.TLS;
    }

    /// A record of the handshake was handed to the stream or taken from it (RFC 8446 section 5.1). What is encrypted shows its length
    /// only.
    ///
    /// @param sent by this side; else it came from the other
    /// @param type the number of its type ([dev.lifeline.model.tls.RecordType])
    /// @param version the number in its header, 0x0301 and so on; it says little of the version that is agreed on
    /// @param length bytes behind the header
    /// @param message the names of the plain handshake messages that end in it, or `null`
    record RecordSeen(boolean sent, int type, int version, int length, String message) implements TlsEvent {
        @Override
        public Kind kind() {
            return Kind.RECORD_SEEN;
        }
    }

    /// One side told the other that it ends TLS, and why (RFC 8446 section 6).
    ///
    /// @param sent by this side; else it came from the other
    /// @param level 1 for a warning, 2 for a fatal one; -1 where it is not known
    /// @param number of its description ([dev.lifeline.model.tls.AlertDescription]); -1 where it is not known, as it is encrypted
    record Alerted(boolean sent, int level, int number) implements TlsEvent {
        @Override
        public Kind kind() {
            return Kind.ALERTED;
        }
    }

    /// A ClientHello or ServerHello, which is plain, taken apart.
    ///
    /// @param sent by this side; else it came from the other
    /// @param serverName the name that it asks for (SNI, RFC 6066 section 3), or `null`
    /// @param versions of a ClientHello those that it offers; of a ServerHello the one chosen: `TLSv1.3`
    /// @param alpn the protocols that it offers, or the one chosen (RFC 7301); empty where there is none in plain
    /// @param suites how many cipher suites it offers; of a ServerHello 1
    record HelloSeen(boolean sent, String serverName, List<String> versions, List<String> alpn, int suites) implements TlsEvent {
        public HelloSeen {
            versions = List.copyOf(versions);
            alpn = List.copyOf(alpn);
        }

        @Override
        public Kind kind() {
            return Kind.HELLO_SEEN;
        }
    }

    /// A certificate of the chain that the other side showed.
    ///
    /// @param index its place in the chain, from 0: the other side's own
    /// @param subject whose it is, as a distinguished name
    /// @param issuer who signed it, as a distinguished name
    /// @param names the host names and addresses that it is for (subjectAltName)
    /// @param notBefore from when on it is valid, in milliseconds since 1970
    /// @param notAfter until when it is valid, in milliseconds since 1970
    /// @param key its key in words: `EC 256`, `RSA 2048`
    /// @param selfSigned signed with its own key
    record CertificateShown(int index, String subject, String issuer, List<String> names, long notBefore, long notAfter, String key,
                            boolean selfSigned) implements TlsEvent {
        public CertificateShown {
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(issuer, "issuer");
            names = List.copyOf(names);
        }

        @Override
        public Kind kind() {
            return Kind.CERTIFICATE_SHOWN;
        }
    }

    /// The stream of the other side ended without its close_notify, so that anyone on the way may have ended it (RFC 8446 section 6.1).
    ///
    /// @param begun bytes of a record that had begun and is not whole; 0 where the stream ended between two
    record Cut(int begun) implements TlsEvent {
        @Override
        public Kind kind() {
            return Kind.CUT;
        }
    }

    /// The chain of the other side was checked, or not: then `trust` is NONE.
    ///
    /// @param trust the certificates that it was checked against
    /// @param problem why it is not trusted; `null` where it is, or was not checked
    /// @param detail the checker's own words, or `null`
    record Verified(TrustSource trust, ErrorCode problem, String detail) implements TlsEvent {
        public Verified {
            Objects.requireNonNull(trust, "trust");
        }

        @Override
        public Kind kind() {
            return Kind.VERIFIED;
        }
    }
}
