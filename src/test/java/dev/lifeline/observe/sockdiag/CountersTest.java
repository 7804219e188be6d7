package dev.lifeline.observe.sockdiag;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.diag.Loopback;
import dev.lifeline.linux.route.NetworkChanges;
import dev.lifeline.linux.thread.NetworkNamespace;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.KernelEvent.CounterRose;
import dev.lifeline.observe.Observer;
import dev.lifeline.observe.Subject;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Future.State;
import java.util.concurrent.FutureTask;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class CountersTest {

    private static final List<String> NAMES = List.of(new Counters(Set.of()).names());

    @Test
    void namesStandAboveTheirValues() {
        long[] values = new long[NAMES.size()];

        new Counters(Set.of()).parse("""
                TcpExt: SyncookiesSent ListenOverflows ListenDrops TCPTimeouts
                TcpExt: 3 41 42 7
                IpExt: InNoRoutes ListenDropsToo
                IpExt: 9 9
                """, values);

        assertEquals(41, values[NAMES.indexOf("ListenOverflows")]);
        assertEquals(42, values[NAMES.indexOf("ListenDrops")]);
        assertEquals(7, values[NAMES.indexOf("TCPTimeouts")]);
        assertEquals(0, values[NAMES.indexOf("RetransSegs")]);
        assertEquals(90, Arrays.stream(values).sum(), "and nothing else");
    }

    @Test
    void whatIsNoNumberChangesNothing() {
        long[] values = new long[NAMES.size()];
        for (String content : List.of("", "\n", "TcpExt: ListenDrops", "TcpExt: ListenDrops\nTcpExt:",
                "TcpExt: ListenDrops\nTcpExt: x\n",
                "TcpExt: ListenDrops\nTcpExt: 99999999999999999999\n", "\n\n\n", "a b c\n\nListenDrops")) {
            new Counters(Set.of()).parse(content, values);
        }

        assertArrayEquals(new long[NAMES.size()], values);
    }

    /// What rises in each healthy life stands in no trace that did not ask for it.
    @Test
    void whatIsNotAskedForIsNotTold() {
        assertFalse(NAMES.contains("ActiveOpens") || NAMES.contains("TCPAbortOnClose"), NAMES::toString);
        assertEquals(NAMES.size() + 1, new Counters(Set.of("ActiveOpens", "NoSuchCounter")).names().length);
        assertTrue(List.of(new Counters(Set.of("ActiveOpens")).names()).contains("ActiveOpens"));
    }

    @Test
    void beforeTheBeginningNothingHasRisen() {
        assertEquals(List.of(), new Counters(Set.of()).risen());
    }

    /// A person who walks through a play asks from outside of the play's namespace.
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "the counters are the Linux kernel's")
    void theyAreOfTheNamespaceInWhichTheyBeganWhoeverAsks() throws Exception {
        Counters counters = new Counters(Set.of("AttemptFails"));
        BlockingQueue<Callable<Void>> tasks = new SynchronousQueue<>();
        FutureTask<Void> inside = new FutureTask<>(() -> {
            NetworkNamespace.enterNew();
            NetworkChanges.loopbackUp();
            counters.begin();
            return tasks.take().call();
        });
        Thread thread = Thread.ofPlatform().daemon().start(inside);
        try (counters) {
            refuse();
            refuse();
            while (!tasks.offer(CountersTest::refuse, 10, TimeUnit.MILLISECONDS)) {
                if (inside.isDone()) {
                    Assumptions.assumeFalse(inside.state() == State.FAILED && inside.exceptionNow() instanceof NativeException,
                            "a network namespace of its own needs CAP_SYS_ADMIN");
                    inside.get();
                }
            }
            inside.get(10, TimeUnit.SECONDS);
            assertEquals(List.of(new CounterRose("AttemptFails", 1)), counters.risen());
        } finally {
            thread.interrupt();
        }
        assertEquals(List.of(), counters.risen(), "closed");
    }

    /// Connects to a port at which nobody listens: one attempt fails.
    private static Void refuse() throws IOException {
        try (Socket socket = new Socket()) {
            assertThrows(ConnectException.class, () -> socket.connect(new InetSocketAddress("127.0.0.1", 1), 1_000));
        }
        return null;
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "the counters are the Linux kernel's")
    void whatRoseBeforeTheBeginningIsNotTold() throws IOException {
        long[] sinceBoot = sinceBoot();
        Counters counters = new Counters(Set.of());
        counters.begin();

        assertEquals(List.of(), wholes(counters.risen(), sinceBoot));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "sock_diag is the Linux kernel's")
    void aLookRightAfterTheStartTellsNothingOfTheTimeBefore() throws Exception {
        for (int i = 0; i < 20; i++) {
            long[] sinceBoot = sinceBoot();
            try (Loopback loopback = new Loopback("127.0.0.1", 5);
                    Traced traced = new Traced(Mode.LOOPBACK, 1, loopback, CountersTest::startAndLook)) {
                assertEquals(List.of(), wholes(traced.all(CounterRose.class), sinceBoot));
            }
        }
    }

    private static Observer startAndLook(Subject subject) throws IOException {
        Observer observer = SockDiagObserver.start(subject);
        observer.look(-1);
        return observer;
    }

    private static long[] sinceBoot() throws IOException {
        long[] values = new long[NAMES.size()];
        new Counters(Set.of()).parse(Files.readString(Path.of("/proc/thread-self/net/netstat")), values);
        new Counters(Set.of()).parse(Files.readString(Path.of("/proc/thread-self/net/snmp")), values);
        return values;
    }

    /// Those that were told to have risen by all that they have; other programs may raise them, too, but not so far so soon.
    private static List<CounterRose> wholes(List<CounterRose> risen, long[] sinceBoot) {
        return risen.stream().filter(rose -> sinceBoot[NAMES.indexOf(rose.name())] > 20
                && rose.by() >= sinceBoot[NAMES.indexOf(rose.name())]).toList();
    }
}
