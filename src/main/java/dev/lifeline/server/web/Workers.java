package dev.lifeline.server.web;

import dev.lifeline.server.LoopWork;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Threads that do the work of handlers, so that the loop has time for others; work waits in a queue that is bounded.
final class Workers implements AutoCloseable {

    /// The work that may wait.
    static final int QUEUE = 64;

    private static final long LOOK_MILLIS = 100;
    private static final long FULL_NANOS = 1_000_000;

    private final int count;
    private final BlockingQueue<Task> queue = new ArrayBlockingQueue<>(QUEUE);
    private final AtomicInteger busy = new AtomicInteger();
    private boolean started;
    private volatile boolean closed;

    /// Work for an answer.
    interface Job {

        /// Does it.
        ///
        /// @param stop asked now and then: the server ends
        Reply work(BooleanSupplier stop);
    }

    /// Work that waits, and who hears of it.
    ///
    /// @param told on the worker's thread when it begins: the number of the worker, and how many are busy
    /// @param done on the loop's thread
    record Task(String id, Job job, LoopWork loop, Begun told, java.util.function.Consumer<Reply> done) {
    }

    /// Hears that a worker begins.
    interface Begun {
        /// @param worker which, from 1
        /// @param busy workers that have work now, this one included
        void begins(int worker, int busy, int workers);
    }

    Workers(int count) {
        this.count = count;
    }

    int count() {
        return count;
    }

    /// The number of those that wait.
    int waiting() {
        return queue.size();
    }

    /// Gives them work.
    ///
    /// @return `false` where the queue is full
    boolean offer(Task task) {
        if (!started) {
            started = true;
            for (int worker = 1; worker <= count; worker++) {
                int number = worker;
                Thread.ofPlatform().daemon().name("lifeline-worker-" + number).start(() -> run(number));
            }
        }
        return queue.offer(task);
    }

    private void run(int worker) {
        while (!closed) {
            try {
                Task task = queue.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                if (task != null) {
                    perform(worker, task);
                }
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void perform(int worker, Task task) {
        task.told().begins(worker, busy.incrementAndGet(), count);
        Reply[] answer = new Reply[1];
        try {
            RequestId.with(task.id(), () -> answer[0] = task.job().work(() -> closed || task.loop().isStopping()));
        } catch (RuntimeException e) {
            answer[0] = Reply.of(500);
        } finally {
            busy.decrementAndGet();
        }
        // The loop takes few tasks at a time; its end takes none, and waits for none.
        while (!task.loop().execute(() -> task.done().accept(answer[0])) && !task.loop().isStopping()) {
            LockSupport.parkNanos(FULL_NANOS);
        }
    }

    /// Ends the threads; work that waits is not done.
    @Override
    public void close() {
        closed = true;
        queue.clear();
    }
}
