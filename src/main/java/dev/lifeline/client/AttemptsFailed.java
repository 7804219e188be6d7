package dev.lifeline.client;

import dev.lifeline.model.ErrorCode;
import java.io.IOException;
import java.util.List;

/// Every attempt of a race failed: the cause of the [dev.lifeline.record.StageFailure] that [Dialer#dial] throws.
public final class AttemptsFailed extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient List<AttemptFailure> failures;

    AttemptsFailed(List<AttemptFailure> failures) {
        super(text(failures));
        this.failures = List.copyOf(failures);
    }

    /// Each attempt with its own error, in the order of the attempts; at least one.
    public List<AttemptFailure> failures() {
        return failures;
    }

    /// The one failure that stands for all: the attempt that got farthest, and of several the first, because the order of the
    /// candidates is the order of preference.
    ///
    /// An answer of the destination says more than one from the way there, that more than silence, and silence more than an
    /// error with which this machine never sent anything: a host without IPv6 fails at every IPv6 address, whatever the
    /// service does. An attempt that was merely given up stands for nothing.
    AttemptFailure representative() {
        AttemptFailure farthest = failures.getFirst();
        for (AttemptFailure each : failures) {
            if (distance(each.failure().code()) > distance(farthest.failure().code())) {
                farthest = each;
            }
        }
        return farthest;
    }

    private static int distance(ErrorCode code) {
        return switch (code) {
            case ECONNREFUSED, ECONNRESET, ECONNABORTED, EPIPE, EOF, CERT_EXPIRED, CERT_NOT_YET_VALID, CERT_SELF_SIGNED, CERT_UNKNOWN_ISSUER, CERT_WRONG_HOST,
                 CERT_INVALID, TLS_VERSION, TLS_NO_CIPHER, TLS_NO_GROUP, TLS_ALPN, TLS_SNI, TLS_CLIENT_CERT, TLS_PLAINTEXT, TLS_ALERT,
                 TLS_BROKEN, TLS_TOO_LARGE, HTTP_MALFORMED, HTTP_TOO_LARGE, HTTP_VERSION, TUNNEL_REFUSED, REDIRECT_REFUSED -> 4;
            case EHOSTUNREACH, EHOSTDOWN -> 3;
            case ETIMEDOUT, TIMEOUT -> 2;
            case ENOTFOUND, EAI_AGAIN, EAI_NODATA, EAI_FAIL, EACCES, EPERM, EADDRINUSE, EADDRNOTAVAIL, EAFNOSUPPORT, EINVAL,
                 ENETUNREACH, ENETDOWN, ENOTCONN, EMFILE, ENFILE, ENOBUFS, ENOMEM, FAMILY_MISMATCH, UNKNOWN -> 1;
            case INTERRUPTED -> 0;
        };
    }

    private static String text(List<AttemptFailure> failures) {
        StringBuilder text = new StringBuilder();
        for (AttemptFailure each : failures) {
            text.append(text.isEmpty() ? "" : ", ").append(each.candidate()).append(' ').append(each.failure().code());
        }
        return text.toString();
    }
}
