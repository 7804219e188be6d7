package dev.lifeline.play.dns;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Answer of the server to a question for a name.
public sealed interface DnsAnswer {

    /// The name has these addresses; a family without any has none, and the name exists all the same.
    ///
    /// @param addresses at least one and at most [#MOST]
    record Addresses(List<InetAddress> addresses) implements DnsAnswer {

        /// Most addresses that a datagram of 512 bytes holds under the longest name.
        public static final int MOST = 8;

        public Addresses {
            addresses = List.copyOf(addresses);
            if (addresses.isEmpty() || addresses.size() > MOST) {
                throw new IllegalArgumentException("1 to " + MOST + " addresses, not " + addresses.size());
            }
        }
    }

    /// The name is another name for this one (`CNAME`); where the server has that one too, its addresses are in the same answer.
    ///
    /// @param target a name
    record Alias(String target) implements DnsAnswer {
        public Alias {
            Objects.requireNonNull(target, "target");
        }
    }

    /// No addresses, for this reason.
    enum Without implements DnsAnswer {
        /// The name does not exist: RCODE 3.
        NXDOMAIN,
        /// The server failed: RCODE 2.
        SERVFAIL,
        /// The server does not want to: RCODE 5.
        REFUSED,
        /// The name exists and has no address: RCODE 0 and no record.
        EMPTY,
        /// No answer at all.
        SILENT
    }

    /// Reads an answer from words: one of `nxdomain`, `servfail`, `refused`, `empty`, `silent`; `alias NAME`; or numeric
    /// addresses.
    ///
    /// @throws IllegalArgumentException when they are none of that
    static DnsAnswer of(List<String> words) {
        String first = words.isEmpty() ? "" : words.getFirst();
        if (words.size() == 1) {
            for (Without each : Without.values()) {
                if (each.name().equalsIgnoreCase(first)) {
                    return each;
                }
            }
            if (first.startsWith("alias ")) {
                return new Alias(first.substring("alias ".length()).strip());
            }
        }
        List<InetAddress> addresses = new ArrayList<>();
        for (String word : words) {
            addresses.add(InetAddress.ofLiteral(word));
        }
        return new Addresses(addresses);
    }
}
