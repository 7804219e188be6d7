package dev.lifeline.race;

import dev.lifeline.model.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A program whose rules a race follows: in which order the addresses are tried, when the next attempt may begin, and how long
/// one may take.
///
/// Each constant names the program, its versions and the source of its figures. What a program does beside the race (its
/// look-up, TLS, its retries) is not imitated.
public enum Personality {
    /// RFC 8305: AAAA and A are asked for apart ([NameAnswers], section 3); families alternate, starting with the first
    /// address's (section 4, First Address Family Count 1); attempts overlap, the first success wins (section 5). The Connection
    /// Attempt Delay follows the round-trip times to an address where they are known ([AttemptDelay]), and is 250 ms where not.
    /// The RFC does not say what a failure does to the delay; here the next attempt starts at once.
    RFC8305("rfc8305", List.of(), Ordering.ALTERNATING, AttemptPace.DELAY_OR_FAILURE, 250, Integer.MAX_VALUE, AttemptLimit.REST,
            "RFC 8305 sections 3 to 6 and 8"),
    /// The same with two attempts to the first family before the first to the other, for those who favour one (section 4,
    /// First Address Family Count 2).
    RFC8305_FIRST_2("rfc8305-first-2", List.of(), Ordering.ALTERNATING, AttemptPace.DELAY_OR_FAILURE, 250, Integer.MAX_VALUE,
            AttemptLimit.REST, "RFC 8305 sections 3 to 6 and 8, First Address Family Count 2"),
    /// A plain loop over the addresses in the system's order, without a limit for each.
    SERIAL("serial", List.of(), Ordering.AS_GIVEN, AttemptPace.FAILURE, 0, Integer.MAX_VALUE, AttemptLimit.REST,
            "no program: a loop over getaddrinfo(3) that leaves the time limit to the kernel"),
    /// Plain Java: IPv4 first (`java.net.preferIPv6Addresses` is false), then one address after the other, as a loop over
    /// `InetAddress.getAllByName` and `Socket.connect` does it.
    JAVA("java-25", List.of("java"), Ordering.IPV4_FIRST, AttemptPace.FAILURE, 0, Integer.MAX_VALUE, AttemptLimit.REST,
            "java.net.Socket in a loop over InetAddress.getAllByName, JDK 25"),
    /// wget: the system's order, one after the other, the whole connect time-out for each address.
    WGET("wget-1.21", List.of("wget"), Ordering.AS_GIVEN, AttemptPace.FAILURE, 0, Integer.MAX_VALUE, AttemptLimit.EACH,
            "GNU Wget 1.21.3 (-T), src/connect.c connect_to_host"),
    /// nc: as wget; the limit of each address is its `-w`.
    NC("nc-1.219", List.of("nc"), Ordering.AS_GIVEN, AttemptPace.FAILURE, 0, Integer.MAX_VALUE, AttemptLimit.EACH,
            "OpenBSD netcat 1.219 (-w), netcat.c remote_connect"),
    /// curl since `cf-ip-happy.c`: it asks for A and AAAA apart, and the first answer begins the race (seen of 8.23); IPv6 first, families alternate; 200 ms (`CURL_HET_DEFAULT` of
    /// `CURLOPT_HAPPY_EYEBALLS_TIMEOUT_MS`); the next attempt waits for the delay unless nothing is under way; at most six at
    /// once (`IP_HE_MAX_CONCURRENT_ATTEMPTS`), the oldest gives way.
    CURL("curl-8.23", List.of("curl", "curl-8.21"), Ordering.ALTERNATING_IPV6_FIRST, AttemptPace.DELAY_OR_IDLE, 200, 6,
            AttemptLimit.REST, "curl 8.23, lib/cf-ip-happy.c and CURLOPT_HAPPY_EYEBALLS_TIMEOUT_MS(3)"),
    /// curl before that, as Debian 13 has it: a track for each family, IPv6 first; the other begins after 200 ms, or when the
    /// first is used up. An address that is not the last of its family has half of what is left.
    CURL_8_14("curl-8.14", List.of(), Ordering.IPV6_FIRST, AttemptPace.TWO_TRACKS, 200, Integer.MAX_VALUE,
            AttemptLimit.HALF, "curl 8.14, lib/connect.c eyeballers and USETIME"),
    /// curl as Debian 12 has it: as 8.14, but the first address's family is first. The real one begins the next address of
    /// a family only when it wakes next, up to a second after the failure; here it begins at once. It answers localhost itself,
    /// 127.0.0.1 first; here the system does.
    CURL_7_88("curl-7.88", List.of(), Ordering.FIRST_FAMILY_FIRST, AttemptPace.TWO_TRACKS, 200, Integer.MAX_VALUE,
            AttemptLimit.HALF, "curl 7.88, lib/connect.c eyeballers and USETIME"),
    /// OkHttp with `fastFallback`: IPv6 first, families alternate (`InetAddressOrder.kt`); a new attempt each 250 ms
    /// (`connectDelayNanos`), earlier only when nothing is under way.
    OKHTTP("okhttp-5.1", List.of("okhttp"), Ordering.ALTERNATING_IPV6_FIRST, AttemptPace.DELAY_OR_IDLE, 250, Integer.MAX_VALUE,
            AttemptLimit.REST, "OkHttp 5.1, FastFallbackExchangeFinder.kt and InetAddressOrder.kt"),
    /// Node.js with `autoSelectFamily`: families alternate, starting with the first address's; one attempt at a time, and
    /// each but the last is aborted after 250 ms (`autoSelectFamilyAttemptTimeout`).
    NODE("node-24", List.of("node", "node-20"), Ordering.ALTERNATING, AttemptPace.ABORT_AFTER_DELAY, 250, Integer.MAX_VALUE,
            AttemptLimit.REST, "Node.js 20 to 24, lib/net.js internalConnectMultiple"),
    /// Go: the family of the first address is tried first, one address after the other; the other family starts after
    /// 300 ms (`Dialer.FallbackDelay`), or at once when the first has failed altogether. Each address has its share of the
    /// time. Before that, Go's own resolver sorts the addresses by rules of its own ([DestinationOrder]).
    GO("go-1.27", List.of("go", "go-1.19"), Ordering.FIRST_FAMILY_FIRST, AttemptPace.TWO_TRACKS, 300, Integer.MAX_VALUE,
            AttemptLimit.SHARE, "Go 1.19 to 1.27, src/net/dial.go dialParallel, dialSerial and partialDeadline; src/net/addrselect.go");

    /// The rules where nobody asked for others.
    public static final Personality DEFAULT = RFC8305;

    /// The parts of RFC 8305 that no race here has, for a person.
    public static final String NOT_IMITATED = "A and AAAA are asked for at once in scenarios, without native calls, and for localhost "
            + "and names of the hosts file; an address that a resolver gives twice is tried once; no race remembers which addresses worked (RFC 8305 section 4)";

    private final String label;
    private final List<String> others;
    private final Ordering ordering;
    private final AttemptPace pace;
    private final long delayNanos;
    private final int concurrent;
    private final AttemptLimit limit;
    private final String source;

    Personality(String label, List<String> others, Ordering ordering, AttemptPace pace, long delayMillis, int concurrent,
                AttemptLimit limit, String source) {
        this.label = label;
        this.others = others;
        this.ordering = ordering;
        this.pace = pace;
        this.delayNanos = delayMillis * 1_000_000;
        this.concurrent = concurrent;
        this.limit = limit;
        this.source = source;
    }

    /// The personality of this name (`rfc8305`, `curl`, `curl-7.88`), or `null` where there is none.
    public static Personality named(String name) {
        for (Personality each : values()) {
            if (each.label.equals(name) || each.others.contains(name)) {
                return each;
            }
        }
        return null;
    }

    /// All names, the default first; of each program the plain name, then its versions.
    public static List<String> names() {
        List<String> names = new ArrayList<>();
        for (Personality each : values()) {
            boolean plainFirst = !each.others.isEmpty() && each.label.startsWith(each.others.getFirst() + "-");
            names.add(plainFirst ? each.others.getFirst() : each.label);
            if (plainFirst) {
                names.add(each.label);
            }
            names.addAll(plainFirst ? each.others.subList(1, each.others.size()) : each.others);
        }
        return List.copyOf(names);
    }

    /// The name with its version, as recordings have it.
    public String label() {
        return label;
    }

    /// The candidates in the order in which they are tried; attempt 1 is the first.
    ///
    /// @param asGivenBySystem the order of the resolver
    public List<Endpoint> order(List<Endpoint> asGivenBySystem) {
        return ordering.of(asGivenBySystem, firstCount());
    }

    /// Candidates that wait, in the order in which they are tried after others.
    ///
    /// @param tried in the order in which they were
    /// @param waiting of each family in the resolver's order
    List<Endpoint> orderAfter(List<Endpoint> tried, List<Endpoint> waiting) {
        return Ordering.after(tried, waiting, firstCount());
    }

    private int firstCount() {
        return this == RFC8305_FIRST_2 ? 2 : 1;
    }

    /// Says if the families are asked for apart, and a race begins before both have answered (RFC 8305 section 3).
    public boolean asksApart() {
        return followsRoundTrips() || this == CURL;
    }

    /// Says if the delay between attempts follows the round-trip times that somebody remembers ([AttemptDelay]).
    public boolean followsRoundTrips() {
        return this == RFC8305 || this == RFC8305_FIRST_2;
    }

    /// How long the race waits for AAAA that has an answer for A, in nanoseconds: 50 ms by RFC 8305 section 8.
    public long resolutionDelayNanos() {
        return this == CURL ? 0 : 50_000_000L;
    }

    /// Says if this program sorts the addresses itself, by the source address that each would have.
    public boolean sortsItself() {
        return this == GO;
    }

    /// The candidates as this program's resolver would give them; where it does not sort, as they stand.
    ///
    /// @param sources the source address that the kernel would take for each, as a connected datagram socket tells it; a candidate
    ///     without a way is missing
    public List<Endpoint> sorted(List<Endpoint> candidates, Map<Endpoint, Endpoint> sources) {
        return sortsItself() ? DestinationOrder.of(candidates, sources) : candidates;
    }

    /// The wait that the rules are built on, in nanoseconds; 0 where there is none.
    public long delayNanos() {
        return delayNanos;
    }

    /// The origin of the rules and figures, for a person.
    public String source() {
        return source;
    }

    /// Says if each address has the whole time anew, so that the race as a whole has no end of its own.
    public boolean timesEach() {
        return limit == AttemptLimit.EACH;
    }

    AttemptLimit limit() {
        return limit;
    }

    AttemptPace pace() {
        return pace;
    }

    /// The number of attempts that may be under way at once.
    int concurrent() {
        return concurrent;
    }
}
