package dev.lifeline.race;

import dev.lifeline.model.Endpoint;
import java.util.List;

/// A program whose rules a race follows: in which order the addresses are tried, and when the next attempt may begin.
///
/// Each constant names where its figures come from. What a program does beside the race (its look-up, TLS, its own overall
/// deadline) is not imitated; in particular Go's share of the deadline for each address (`partialDeadline`) is left out.
public enum Personality {
    /// RFC 8305: families alternate, starting with the first address's (section 4, First Address Family Count 1);
    /// Connection Attempt Delay 250 ms (section 8); attempts overlap, the first success wins (section 5).
    /// The RFC does not say what a failure does to the delay; here the next attempt starts at once.
    RFC8305("rfc8305", Ordering.ALTERNATING, AttemptPace.DELAY_OR_FAILURE, 250, Integer.MAX_VALUE,
            "RFC 8305 sections 4, 5 and 8"),
    /// Plain Java: one address after the other in the order given, no overlap, as a loop over
    /// `InetAddress.getAllByName` and `Socket.connect` does it.
    SERIAL("serial", Ordering.AS_GIVEN, AttemptPace.FAILURE, 0, Integer.MAX_VALUE,
            "java.net.Socket in a loop over InetAddress.getAllByName, JDK 25"),
    /// curl: IPv6 first, families alternate; 200 ms (`CURL_HET_DEFAULT` of `CURLOPT_HAPPY_EYEBALLS_TIMEOUT_MS`); the next
    /// attempt waits for the delay unless nothing is under way; at most six at once (`IP_HE_MAX_CONCURRENT_ATTEMPTS`), the
    /// oldest gives way. Before `cf-ip-happy.c` curl ran one track for each family instead.
    CURL("curl", Ordering.ALTERNATING_IPV6_FIRST, AttemptPace.DELAY_OR_IDLE, 200, 6,
            "curl 8.18, lib/cf-ip-happy.c and CURLOPT_HAPPY_EYEBALLS_TIMEOUT_MS(3)"),
    /// OkHttp with `fastFallback`: IPv6 first, families alternate (`InetAddressOrder.kt`); a new attempt each 250 ms
    /// (`connectDelayNanos`), earlier only when nothing is under way.
    OKHTTP("okhttp", Ordering.ALTERNATING_IPV6_FIRST, AttemptPace.DELAY_OR_IDLE, 250, Integer.MAX_VALUE,
            "OkHttp 5, FastFallbackExchangeFinder.kt and InetAddressOrder.kt"),
    /// Node.js with `autoSelectFamily`: families alternate, starting with the first address's; one attempt at a time, and
    /// each but the last is aborted after 250 ms (`autoSelectFamilyAttemptTimeout`; Node.js 26 made it 500 ms).
    NODE("node", Ordering.ALTERNATING, AttemptPace.ABORT_AFTER_DELAY, 250, Integer.MAX_VALUE,
            "Node.js 20 to 24, lib/net.js internalConnectMultiple"),
    /// Go: the family of the first address is tried first, one address after the other; the other family starts after
    /// 300 ms (`Dialer.FallbackDelay`), or at once when the first has failed altogether.
    GO("go", Ordering.FIRST_FAMILY_FIRST, AttemptPace.TWO_TRACKS, 300, Integer.MAX_VALUE,
            "Go 1.25, src/net/dial.go dialParallel and dialSerial");

    /// The rules where nobody asked for others.
    public static final Personality DEFAULT = RFC8305;

    private final String label;
    private final Ordering ordering;
    private final AttemptPace pace;
    private final long delayNanos;
    private final int concurrent;
    private final String source;

    Personality(String label, Ordering ordering, AttemptPace pace, long delayMillis, int concurrent, String source) {
        this.label = label;
        this.ordering = ordering;
        this.pace = pace;
        this.delayNanos = delayMillis * 1_000_000;
        this.concurrent = concurrent;
        this.source = source;
    }

    /// The personality of this name (`rfc8305`, `curl`), or `null` where there is none.
    public static Personality named(String name) {
        for (Personality each : values()) {
            if (each.label.equals(name)) {
                return each;
            }
        }
        return null;
    }

    /// All names, the default first.
    public static List<String> names() {
        String[] names = new String[values().length];
        for (Personality each : values()) {
            names[each.ordinal()] = each.label;
        }
        return List.of(names);
    }

    /// The name that people, options and recordings use.
    public String label() {
        return label;
    }

    /// The candidates in the order in which they are tried; attempt 1 is the first.
    ///
    /// @param asGivenBySystem the order of the resolver
    public List<Endpoint> order(List<Endpoint> asGivenBySystem) {
        return ordering.of(asGivenBySystem);
    }

    /// The wait that the rules are built on, in nanoseconds; 0 where there is none.
    public long delayNanos() {
        return delayNanos;
    }

    /// The origin of the rules and figures, for a person.
    public String source() {
        return source;
    }

    AttemptPace pace() {
        return pace;
    }

    /// The number of attempts that may be under way at once.
    int concurrent() {
        return concurrent;
    }
}
