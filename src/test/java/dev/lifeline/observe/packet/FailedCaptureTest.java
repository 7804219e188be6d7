package dev.lifeline.observe.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.linux.packet.CaptureRoom;
import dev.lifeline.linux.packet.RingSize;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.observe.Subject;
import dev.lifeline.observe.UnavailableException;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.Recorder;
import dev.lifeline.record.TraceClock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A socket that is there, and a ring that the kernel refuses: whoever was to see packets is told that there are none.
@Timeout(60)
class FailedCaptureTest {

    /// No whole pages.
    private static final CaptureRoom REFUSED = CaptureRoom.of(new RingSize(1000, 2, 1));
    private static final long PATIENCE_MILLIS = 10_000;

    private final Recorder recorder = new Recorder(TraceClock.start());
    private final Subject subject = new Subject(recorder, Mode.LOOPBACK, 0, 1);

    @BeforeEach
    void needsThePermission() {
        LiveCapture.needsThePermission();
    }

    @Test
    void aRingThatFailsBeforeTheRunMakesTheSourceUnavailable() throws Exception {
        CaptureLoop loop = CaptureLoop.start(REFUSED, true);
        assertTrue(loop.state().awaitOver(PATIENCE_MILLIS));
        assertFalse(loop.state().give(subject), "it is not to be had any more");

        PacketSource source = new PacketSource(REFUSED);
        source.prepare();
        for (Thread each : Thread.getAllStackTraces().keySet()) {
            if (each.getName().equals("lifeline-packets")) {
                each.join(PATIENCE_MILLIS);
            }
        }
        UnavailableException refused = assertThrows(UnavailableException.class, () -> source.start(subject));
        assertTrue(refused.why().reason().contains("EINVAL"), refused.why().reason());
        assertEquals(List.of(), recorder.from(0), "nobody was promised packets");
    }

    @Test
    void aRingThatFailsDuringTheRunIsALossThatIsSaidOnce() throws Exception {
        CaptureLoop loop = new CaptureLoop(REFUSED, null);
        assertTrue(loop.state().give(subject));
        PacketObserver observer = new PacketObserver(subject, loop);
        loop.run();
        assertTrue(loop.state().awaitCapturing(9, PATIENCE_MILLIS), "nobody waits for a capture that never will be");
        observer.close();

        assertSaidOnce();
    }

    @Test
    void whicheverComesFirstItIsNeverSilent() throws Exception {
        try {
            new PacketSource(REFUSED).start(subject).close();
            assertSaidOnce();
        } catch (UnavailableException e) {
            assertTrue(e.why().reason().contains("EINVAL"), e.why().reason());
            assertEquals(List.of(), recorder.from(0));
        }
    }

    @Test
    void aCaptureThatIsLateIsWaitedForOnce() {
        CaptureLoop never = new CaptureLoop(CaptureRoom.ORDINARY, null);
        assertTrue(never.state().give(subject));
        PacketObserver observer = new PacketObserver(subject, never);
        LaneRecorder client = new LaneRecorder(recorder, Lane.CLIENT, 1, 1);
        recorder.listener(observer::saw);
        client.started(Stage.CONNECT, null, new Endpoint("127.0.0.1", 7));
        long waited = System.nanoTime();
        for (int port = 7; port < 17; port++) {
            client.started(Stage.CONNECT, null, new Endpoint("127.0.0.1", port));
        }
        long took = System.nanoTime() - waited;

        assertTrue(took < 1_500_000_000, "ten more looks, no more waits, each of which is a second: " + took + " ns");
        List<KernelEvent.EvidenceLost> lost = LiveCapture.lost(recorder.from(0));
        assertEquals(1, lost.size(), lost.toString());
    }

    private void assertSaidOnce() {
        List<KernelEvent.EvidenceLost> lost = LiveCapture.lost(recorder.from(0));
        assertEquals(1, lost.size(), lost.toString());
        assertEquals("packet", lost.getFirst().source());
        assertTrue(lost.getFirst().reason().contains("EINVAL"), lost.toString());
    }
}
