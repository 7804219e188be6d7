package dev.lifeline.play;

import dev.lifeline.linux.KernelParameter;
import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.SystemCalls;
import dev.lifeline.model.TraceHeader.SourceStatus;
import dev.lifeline.observe.Availability;
import dev.lifeline.observe.EvidenceSource;
import dev.lifeline.observe.Tracing;
import dev.lifeline.observe.portable.Enabling;
import dev.lifeline.observe.portable.LoopbackRemedy;
import dev.lifeline.observe.portable.SpentDescriptors;
import dev.lifeline.play.actor.OpenSocket;
import dev.lifeline.play.dns.PrivateNames;
import dev.lifeline.run.EvidenceChoice;
import dev.lifeline.run.Observation;
import dev.lifeline.run.Sources;
import dev.lifeline.scenario.Need;
import dev.lifeline.scenario.Scenario;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Trial of what scenarios need: each is tried, none is concluded from a version or a name. Tried once, also for several scenarios.
///
/// Not for several threads at once.
public final class NeedsTrial {

    private static final Path UNPRIVILEGED = Path.of("/proc/sys/net/ipv4/ip_unprivileged_port_start");
    private static final Path SYN_COOKIES = Path.of("/proc/sys/net/ipv4/tcp_syncookies");
    private static final int PRIVILEGED_BELOW = 1024;

    private final Map<Need, Optional<MissingNeed>> tried = new EnumMap<>(Need.class);
    private final Function<Need, MissingNeed> trial;

    public NeedsTrial() {
        this(NeedsTrial::trial);
    }

    /// @param trial says why this is missing, or gives `null` where it is there
    public NeedsTrial(Function<Need, MissingNeed> trial) {
        this.trial = trial;
    }

    /// Lists all that is missing of what is needed, sources of evidence included. Opens and closes sockets; takes some ten
    /// milliseconds.
    public List<MissingNeed> missing(PlayNeeds needs) {
        List<MissingNeed> lacks = ofMachine(needs);
        for (Need need : needs.words()) {
            add(lacks, EvidenceChoice.NAMES.contains(need.label()) ? once(need) : null);
        }
        return lacks;
    }

    /// Lists what the machine lacks, without sources of evidence.
    List<MissingNeed> ofMachine(PlayNeeds needs) {
        List<MissingNeed> lacks = new ArrayList<>();
        for (Need need : needs.words()) {
            boolean wanted = switch (need) {
                case LINUX, IPV6, RESOLVER, NAMESPACE, ROOT -> true;
                // A namespace has settings of its own.
                case PRIVILEGED_PORTS, SYN_COOKIES -> !needs.words().contains(Need.NAMESPACE);
                // Sources of evidence are tried when they are started.
                case SOCKDIAG, PACKET, GETADDRINFO, ROUTE, DESCRIPTORS -> false;
            };
            add(lacks, wanted ? once(need) : null);
        }
        // Without native calls no option can be set at all: that is said already.
        add(lacks, lacks.isEmpty() && needs.dropsSegments() ? filter() : null);
        add(lacks, lacks.isEmpty() && needs.choosesPorts() ? portRange() : null);
        add(lacks, lacks.isEmpty() ? CountersTrial.lack(needs.counters()) : null);
        return lacks;
    }

    private static void add(List<MissingNeed> lacks, MissingNeed lack) {
        if (lack != null) {
            lacks.add(lack);
        }
    }

    private MissingNeed once(Need need) {
        Optional<MissingNeed> known = tried.get(need);
        if (known == null) {
            known = Optional.ofNullable(trial.apply(need));
            tried.put(need, known);
        }
        return known.orElse(null);
    }

    private static MissingNeed trial(Need need) {
        return switch (need) {
            case LINUX -> linux();
            case IPV6 -> ipv6();
            case RESOLVER -> of(need, PrivateNames.probe());
            case PRIVILEGED_PORTS -> privilegedPorts();
            case SYN_COOKIES -> synCookies();
            case NAMESPACE -> Network.lack();
            case ROOT -> root();
            case SOCKDIAG, PACKET, GETADDRINFO, ROUTE, DESCRIPTORS -> of(need, explained(need.label()));
        };
    }

    private static MissingNeed of(Need need, Availability answer) {
        return answer instanceof Availability.Unavailable not ? new MissingNeed(need.label(), not.reason(), not.enable()) : null;
    }

    /// Lists what an observation that was tried does not give.
    static List<MissingNeed> ofEvidence(Scenario scenario, Observation observation) {
        List<MissingNeed> lacks = new ArrayList<>();
        for (SourceStatus status : observation.statuses()) {
            if (!status.available() && Need.labels(scenario.needs()).contains(status.name())) {
                boolean left = !observation.isAskedFor(status.name());
                lacks.add(new MissingNeed(status.name(), status.reason(), left ? "--evidence auto"
                        : SpentDescriptors.ranOut(status.reason()) ? SpentDescriptors.MORE : remedy(status.name())));
            }
        }
        return lacks;
    }

    private static String remedy(String source) {
        return explained(source) instanceof Availability.Unavailable not ? not.enable() : null;
    }

    private static Availability explained(String name) {
        EvidenceSource source = Sources.named(name);
        return source.probe() instanceof Availability.Unavailable not ? source.explained(not, Tracing.PLAY) : null;
    }

    private static MissingNeed linux() {
        try (Arena arena = Arena.ofConfined()) {
            SystemCalls.in(arena);
            return null;
        } catch (NativeException e) {
            boolean access = e.getCause() instanceof IllegalCallerException;
            return new MissingNeed("linux", e.getMessage(), access ? "start Java with --enable-native-access=ALL-UNNAMED" : null);
        }
    }

    /// Most kernels let everybody filter an own socket; some hardened ones do not.
    private static MissingNeed filter() {
        try (SocketChannel channel = SocketChannel.open(); OpenSocket socket = OpenSocket.of(channel)) {
            socket.dropIncoming(true);
            return null;
        } catch (IOException e) {
            return new MissingNeed("linux", "this kernel does not let this user filter a socket: " + e.getMessage(), asRoot()).unless(e);
        }
    }

    /// `IP_LOCAL_PORT_RANGE` of ip(7) is in Linux since 6.3.
    private static MissingNeed portRange() {
        try (SocketChannel channel = SocketChannel.open(); OpenSocket socket = OpenSocket.of(channel)) {
            socket.localPorts(new PortRanges().of("2"));
            return null;
        } catch (IOException e) {
            return new MissingNeed("linux", "this kernel does not let a socket choose its range of ports "
                    + "(IP_LOCAL_PORT_RANGE, Linux 6.3): " + e.getMessage(), null).unless(e);
        }
    }

    private static MissingNeed ipv6() {
        try {
            new ServerSocket(0, 1, InetAddress.ofLiteral("::1")).close();
            return null;
        } catch (IOException e) {
            return new MissingNeed("ipv6", "::1 is not there: " + e.getMessage(), LoopbackRemedy.of(true)).unless(e);
        }
    }

    private static String asRoot() {
        Enabling here = Enabling.here();
        return here.asRoot(here.trace(Tracing.PLAY.command()));
    }

    private static MissingNeed root() {
        try {
            return Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid")) ? null
                    : new MissingNeed("root", "this is an ordinary user", asRoot());
        } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
            return new MissingNeed("root", "this system does not say who runs the program", null);
        }
    }

    private static MissingNeed privilegedPorts() {
        try {
            int first = Integer.parseInt(KernelParameter.read(UNPRIVILEGED));
            return first >= PRIVILEGED_BELOW ? null
                    : new MissingNeed("privileged-ports", "ports from " + first + " on are everybody's here",
                    Enabling.here().sysctl("net.ipv4.ip_unprivileged_port_start", "1024"));
        } catch (IOException | NumberFormatException e) {
            return new MissingNeed("privileged-ports", "this system does not say which ports are privileged", null);
        }
    }

    private static MissingNeed synCookies() {
        try {
            return Integer.parseInt(KernelParameter.read(SYN_COOKIES)) != 0 ? null : new MissingNeed("syn-cookies", "SYN cookies are switched off here",
                    Enabling.here().sysctl("net.ipv4.tcp_syncookies", "1"));
        } catch (IOException | NumberFormatException e) {
            return new MissingNeed("syn-cookies", "this kernel does not have SYN cookies", null);
        }
    }
}
