package dev.lifeline.model;

/// The canonical name of what went wrong, the same on every operating system.
///
/// Names in capitals that start with E are those of `errno(3)` and `getaddrinfo(3)` (Linux spelling), with the name that
/// Node.js made popular for a name that does not exist. The rest are the tool's own, for ends that no errno names.
/// A code that cannot be mapped is [#UNKNOWN]; it is never guessed.
public enum ErrorCode implements Labelled {
    /// EAI_NONAME: the resolver says that there is no such name.
    ENOTFOUND("No such name"),
    /// The resolver could not say: no answer, or a server that failed.
    EAI_AGAIN("Temporary failure in name resolution"),
    /// The name exists and has no address of the family asked for.
    EAI_NODATA("The name has no address"),
    /// The resolver failed in a way that trying again will not change.
    EAI_FAIL("Non-recoverable failure in name resolution"),
    EACCES("Permission denied"),
    EPERM("Operation not permitted"),
    EADDRINUSE("Address already in use"),
    EADDRNOTAVAIL("Cannot assign requested address"),
    EAFNOSUPPORT("Address family not supported by protocol"),
    EINVAL("Invalid argument"),
    ENETUNREACH("Network is unreachable"),
    ENETDOWN("Network is down"),
    EHOSTUNREACH("No route to host"),
    EHOSTDOWN("Host is down"),
    ECONNREFUSED("Connection refused"),
    /// The kernel gave up retransmitting; not to be confused with [#TIMEOUT], the tool's own deadline.
    ETIMEDOUT("Connection timed out"),
    ECONNRESET("Connection reset by peer"),
    ECONNABORTED("Software caused connection abort"),
    EPIPE("Broken pipe"),
    ENOTCONN("Transport endpoint is not connected"),
    EMFILE("Too many open files"),
    ENFILE("Too many open files in system"),
    ENOBUFS("No buffer space available"),
    ENOMEM("Cannot allocate memory"),
    /// A deadline of this tool ended the wait. It says how long was waited, not that the peer is gone.
    TIMEOUT("The deadline passed"),
    /// The peer ended its stream before the bytes that were waited for.
    EOF("End of stream"),
    /// The certificate's time is over, by this machine's clock.
    CERT_EXPIRED("The certificate has expired"),
    /// The certificate's time has not begun, by this machine's clock.
    CERT_NOT_YET_VALID("The certificate is not yet valid"),
    /// The certificate is signed with its own key, and is none of those that are trusted.
    CERT_SELF_SIGNED("The certificate is self-signed"),
    /// The chain leads to no certificate that is trusted.
    CERT_UNKNOWN_ISSUER("The certificate's issuer is not trusted"),
    /// The certificate is for other names than the one that was asked for.
    CERT_WRONG_HOST("The certificate is for another host"),
    /// The chain was refused for another reason.
    CERT_INVALID("The certificate is not valid"),
    /// No version of TLS is spoken by both sides.
    TLS_VERSION("No common version of TLS"),
    /// No cipher suite is taken by both sides.
    TLS_NO_CIPHER("No common cipher suite"),
    /// No group for the key exchange is taken by both sides.
    TLS_NO_GROUP("No common group for the key exchange"),
    /// No application protocol is spoken by both sides.
    TLS_ALPN("No common application protocol"),
    /// The server does not serve the name that was asked for.
    TLS_SNI("The server does not know the name"),
    /// The server wants a certificate of the client.
    TLS_CLIENT_CERT("The server wants a client certificate"),
    /// Bytes came that are plain text where TLS was expected.
    TLS_PLAINTEXT("Plain text where TLS was expected"),
    /// The other side ended TLS with an alert that has no code of its own here.
    TLS_ALERT("TLS alert"),
    /// Bytes came that are no TLS, or do not belong there.
    TLS_BROKEN("Not valid as TLS"),
    /// A message of the handshake, or the chain of certificates in it, is larger than this side takes.
    TLS_TOO_LARGE("TLS message too large"),
    /// Bytes came that no HTTP message can have there.
    HTTP_MALFORMED("Not valid as HTTP"),
    /// A part of an HTTP message is larger than this side takes.
    HTTP_TOO_LARGE("HTTP message too large"),
    /// The other side speaks another version of HTTP only.
    HTTP_VERSION("Another version of HTTP"),
    /// A proxy answered a request for a tunnel, and opened none.
    TUNNEL_REFUSED("The proxy opened no tunnel"),
    /// A redirect was to be followed, and this tool does not follow it.
    REDIRECT_REFUSED("The redirect was not followed"),
    /// The given source address and every destination are of different families.
    FAMILY_MISMATCH("Source and destination are of different families"),
    /// The person interrupted the run.
    INTERRUPTED("Interrupted"),
    /// An error that this version cannot name; its original text is kept.
    UNKNOWN("Unknown error");

    private final String text;

    ErrorCode(String text) {
        this.text = text;
    }

    @Override
    public String label() {
        return name();
    }

    /// The meaning of the code in a few English words, whatever the machine's language.
    public String text() {
        return text;
    }
}
