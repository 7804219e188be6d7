package dev.lifeline.model.event;

import dev.lifeline.model.Labelled;

/// The place that the addresses of a name came from, as far as it can be known without native calls.
public enum LookupSource implements Labelled {
    /// The text was an address already; nobody was asked.
    LITERAL("literal"),
    /// The hosts file of this machine has this name with these addresses.
    HOSTS_FILE("hosts file"),
    /// A DNS server: its answer is known to be one.
    DNS("DNS"),
    /// The system's resolver; whether DNS, mDNS or another service answered is not visible from here.
    RESOLVER("resolver"),
    /// Perhaps nobody: Java answers with a loopback address for `localhost` where the system's resolver has none, and does not say
    /// so.
    UNKNOWN("unknown source");

    private final String label;

    LookupSource(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
