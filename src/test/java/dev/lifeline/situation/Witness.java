package dev.lifeline.situation;

/// Who may look: with less evidence the program says less.
enum Witness {

    /// All that Linux gives to root.
    ALL("auto"),
    /// As an ordinary user: the kernel answers, packets stay unseen.
    NO_PACKETS("getaddrinfo,route,sockdiag,descriptors"),
    /// As on a machine without native calls.
    PORTABLE("portable");

    private final String evidence;

    Witness(String evidence) {
        this.evidence = evidence;
    }

    String evidence() {
        return evidence;
    }
}
