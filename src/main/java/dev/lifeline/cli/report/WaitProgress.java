package dev.lifeline.cli.report;

import dev.lifeline.cli.Io;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.record.Recorder;
import dev.lifeline.text.Durations;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Says on standard error what a run waits for, when it takes longer than a blink and a person is there to read it.
public final class WaitProgress implements AutoCloseable {

    private static final long FIRST_MILLIS = 800;
    private static final long NEXT_MILLIS = 500;

    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread thread;

    private WaitProgress(Thread thread) {
        this.thread = thread;
    }

    /// Starts to watch; silent where standard error is no terminal, or where a person asked for no redraws.
    public static WaitProgress start(Recorder recorder, int count, Io io, boolean accessible) {
        ProgressLine line = new ProgressLine(io, accessible);
        if (!line.wanted()) {
            return new WaitProgress(null);
        }
        CountDownLatch[] over = new CountDownLatch[1];
        Thread thread = Thread.ofPlatform().name("trace-progress").daemon(true)
                .unstarted(() -> watch(recorder, count, line, over[0]));
        WaitProgress progress = new WaitProgress(thread);
        over[0] = progress.over;
        thread.start();
        return progress;
    }

    private static void watch(Recorder recorder, int count, ProgressLine line, CountDownLatch over) {
        try {
            long pause = FIRST_MILLIS;
            long read = 0;
            TraceEvent last = null;
            Map<Long, TraceEvent> open = new HashMap<>();
            while (!over.await(pause, TimeUnit.MILLISECONDS)) {
                pause = NEXT_MILLIS;
                List<TraceEvent> fresh = recorder.from(read);
                read += fresh.size();
                for (TraceEvent event : fresh) {
                    note(event, open);
                    last = event.body() instanceof StageEvent.Started ? event : last;
                }
                if (last != null && open.containsKey(last.sequence())) {
                    StageEvent.Started started = (StageEvent.Started) last.body();
                    line.draw(crowd(started, last, open) + text(started, last, recorder.clock().now(), count), " (Ctrl-C ends it)");
                } else {
                    line.erase();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            line.erase();
        }
    }

    private static void note(TraceEvent event, Map<Long, TraceEvent> open) {
        if (event.body() instanceof StageEvent.Started) {
            open.put(event.sequence(), event);
        } else if (event.body() instanceof StageEvent.Finished done) {
            open.remove(done.started());
        } else if (event.body() instanceof StageEvent.Failed failed) {
            open.remove(failed.started());
        }
    }

    /// Says how many wait in the same stage, where they are several: `44 in `.
    private static String crowd(StageEvent.Started started, TraceEvent last, Map<Long, TraceEvent> open) {
        int same = 0;
        for (TraceEvent each : open.values()) {
            same += each.lane() == last.lane() && ((StageEvent.Started) each.body()).stage() == started.stage() ? 1 : 0;
        }
        return same > 1 ? same + " in " : "";
    }

    /// Names the stage and how long it takes first: an address may be cut off.
    private static String text(StageEvent.Started started, TraceEvent event, long now, int count) {
        long seconds = (now - event.at()) / 1_000_000_000L;
        return (count > 1 ? "connection " + event.connection() + " of " + count + ", " : "") + event.lane().label() + " " + started.stage().label()
                + (seconds < 1 ? "" : " for " + Durations.text(seconds * 1_000_000_000L))
                + (started.remote() == null ? "" : ": " + started.remote());
    }

    @Override
    public void close() {
        over.countDown();
        if (thread != null) {
            try {
                thread.join(NEXT_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
