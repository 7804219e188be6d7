package dev.lifeline.play;

import dev.lifeline.linux.route.NetworkChanges;
import dev.lifeline.linux.thread.NetworkNamespace;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;

/// One machine of a [Network]: the caller's, or a network namespace with a platform thread of its own in it. A thread is in the
/// namespace of the one that starts it, and a socket in that of the thread that opens it: what is done here stays here. Threads:
/// any may [#call].
final class NetworkHost implements AutoCloseable {

    private static final long JOIN_MILLIS = 2_000;

    private final BlockingQueue<FutureTask<?>> tasks = new LinkedBlockingQueue<>(16);
    private final Thread thread;
    private volatile boolean closed;

    private NetworkHost(String threadName) {
        // Made before it is started: whoever makes it decides on its namespace.
        thread = threadName == null ? null : Thread.ofPlatform().daemon().name(threadName).start(this::work);
    }

    /// The machine of whoever calls, on his own thread.
    static NetworkHost here() {
        return new NetworkHost(null);
    }

    /// A new network namespace, its loopback interface up.
    ///
    /// @throws IOException when the kernel does not allow it
    static NetworkHost namespace(String name) throws IOException, InterruptedException {
        NetworkHost host = new NetworkHost("lifeline-host-" + name);
        boolean entered = false;
        try {
            host.call(() -> {
                NetworkNamespace.enterNew();
                NetworkChanges.loopbackUp();
                return null;
            });
            entered = true;
            return host;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            if (!entered) {
                host.close();
            }
        }
    }

    /// Tells whether it is a network namespace, and not the caller's machine.
    boolean isApart() {
        return thread != null;
    }

    /// The same machine with another thread, for what takes long; where it is the caller's, itself.
    NetworkHost beside(String threadName) throws InterruptedException {
        try {
            return thread == null ? this : call(() -> new NetworkHost(threadName));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /// Has something done there, and waits for it.
    ///
    /// @throws ExecutionException with what it threw
    /// @throws InterruptedException when this thread was interrupted; the other is, too, and has ended what it did
    <T> T call(Callable<T> action) throws ExecutionException, InterruptedException {
        FutureTask<T> task = new FutureTask<>(action);
        if (thread == null) {
            task.run();
            return task.get();
        }
        tasks.add(task);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                    thread.interrupt();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void work() {
        while (!closed) {
            try {
                tasks.take().run();
            } catch (InterruptedException e) {
                // Closed, or too late for what it was meant for.
            }
        }
    }

    /// The namespace is gone when its last socket and thread are.
    @Override
    public void close() {
        if (thread == null) {
            return;
        }
        closed = true;
        thread.interrupt();
        boolean interrupted = Thread.interrupted();
        try {
            thread.join(JOIN_MILLIS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
