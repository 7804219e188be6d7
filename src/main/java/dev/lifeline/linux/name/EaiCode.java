package dev.lifeline.linux.name;

/// An error code of `getaddrinfo(3)` (`netdb.h` of glibc and musl, which agree on Linux).
///
/// @param number negative
public record EaiCode(int number) {

    /// The name does not exist.
    public static final int NONAME = -2;
    /// No answer for now: a server was silent, failed or refused.
    public static final int AGAIN = -3;
    /// A failure that trying again does not change.
    public static final int FAIL = -4;
    /// The name exists and has no address.
    public static final int NODATA = -5;
    /// The address family is not supported.
    public static final int FAMILY = -6;
    /// The name has no address of the family asked for.
    public static final int ADDRFAMILY = -9;
    /// No memory.
    public static final int MEMORY = -10;
    /// A system call failed; `errno` says why.
    public static final int SYSTEM = -11;

    /// Its name, or the number where it has none here.
    public String name() {
        return switch (number) {
            case -1 -> "EAI_BADFLAGS";
            case NONAME -> "EAI_NONAME";
            case AGAIN -> "EAI_AGAIN";
            case FAIL -> "EAI_FAIL";
            case NODATA -> "EAI_NODATA";
            case FAMILY -> "EAI_FAMILY";
            case -7 -> "EAI_SOCKTYPE";
            case -8 -> "EAI_SERVICE";
            case ADDRFAMILY -> "EAI_ADDRFAMILY";
            case MEMORY -> "EAI_MEMORY";
            case SYSTEM -> "EAI_SYSTEM";
            case -12 -> "EAI_OVERFLOW";
            default -> "EAI " + number;
        };
    }

    @Override
    public String toString() {
        return name();
    }
}
