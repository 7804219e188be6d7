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
