package dev.lifeline.client;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Family;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.LookupSource;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.record.CodedException;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import java.io.IOException;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The look-up stage: a name becomes addresses, within a deadline. An address that is given as such skips it visibly.
///
/// `getaddrinfo(3)` cannot be cancelled. It runs on a daemon thread of its own; when the deadline passes or the caller is
/// interrupted, the caller goes on and that thread is left to end by itself, its answer unread. It keeps no process alive.
///
/// The order of the answers is the system's (RFC 6724) only where the resolver says so, or `java.net.preferIPv6Addresses=system`
/// was set before the first address was made; plain Java puts IPv4 first. Otherwise the system's order is not known, and both
/// orders of [Outcome.Answers] are the one that Java gave.
///
/// @param runner the stage runner of the client's lane
/// @param resolver who is asked
/// @param hosts the hosts file, to tell where answers came from
public record Lookup(StageRunner runner, Resolver resolver, HostsFile hosts) {

    /// The remark on an address that needs no look-up.
    public static final String LITERAL = "a literal address: nothing to look up";

    /// The property that decides in which order Java hands out addresses, and its value for the system's own order.
    static final String ORDER_PROPERTY = "java.net.preferIPv6Addresses";
    static final String SYSTEM_ORDER = "system";

    public Lookup {
        Objects.requireNonNull(runner, "runner");
        Objects.requireNonNull(resolver, "resolver");
        Objects.requireNonNull(hosts, "hosts");
    }

    /// A look-up that asks this machine's resolver.
    public Lookup(StageRunner runner) {
        this(runner, Resolver.SYSTEM, HostsFile.system());
    }

    /// Finds the addresses of a host. Answers of another family than the one asked for are recorded as left out.
    ///
    /// @param host an ASCII name, or a numeric address without brackets, with a zone where it has one
    /// @param port the port that the endpoints get
    /// @param only the one family that is wanted, or `null` for both
    /// @param deadlineNanos how long to wait at most, in nanoseconds
    /// @return at least one endpoint, in the order in which the addresses were given
    /// @throws StageFailure when there is none: ENOTFOUND, EAI_AGAIN, EAI_NODATA, TIMEOUT; it is recorded already
    public List<Endpoint> endpoints(String host, int port, Family only, long deadlineNanos)
            throws StageFailure, InterruptedException {
        StageRunner.Call call = new StageRunner.Call(Stage.LOOKUP, Operation.GETADDRINFO, null, null);
        if (!numeric(host)) {
            return runner.run(call, () -> named(host, port, only, deadlineNanos));
        }
        Endpoint literal = literal(host, port);
        if (literal == null || (only != null && only != literal.family())) {
            return runner.run(call, () -> {
                throw literal == null
                        ? new CodedException(ErrorCode.ENOTFOUND, host + " is not an address of this machine's networks")
                        : noneOf(only, host + " is an " + literal.family().label() + " address");
            });
        }
        runner.recorder().skipped(Stage.LOOKUP, LITERAL);
        return List.of(destination(literal));
    }

    /// Says if the text can only be meant as an address: colon and percent are no part of a name, and no top-level domain is a
    /// number (RFC 3696 section 2).
    private static boolean numeric(String host) {
        if (host.indexOf(':') >= 0 || host.indexOf('%') >= 0) {
            return true;
        }
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return true;
    }

    /// The endpoint of a numeric address, or `null` where it is none or its zone is no interface of this machine.
    private static Endpoint literal(String host, int port) {
        int zone = host.indexOf('%');
        try {
            // Without its zone: the JDK refuses one whose interface has no address of that scope, the kernel need not.
            Endpoint plain = Endpoint.of(InetAddress.ofLiteral(zone < 0 ? host : host.substring(0, zone)), port);
            if (zone < 0) {
                return plain;
            }
            Endpoint zoned = new Endpoint(plain.address() + host.substring(zone), port);
            NumericAddress.of(zoned);
            return zoned;
        } catch (IllegalArgumentException | IOException malformedOrUnknownZone) {
            return null;
        }
    }

    private static CodedException noneOf(Family only, String fact) {
        return new CodedException(ErrorCode.EAI_NODATA, fact + ", and only " + only.label() + " was asked for");
    }

    private StageRunner.Result<List<Endpoint>> named(String host, int port, Family only, long deadlineNanos)
            throws IOException, InterruptedException {
        Resolver.Answer answer = resolve(host, Deadline.in(deadlineNanos));
        InetAddress[] answers = answer.addresses();
        List<Endpoint> wanted = new ArrayList<>(answers.length);
        List<Endpoint> others = new ArrayList<>();
        List<String> addresses = new ArrayList<>(answers.length);
        for (InetAddress each : answers) {
            addresses.add(Endpoint.of(each, port).address());
            Endpoint endpoint = destination(Endpoint.of(each, port));
            List<Endpoint> its = only == null || only == endpoint.family() ? wanted : others;
            if (!its.contains(endpoint)) {
                its.add(endpoint);
            }
        }
        if (wanted.isEmpty()) {
            throw only == null
                    ? new CodedException(ErrorCode.EAI_NODATA, host + " has no address")
                    : noneOf(only, host + " has only " + only.other().label() + " addresses");
        }
        for (Endpoint other : others) {
            runner.recorder().mark(new RaceEvent.LeftOut(other, "only " + only.label() + " was asked for"));
        }
        LookupSource source = source(host, answer);
        return new StageRunner.Result<>(List.copyOf(wanted),
                new Outcome.Answers(source, addresses, javaOrder(addresses, answer.systemOrder()), answer.canonical(),
                        source == LookupSource.HOSTS_FILE ? null : answer.searchDomain()));
    }

    /// The end that a connect to this one goes to. The unspecified address is no destination (RFC 1122 section 3.2.1.3, RFC 4291
    /// section 2.5.2): the kernel takes this machine, and the JDK puts the loopback address in its place before the call.
    public static Endpoint destination(Endpoint asked) {
        return switch (asked.address()) {
            case "0.0.0.0" -> new Endpoint("127.0.0.1", asked.port());
            case "::" -> new Endpoint("::1", asked.port());
            default -> asked;
        };
    }

    private Resolver.Answer resolve(String host, Deadline deadline) throws IOException, InterruptedException {
        FutureTask<Resolver.Answer> task = new FutureTask<>(() -> resolver.answer(host));
        begin("lookup", task);
        try {
            return task.get(deadline.left(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw deadline.exception();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failed) {
                throw failed;
            }
            throw new IllegalStateException("the resolver broke on " + host, e.getCause());
        }
    }

    /// Has a daemon thread of its own ask a resolver.
    public static void begin(String name, Runnable question) {
        Thread asking = Thread.ofPlatform().daemon().name(name).unstarted(question);
        // The JDK looks for a resolver of somebody else's with this loader: this program has none, and its jars need not be opened.
        asking.setContextClassLoader(ClassLoader.getPlatformClassLoader());
        asking.start();
    }

    /// The hosts file where it has every answer; what the resolver is certain of only where that file does not have the name at
    /// all.
    public LookupSource source(String host, Resolver.Answer answer) {
        if (answer.otherwise() == LookupSource.LITERAL) {
            return LookupSource.LITERAL;
        }
        Set<InetAddress> listed = hosts.addresses(host);
        for (InetAddress each : answer.addresses()) {
            if (!listed.contains(each)) {
                return answer.otherwise() == LookupSource.UNKNOWN || listed.isEmpty() && hosts.isReadWhole() ? answer.otherwise()
                        : LookupSource.RESOLVER;
            }
        }
        return LookupSource.HOSTS_FILE;
    }

    /// Plain Java's order: IPv4 first, otherwise as the system gave them.
    public static List<String> javaOrder(List<String> addresses, boolean systemOrder) {
        if (!systemOrder && !SYSTEM_ORDER.equals(System.getProperty(ORDER_PROPERTY))) {
            return addresses;
        }
        List<String> ordered = new ArrayList<>(addresses.size());
        for (Family family : new Family[] {Family.IPV4, Family.IPV6}) {
            for (String address : addresses) {
                if (Family.of(address) == family) {
                    ordered.add(address);
                }
            }
        }
        return ordered;
    }
}
