package dev.lifeline.observe.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.linux.packet.CaptureRoom;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.record.TraceClock;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A capture during which the wall clock is set.
@Timeout(60)
class ClockStepTest {

    private static final long PATIENCE_NANOS = 10_000_000_000L;
    private static final long BY = -500_000_000;

    /// The clocks of this machine, of which one can be set.
    private static final class Settable implements Clocks {
        private final Clocks real = new Clocks.Real(TraceClock.start());
        private volatile long by;

        @Override
        public long trace() {
            return real.trace();
        }

        @Override
        public long wall() {
            return real.wall() + by;
        }
    }

    @Test
    void isSaidAtOnceAlsoInSilenceAndTheCaptureGoesOn() throws Exception {
        LiveCapture.needsThePermission();
        Settable clocks = new Settable();
        CaptureLoop loop = new CaptureLoop(CaptureRoom.ORDINARY, clocks);
        Thread.ofPlatform().daemon().start(loop);
        try (LiveCapture run = new LiveCapture(loop); ServerSocketChannel server = run.listen("127.0.0.1")) {
            InetSocketAddress to = (InetSocketAddress) server.getLocalAddress();
            LiveCapture.converse(run.connect(1, to, 1000), run.accept(1, server));
            await(run, events -> ended(LiveCapture.segments(events)));
            clocks.by = BY;
            await(run, events -> !steps(events).isEmpty());
            LiveCapture.converse(run.connect(2, to, 1000), run.accept(2, server));
            List<TraceEvent> events = run.end();

            assertEquals(1, steps(events).size(), steps(events).toString());
            assertTrue(Math.abs(steps(events).getFirst().by() - BY) < 1_000_000, steps(events).toString());
            assertEquals(2, events.stream().filter(each -> each.body() instanceof PacketEvent.SegmentSeen seen
                    && TcpFlags.name(seen.flags()).equals("SYN-ACK")).count());
            assertEquals(List.of(), LiveCapture.lost(events));
        }
    }

    private static void await(LiveCapture run, Predicate<List<TraceEvent>> condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        long next = 0;
        while (!condition.test(run.recorder.from(0)) && System.nanoTime() < deadline) {
            run.recorder.await(next, PATIENCE_NANOS);
            next = run.recorder.next();
        }
        assertTrue(condition.test(run.recorder.from(0)), () -> "it comes in time: " + run.recorder.from(0));
    }

    /// Whether the acknowledgement of the second FIN was captured: nothing more will come.
    private static boolean ended(List<PacketEvent.SegmentSeen> segments) {
        List<String> story = LiveCapture.story(segments);
        return story.stream().filter(each -> each.contains("FIN")).count() == 2
                && !TcpFlags.name(segments.getLast().flags()).equals("FIN");
    }

    private static List<KernelEvent.ClockStepped> steps(List<TraceEvent> events) {
        return events.stream().filter(each -> each.body() instanceof KernelEvent.ClockStepped)
                .map(each -> (KernelEvent.ClockStepped) each.body()).toList();
    }
}
