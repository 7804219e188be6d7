package dev.lifeline.explain.place;

/// Codes that are placed alike.
enum CodeKind {
    /// A name did not become an address.
    NAME,
    REFUSED, RESET,
    /// The system's own limit passed.
    SILENCE,
    /// A limit of the program passed.
    CLOCK,
    NO_WAY, IN_USE, NOT_HERE, PIPE, NOT_CONNECTED, END,
    /// This program closed it itself.
    CLOSED,
    /// No more descriptors or memory: of sockets, or of anything else.
    EXHAUSTED,
    DENIED,
    /// Codes of many meanings, which say nothing of a connection by themselves.
    ODD,
    TLS,
    /// Bytes came whose meaning was another than expected.
    MEANING,
    /// None, or a word of one program.
    OTHER;

    static CodeKind of(String code) {
        if (code == null) {
            return OTHER;
        }
        return switch (code) {
            case "ENOTFOUND", "EAI_AGAIN", "EAI_NODATA", "EAI_FAIL", "EAI_SERVICE", "EAI_NONAME" -> NAME;
            case "ECONNREFUSED" -> REFUSED;
            case "ECONNRESET", "ECONNABORTED", "ENETRESET" -> RESET;
            case "ETIMEDOUT" -> SILENCE;
            case "TIMEOUT" -> CLOCK;
            case "EHOSTUNREACH", "ENETUNREACH", "EHOSTDOWN", "ENETDOWN", "ENONET" -> NO_WAY;
            case "EADDRINUSE" -> IN_USE;
            case "EADDRNOTAVAIL" -> NOT_HERE;
            case "EPIPE", "ESHUTDOWN" -> PIPE;
            case "ENOTCONN" -> NOT_CONNECTED;
            case "EOF" -> END;
            case "CLOSED" -> CLOSED;
            case "EMFILE", "ENFILE", "ENOBUFS", "ENOMEM" -> EXHAUSTED;
            case "EACCES", "EPERM" -> DENIED;
            case "EINVAL", "EAGAIN", "EPROTO", "EAFNOSUPPORT", "ENOENT", "EINTR" -> ODD;
            case "TLS_PLAINTEXT", "TUNNEL_REFUSED", "REDIRECT_REFUSED", "PROTOCOL_ERROR" -> MEANING;
            default -> code.startsWith("CERT_") || code.startsWith("TLS_") ? TLS : code.startsWith("HTTP_") ? MEANING : OTHER;
        };
    }
}
