package dev.lifeline.observe.sockdiag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.linux.diag.DestroyWatch;
import dev.lifeline.linux.diag.DiagRequest;
import dev.lifeline.linux.diag.Loopback;
import dev.lifeline.linux.diag.SocketDiag;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.KernelEvent.EvidenceLost;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.observe.KernelLane;
import dev.lifeline.record.Recorder;
import dev.lifeline.record.TraceClock;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class LossTest {

    private static final long SECOND = 1_000_000_000;

    private final Recorder recorder = new Recorder(TraceClock.start());
    private final KernelLane lane = new KernelLane(recorder);
    private final Loss loss = new Loss(lane);

    @Test
    void isSaidOnce() {
        loss.some("first");
        loss.some("second");

        assertEquals(List.of("first"), reasons());
        assertFalse(loss.isStopped());
    }

    @Test
    void theEndIsSaidThoughSomethingWasLostBefore() {
        loss.some("a little");
        loss.all("the kernel says no");
        loss.all("again");
        loss.some("and more");

        assertEquals(2, reasons().size());
        assertTrue(reasons().getLast().startsWith("the kernel says no; "));
        assertTrue(loss.isStopped());
    }

    @Test
    void afterTheRunNothingIsLost() {
        loss.end();
        loss.all("closed");

        assertEquals(List.of(), reasons());
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "sock_diag is the Linux kernel's")
    void aKernelThatDoesNotAnswerEndsTheLooking() throws Exception {
        SocketDiag closed = SocketDiag.open(1_000_000);
        closed.close();
        SocketTable table = new SocketTable(closed, lane, Mode.LOOPBACK, loss);
        try (Loopback loopback = new Loopback("127.0.0.1", 5)) {
            InetSocketAddress local = Loopback.local(loopback.connect());
            table.connected(1, 1, EndpointConversion.tuple(local, loopback.address()), Look.after(1, true));
            table.turn();
            table.connected(2, 1, EndpointConversion.tuple(local, loopback.address()), Look.after(2, true));
        }

        assertEquals(1, recorder.from(0).size());
        assertEquals(1, reasons().size());
        assertTrue(loss.isStopped());
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "sock_diag is the Linux kernel's")
    void aStartThatBreaksKeepsNoSocket() throws Exception {
        SocketDiag diag = SocketDiag.open(SECOND);
        DestroyWatch destroys = DestroyWatch.open();

        assertThrows(NullPointerException.class, () -> SockDiagObserver.start(null, diag, destroys));

        assertEquals("errno 9", destroys.poll().lack(), "closed");
        assertEquals("errno 9", diag.dump(DiagRequest.dump(false, -1, 0, 1), 1).lack(), "closed");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "sock_diag is the Linux kernel's")
    void lastWordsThatFindNoRoomAreSaidToBeLost() throws Exception {
        try (Loopback loopback = new Loopback("127.0.0.1", 50);
                Traced traced = new Traced(Mode.LOOPBACK, 1, loopback,
                        subject -> SockDiagObserver.start(subject, SocketDiag.open(SECOND), DestroyWatch.open(1)))) {
            SocketChannel client = traced.connect(1);
            traced.accept(1);
            for (int i = 0; i < 500; i++) {
                loopback.connect().close();
                loopback.accept().close();
            }
            traced.await("the loss is said", event -> event.body() instanceof EvidenceLost);
            int before = traced.seen(Lane.CLIENT).size();
            client.write(ByteBuffer.wrap(new byte[1]));
            traced.client(1).mark(new StreamEvent.OutputShut());
            traced.end();

            assertEquals(1, traced.all(EvidenceLost.class).size());
            assertTrue(traced.seen(Lane.CLIENT).size() > before, "it goes on");
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "sock_diag is the Linux kernel's")
    void bulkDataIsNotLookedAtWithoutEnd() throws Exception {
        try (Loopback loopback = new Loopback("127.0.0.1", 5); Traced traced = new Traced(Mode.LOOPBACK, 1, loopback)) {
            SocketChannel client = traced.connect(1);
            SocketChannel accepted = traced.accept(1);
            ByteBuffer bytes = ByteBuffer.allocate(1000);
            for (int i = 0; i < 1000; i++) {
                client.write(bytes.clear());
                traced.client(1).mark(new StreamEvent.ChunkWritten(1000, 1000));
            }
            accepted.read(bytes.clear());

            long looks = traced.seen(Lane.CLIENT).stream().filter(seen -> seen.occasion() == Occasion.EVENT).count();
            assertTrue(looks > 2 && looks < 100, () -> looks + " looks");
        }
    }

    private List<String> reasons() {
        return recorder.from(0).stream().map(TraceEvent::body).map(EvidenceLost.class::cast).map(EvidenceLost::reason).toList();
    }
}
