package dev.lifeline.client;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.race.Personality;
import dev.lifeline.record.Gates;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.Recorder;
import dev.lifeline.record.TraceClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.util.concurrent.TimeUnit;

/// Dials on real loopback sockets, and tells the story of the race as text: attempt number, then what was recorded.
final class DialFixture implements AutoCloseable {

    static final long LONG = TimeUnit.SECONDS.toNanos(20);
    static final long SHORT = TimeUnit.MILLISECONDS.toNanos(1_000);

    private final Listeners listeners = new Listeners();
    private final Recorder recorder = new Recorder(TraceClock.start());
    private final Gates gates = new Gates();

    Listeners listeners() {
        return listeners;
    }

    Recorder recorder() {
        return recorder;
    }

    Gates gates() {
        return gates;
    }

    Dialer dialer(Personality personality, InetSocketAddress source, long timeoutNanos) {
        return new Dialer(new LaneRecorder(recorder, Lane.CLIENT, 1, 0), gates, personality, source, timeoutNanos);
    }

    /// Without the opened sockets, which say nothing about the order of a race.
    String story() {
        StringBuilder story = new StringBuilder();
        for (TraceEvent event : recorder.from(0)) {
            if (event.body() instanceof LoopEvent.SocketOpened) {
                continue;
            }
            story.append(event.attempt()).append(' ').append(switch (event.body()) {
                case RaceEvent.Ordered ordered -> "ordered " + ordered.candidates().size();
                case RaceEvent.LeftOut left -> "left out: " + left.reason();
                case RaceEvent.Abandoned abandoned -> "abandoned: " + abandoned.reason();
                case RaceEvent.Won won -> "won";
                case StageEvent.Started started -> started.stage().label() + " started";
                case StageEvent.Finished finished -> finished.stage().label() + " finished";
                case StageEvent.Failed failed -> failed.stage().label() + " failed " + failed.failure().code();
                case HoldEvent.HoldStarted hold -> "hold started";
                case HoldEvent.HoldEnded hold -> "hold ended";
                default -> event.body().toString();
            }).append('\n');
        }
        return story.toString();
    }

    static void assumeIPv6() throws IOException {
        assumeTrue(NetworkInterface.getByInetAddress(InetAddress.ofLiteral("::1")) != null, "this machine has no ::1");
    }

    /// Closes the listeners, and finds no thread of an attempt left.
    @Override
    public void close() throws IOException {
        listeners.close();
        for (Thread each : Thread.getAllStackTraces().keySet()) {
            assertFalse(each.getName().startsWith("lifeline-client-attempt"), each::getName);
        }
    }
}
