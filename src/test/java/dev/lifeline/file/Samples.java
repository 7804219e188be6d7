package dev.lifeline.file;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.Failure;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.KernelRoute;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.RouteType;
import dev.lifeline.model.ScenarioSource;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Target;
import dev.lifeline.model.TcpField;
import dev.lifeline.model.TcpInfo;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.CapturedPacket;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.LookupSource;
import dev.lifeline.model.event.LossKind;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.socket.SynFacts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Values of every kind of the model, built from its sealed hierarchies: a kind that is added is in the tests at once.
final class Samples {

    static final Endpoint CLIENT = new Endpoint("fe80::1%eth0", 52814);
    static final Endpoint SERVER = new Endpoint("127.0.0.1", 7007);

    /// The components of the model that may be `null`; all others refuse it or are primitive.
    private static final Set<String> NULLABLE = Set.of("Started.local", "Started.remote", "Failure.local", "Failure.remote",
            "Failure.message", "Failure.eai", "RouteChosen.device", "Closed.first", "Verdict.stage", "Verdict.lane", "Verdict.code",
            "Verdict.operation", "Verdict.local", "Verdict.remote", "Verdict.next", "Answers.canonical",
            "SocketSnapshot.congestion", "SocketSnapshot.memory", "SocketSnapshot.info", "KernelRoute.device",
            "KernelRoute.gateway", "KernelRoute.source", "CapturedPacket.device", "WaitFailed.seen", "RecordSeen.message", "HelloSeen.serverName", "CertificateShown.key",
            "Verified.problem", "Verified.detail", "Secured.alpn", "Secured.serverName", "RequestNamed.id");

    /// Texts that hold bytes in hexadecimal.
    private static final Set<String> HEXADECIMAL = Set.of("raw", "data");

    private static final int ALL_FLAGS = 0x1FF;

    private Samples() {
    }

    /// One body of each kind with everything filled in, one of each with nothing that may be left out, one of each outcome.
    static List<EventBody> bodies() {
        List<EventBody> bodies = new ArrayList<>();
        for (boolean full : new boolean[] {true, false}) {
            for (Class<?> kind : kinds(EventBody.class)) {
                bodies.add((EventBody) build(kind, full));
            }
            for (Class<?> kind : kinds(Outcome.class)) {
                bodies.add(new StageEvent.Finished(Stage.DATA, 7, (Outcome) build(kind, full)));
            }
        }
        return bodies;
    }

    /// A stage failure with each code and each operation, a stage start with each stage.
    static List<EventBody> words() {
        List<EventBody> bodies = new ArrayList<>();
        for (ErrorCode code : ErrorCode.values()) {
            bodies.add(new StageEvent.Failed(Stage.CONNECT, 1,
                    new Failure(code, Operation.CONNECT, null, SERVER, null)));
        }
        for (Operation operation : Operation.values()) {
            bodies.add(new StageEvent.Failed(Stage.CONNECT, 1,
                    new Failure(ErrorCode.UNKNOWN, operation, null, SERVER, "EAI_NONAME", "Verbindung abgelehnt: \u00e4\u0000")));
        }
        for (Stage stage : Stage.values()) {
            bodies.add(new StageEvent.Started(stage, CLIENT, SERVER));
        }
        return bodies;
    }

    /// Each word, flag and value that stands for nothing, of what kernel and packets say.
    static List<EventBody> evidenceWords() {
        List<EventBody> bodies = new ArrayList<>();
        bodies.add(absent());
        FourTuple tuple = new FourTuple(CLIENT, SERVER);
        for (SocketState state : SocketState.values()) {
            bodies.add(new KernelEvent.SocketGone(Lane.CLIENT, tuple, state, state.ordinal() - 1));
        }
        for (SocketTimer timer : SocketTimer.values()) {
            bodies.add(new KernelEvent.SocketSeen(Lane.SERVER, tuple, new SocketSnapshot(SocketState.SYN_RECV, -1, 0, 0, 0, timer,
                    0, 0, null, null, null), Occasion.CHANGE, -1));
        }
        for (Occasion occasion : Occasion.values()) {
            bodies.add(new KernelEvent.ListenerSeen(SERVER, 1, 128, occasion, -1));
        }
        for (RouteType type : RouteType.values()) {
            bodies.add(new KernelEvent.RouteAnswered(SERVER, new KernelRoute(type, null, null, null, 0, 254)));
            bodies.add(new KernelEvent.RouteAnswered(SERVER, new KernelRoute(type, null, null, null, 0, 254), "127.0.0.1"));
        }
        bodies.add(new KernelEvent.SynSaved(tuple, new SynFacts(64, 65_535, 0, -1, false, true)));
        bodies.add(new KernelEvent.EvidenceLost("packet", -1, LossKind.MISSED, "the ring was full"));
        bodies.add(new KernelEvent.ClockStepped(Long.MIN_VALUE));
        for (int flags = 0; flags <= ALL_FLAGS; flags++) {
            bodies.add(new PacketEvent.SegmentSeen(Lane.CLIENT, tuple, flags, -1, -1, 0, 0, false,
                    new CapturedPacket("45", 40, "lo", true, -1, 0)));
        }
        for (LookupSource source : LookupSource.values()) {
            bodies.add(new StageEvent.Finished(Stage.LOOKUP, 1, new Outcome.Answers(source, List.of(), List.of())));
        }
        return bodies;
    }

    /// A look at a socket of which the kernel gave one byte that nobody understands.
    static EventBody absent() {
        return new KernelEvent.SocketSeen(Lane.CLIENT, new FourTuple(CLIENT, SERVER), new SocketSnapshot(SocketState.ESTABLISHED,
                Long.MIN_VALUE, 1, 0, 0, SocketTimer.NONE, 0, 0, null, null, new TcpInfo.Builder().build("0a")), Occasion.DESTROYED, -1);
    }

    /// Events with these bodies, going round lanes and grades of evidence.
    static List<TraceEvent> events(List<EventBody> bodies) {
        List<TraceEvent> events = new ArrayList<>();
        for (int i = 0; i < bodies.size(); i++) {
            events.add(new TraceEvent(i, 1_000L * i, Lane.values()[i % Lane.values().length],
                    Evidence.values()[i % Evidence.values().length], i % 3, i % 2, bodies.get(i)));
        }
        return events;
    }

    static TraceHeader header() {
        Map<String, String> host = new LinkedHashMap<>();
        host.put("os", "Linux 6.18");
        host.put("jdk", "25.0.1");
        return new TraceHeader("0.1.0", new Target("localhost", 7007), new ScenarioSource("half-close", "bytes", "FIN one way, \u001b[2J\n data the other.",
                "claim: \u00e4\n"), TraceHeader.Mode.LOOPBACK,
                Instant.parse("2026-11-20T19:54:00.123456789Z"), "System.nanoTime", host,
                List.of(new TraceHeader.SourceStatus("sock_diag", false, "needs CAP_NET_ADMIN")),
                List.of(new TraceHeader.PlannedStage(Lane.CLIENT, Stage.CONNECT),
                        new TraceHeader.PlannedStage(Lane.SERVER, Stage.FIRST_BYTE)), 1);
    }

    static Verdict verdict() {
        return (Verdict) build(Verdict.class, true);
    }

    static Verdict shortVerdict() {
        return (Verdict) build(Verdict.class, false);
    }

    /// A whole recording of these events.
    static byte[] recording(List<TraceEvent> events) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TraceWriter writer = new TraceWriter(out)) {
            writer.header(header());
            for (TraceEvent event : events) {
                writer.event(event);
            }
            writer.verdict(verdict());
            writer.end(1_420_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// The records below a sealed type.
    static List<Class<?>> kinds(Class<?> sealed) {
        List<Class<?>> kinds = new ArrayList<>();
        for (Class<?> permitted : sealed.getPermittedSubclasses()) {
            if (permitted.isSealed()) {
                kinds.addAll(kinds(permitted));
            } else {
                kinds.add(permitted);
            }
        }
        return kinds;
    }

    private static Object build(Class<?> kind, boolean full) {
        try {
            RecordComponent[] components = kind.getRecordComponents();
            Class<?>[] types = new Class<?>[components.length];
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                types[i] = components[i].getType();
                boolean nullable = NULLABLE.contains(kind.getSimpleName() + "." + components[i].getName());
                values[i] = !full && nullable ? null : value(components[i].getGenericType(), components[i].getName(), i, full);
            }
            return kind.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("cannot build a sample of " + kind, e);
        }
    }

    private static Object value(Type type, String name, int place, boolean full) {
        if (type == String.class && HEXADECIMAL.contains(name)) {
            return full ? "00ff7F" + "a5".repeat(place + 4) : "";
        }
        if (type == String.class) {
            return full ? name + " \"\\ \t\u001b[31m \u007f \u0085 \u00e4 \u202e \ud83d\ude00 " + place : "";
        }
        if (type == long.class) {
            return full ? Long.MAX_VALUE - place : 0L;
        }
        if (type == int.class && name.equals("flags")) {
            return full ? ALL_FLAGS : 0;
        }
        if (type == int.class) {
            return full ? Integer.MAX_VALUE - place : 0;
        }
        if (type == boolean.class) {
            return full;
        }
        if (type == Endpoint.class) {
            return place % 2 == 0 ? CLIENT : SERVER;
        }
        if (type instanceof ParameterizedType list) {
            Type element = list.getActualTypeArguments()[0];
            return full ? List.of(value(element, name, 0, true), value(element, name, 1, true)) : List.of();
        }
        if (type == TcpInfo.class) {
            TcpInfo.Builder builder = new TcpInfo.Builder();
            for (TcpField field : TcpField.values()) {
                builder.with(field, full ? Long.MAX_VALUE - field.ordinal() : 0);
            }
            return builder.build((String) value(String.class, "raw", place, full));
        }
        Class<?> other = (Class<?>) type;
        if (other.isEnum()) {
            return other.getEnumConstants()[full ? other.getEnumConstants().length - 1 : 0];
        }
        return build(other.isSealed() ? kinds(other).getFirst() : other, full);
    }
}
