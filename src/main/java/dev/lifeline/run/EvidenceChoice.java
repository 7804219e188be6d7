package dev.lifeline.run;

import java.util.List;

/// Which sources of evidence a run uses beside the calls of its own programs.
///
/// @param sources their names, some of [#NAMES], in that order
/// @param insisted whether a source that is not available ends the run before it begins; otherwise the run goes on without it
/// @param wholePackets whether packets are kept with all their bytes
public record EvidenceChoice(List<String> sources, boolean insisted, boolean wholePackets) {

    /// All names that there are, in the order in which a person should read them.
    public static final List<String> NAMES = List.of("getaddrinfo", "route", "sockdiag", "descriptors", "packet");

    /// Whatever this machine gives without asking for more.
    public static final EvidenceChoice AUTO = new EvidenceChoice(NAMES, false, false);

    /// Nothing but what every operating system gives to Java; no native call is made.
    public static final EvidenceChoice PORTABLE = new EvidenceChoice(List.of(), false, false);

    public EvidenceChoice {
        sources = List.copyOf(sources);
    }

    /// The same, with packets kept whole.
    public EvidenceChoice withWholePackets() {
        return new EvidenceChoice(sources, insisted, true);
    }
}
