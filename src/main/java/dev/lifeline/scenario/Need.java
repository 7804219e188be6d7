package dev.lifeline.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Something that must be there, or a scenario cannot be shown: a source of evidence by its name in `trace doctor`, or something
/// that the machine must have or allow.
public enum Need {
    SOCKDIAG, PACKET, GETADDRINFO, ROUTE, DESCRIPTORS,
    /// The kernel is Linux, with native calls (socket options that Java does not have).
    LINUX,
    /// `::1` is there.
    IPV6,
    /// Look-ups of one thread can be sent to a resolver of our own (`dns` actors).
    RESOLVER,
    /// Ports below 1024 are privileged here (`net.ipv4.ip_unprivileged_port_start`).
    PRIVILEGED_PORTS,
    /// The kernel answers with SYN cookies where a SYN queue is full (`net.ipv4.tcp_syncookies`).
    SYN_COOKIES,
    /// An own network namespace can be had (`unshare -rn`); the whole scenario is played in one.
    NAMESPACE,
    /// This is the superuser.
    ROOT;

    private final String label = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// The word as it stands in the file.
    public String label() {
        return label;
    }

    /// The need of this name.
    ///
    /// @throws IllegalArgumentException where there is none
    public static Need named(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    /// The words for these needs.
    public static List<String> labels(List<Need> needs) {
        List<String> labels = new ArrayList<>();
        for (Need need : needs) {
            labels.add(need.label);
        }
        return labels;
    }
}
