package dev.lifeline.observe.sockdiag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.linux.diag.Loopback;
import dev.lifeline.linux.diag.SocketDiag;
import dev.lifeline.model.KernelEvent.EvidenceLost;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.record.Recorder;
import dev.lifeline.record.TraceClock;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class LossTest {

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
            table.connected(1, 1, Ends.tuple(local, loopback.address()), Look.after(1, true));
            table.turn();
            table.connected(2, 1, Ends.tuple(local, loopback.address()), Look.after(2, true));
        }

        assertEquals(1, recorder.from(0).size());
        assertEquals(1, reasons().size());
        assertTrue(loss.isStopped());
    }

    private List<String> reasons() {
        return recorder.from(0).stream().map(TraceEvent::body).map(EvidenceLost.class::cast).map(EvidenceLost::reason).toList();
    }
}
