package dev.lifeline.observe.sockdiag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lifeline.linux.ChildJvm;
import dev.lifeline.linux.diag.Loopback;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.KernelEvent.EvidenceLost;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.observe.KernelLane;
import dev.lifeline.record.Recorder;
import dev.lifeline.record.TraceClock;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// What cannot be looked for does not end the looking.
@EnabledOnOs(value = OS.LINUX, disabledReason = "sock_diag is the Linux kernel's")
class NotFoundTest {

    /// No interface has this name, as when it was taken away in the middle of a run.
    private static final Endpoint GONE = new Endpoint("fe80::1%gone0", 7000);
    private static final FourTuple NOWHERE = new FourTuple(new Endpoint("fe80::2%gone0", 40_000), GONE);
    private static final long SECOND = 1_000_000_000;

    private final Recorder recorder = new Recorder(TraceClock.start());
    private final KernelLane lane = new KernelLane(recorder);
    private final Loss loss = new Loss(lane);

    @Test
    void aConnectionThroughAnInterfaceThatIsGoneIsNotLookedAt() throws Exception {
        try (Loopback loopback = new Loopback("127.0.0.1", 5)) {
            SocketTable table = new SocketTable(loopback.diag(), lane, Mode.CLIENT, loss);
            table.connected(1, 1, NOWHERE, Look.after(1, true));
            table.listening(GONE, Look.after(2, true));
            table.connected(2, 1, EndpointConversion.tuple(Loopback.local(loopback.connect()), loopback.address()), Look.after(3, true));
            table.turn();

            assertEquals(List.of(Loss.ZONE), losses());
            assertTrue(recorder.from(0).stream().anyMatch(event -> event.connection() == 2 && event.body() instanceof SocketSeen));
            assertFalse(loss.isStopped());
        }
    }

    @Test
    void aConnectThroughAnInterfaceThatIsGoneIsNotFound() {
        try (PendingConnects pending = new PendingConnects(loss)) {
            pending.began(1, 1, null, GONE, 0);

            assertEquals(List.of(), pending.look(SECOND));
        }
    }

    @Test
    void theOnlySocketOfAnAnswerThatIsNotCompleteIsNotTaken() throws Exception {
        try (Loopback loopback = new Loopback("127.0.0.1", 1)) {
            loopback.connect();
            loopback.connect();
            loopback.connecting();
            assertEquals(1, waiting(loopback), "it is the only one");
            loopback.connecting();
            assertEquals(0, waiting(loopback), "it may be that of the other connect");
            assertEquals(List.of("a connect took long and its socket could not be told from others: "
                    + "there was more than can be taken"), losses());
        }
    }

    private int waiting(Loopback loopback) throws IOException {
        try (PendingConnects pending = new PendingConnects(loss, 1)) {
            pending.began(1, 1, null, Endpoint.of(loopback.address()), 0);
            return pending.look(SECOND).size();
        }
    }

    @Test
    void thereIsNoQuestionForAZoneThatIsNotThere() {
        assertNull(EndpointConversion.question(NOWHERE));
        assertNull(EndpointConversion.listener(GONE));
        assertFalse(EndpointConversion.onThisMachine(NOWHERE));
    }

    @Test
    void aConnectThatWaitsIsFoundWhenADescriptorIsFreeAgain() throws Exception {
        List<String> said = ChildJvm.run(List.of("sh", "-c", "ulimit -n 200 && exec \"$@\"", "sh"), List.of(ChildJvm.NATIVE_ACCESS),
                WithoutDescriptors.class);

        assertEquals(List.of("a connect took long and its socket could not be looked for: socket: EMFILE",
                "the other is looked at: true", "found when there were some again", "losses: 1"), said);
    }

    @Test
    void aConnectThatWaitsIsNotFoundWhereProcIsHidden() throws Exception {
        assumeTrue(ChildJvm.isRoot(), "only root can hide /proc in a mount namespace");
        // Without /proc the JVM's own libraries are not found beside it.
        List<String> said = ChildJvm.run(List.of("unshare", "-m", "sh", "-c", "mount -t tmpfs none /proc && LD_LIBRARY_PATH="
                + Path.of(System.getProperty("java.home"), "lib") + " exec \"$@\"", "sh"), List.of(ChildJvm.NATIVE_ACCESS),
                WithoutDescriptors.class, "hidden");

        assertEquals(List.of("a connect took long and its socket could not be looked for: /proc/self/fd"), said);
    }

    private List<String> losses() {
        return recorder.from(0).stream().map(TraceEvent::body).filter(EvidenceLost.class::isInstance)
                .map(body -> ((EvidenceLost) body).reason()).toList();
    }
}
