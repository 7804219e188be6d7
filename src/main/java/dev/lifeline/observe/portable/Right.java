package dev.lifeline.observe.portable;

/// The capabilities of capabilities(7) that evidence depends on.
public enum Right {
    NET_ADMIN(12),
    /// Packet sockets.
    NET_RAW(13),
    /// A network namespace without a user namespace around it.
    SYS_ADMIN(21),
    /// Since Linux 5.12 root needs it to have a user namespace in which it is root too (user_namespaces(7)).
    SETFCAP(31);

    private final int bit;

    Right(int bit) {
        this.bit = bit;
    }

    boolean in(long set) {
        return (set >> bit & 1) == 1;
    }
}
