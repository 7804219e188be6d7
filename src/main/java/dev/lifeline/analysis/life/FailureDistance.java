package dev.lifeline.analysis.life;

import dev.lifeline.model.ErrorCode;

/// Orders failures by how far along the path they arose: an answer from the destination tells more than one from the way there, that
/// more than silence, and silence more than an attempt that never left this machine.
public final class FailureDistance {

    private FailureDistance() {
    }

    /// Tells how far: the larger, the farther.
    public static int of(ErrorCode code) {
        return switch (code) {
            case ECONNREFUSED, ECONNRESET, ECONNABORTED, EPIPE, EOF, CERT_EXPIRED, CERT_NOT_YET_VALID, CERT_SELF_SIGNED, CERT_UNKNOWN_ISSUER, CERT_WRONG_HOST,
                 CERT_INVALID, TLS_VERSION, TLS_NO_CIPHER, TLS_NO_GROUP, TLS_ALPN, TLS_SNI, TLS_CLIENT_CERT, TLS_PLAINTEXT, TLS_ALERT,
                 TLS_BROKEN, TLS_TOO_LARGE, HTTP_MALFORMED, HTTP_TOO_LARGE, HTTP_VERSION, TUNNEL_REFUSED, REDIRECT_REFUSED -> 4;
            case EHOSTUNREACH, EHOSTDOWN -> 3;
            case ETIMEDOUT, TIMEOUT -> 2;
            case ENOTFOUND, EAI_AGAIN, EAI_NODATA, EAI_FAIL, EACCES, EPERM, EADDRINUSE, EADDRNOTAVAIL, EAFNOSUPPORT, EINVAL,
                 ENETUNREACH, ENETDOWN, ENOTCONN, EMFILE, ENFILE, ENOBUFS, ENOMEM, FAMILY_MISMATCH -> 1;
            case INTERRUPTED, UNKNOWN -> 0;
        };
    }
}
