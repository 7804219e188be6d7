package dev.lifeline.play.dns;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/// One platform thread on which every look-up runs that shall ask the private server: what is changed in the C library is the
/// state of this thread. Look-ups wait for each other; the wait and the queue are bounded.
final class NameThread implements AutoCloseable {

    private static final int MAX_WAITING = 16;
    /// A look-up ends within a few seconds whatever the server does; this is for what nobody foresaw.
    private static final long PATIENCE_SECONDS = 30;
    private static final long CLOSE_MILLIS = 3_000;

    private final BlockingQueue<FutureTask<?>> waiting = new ArrayBlockingQueue<>(MAX_WAITING);
    private final AtomicInteger given = new AtomicInteger();
    private final Thread thread;
    private volatile boolean closed;
    /// Count of those that were begun: of the thread alone.
    private int begun;
    /// Count of those that are over. Written by the thread alone.
    private volatile int over;

    NameThread(String name) {
        thread = Thread.ofPlatform().daemon().name(name).start(this::serve);
    }

    /// Runs it on that thread and waits for its end.
    ///
    /// @throws IOException of the task itself; or when the thread is closed, has too much to do, or does not come to an end
    <T> T call(Callable<T> task) throws IOException {
        FutureTask<T> future = new FutureTask<>(() -> run(task));
        given.incrementAndGet();
        if (closed || !waiting.offer(future)) {
            given.decrementAndGet();
            throw new IOException(closed ? "the private resolver is closed" : "too many look-ups wait for the private resolver");
        }
        if (closed) {
            // The thread may have gone through its queue before this one was in it.
            future.cancel(false);
        }
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failed) {
                throw failed;
            }
            throw new IllegalStateException("a look-up broke", e.getCause());
        } catch (CancellationException e) {
            throw new IOException("the private resolver was closed during the look-up", e);
        } catch (TimeoutException e) {
            future.cancel(false);
            throw new IOException("the private resolver did not come to an end", e);
        } catch (InterruptedException e) {
            future.cancel(false);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted during a look-up");
        }
    }

    /// Tells whether nothing runs or waits: what is asked now begins at once. A look-up that nobody waits for any more still runs.
    boolean isIdle() {
        return given.get() == over;
    }

    private <T> T run(Callable<T> task) throws Exception {
        try {
            return task.call();
        } finally {
            // Before its caller goes on and asks whether this thread is idle.
            over = begun;
        }
    }

    private void serve() {
        try {
            while (!closed) {
                FutureTask<?> next = waiting.take();
                begun++;
                next.run();
                over = begun;
            }
        } catch (InterruptedException closing) {
            // Only close interrupts this thread.
            Thread.currentThread().interrupt();
        }
    }

    /// Look-ups that wait end now; the one that runs ends when the C library lets it. Waits for that for a short while.
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        for (FutureTask<?> each = waiting.poll(); each != null; each = waiting.poll()) {
            each.cancel(false);
        }
        try {
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
