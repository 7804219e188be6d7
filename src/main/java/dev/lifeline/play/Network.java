package dev.lifeline.play;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.route.NetworkChanges;
import dev.lifeline.linux.thread.NetworkNamespace;
import dev.lifeline.observe.Availability;
import dev.lifeline.observe.portable.Enabling;
import dev.lifeline.observe.portable.Right;
import dev.lifeline.observe.sandbox.SandboxSource;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;

/// Where a play takes place: on the caller's thread, or on one of its own in a new network namespace. Threads inherit the namespace of the one
/// that starts them, and sockets that of the thread that opens them, so all that the play starts there stays there; the rest of the process
/// sees nothing of it.
final class Network implements AutoCloseable {

    private static final long JOIN_MILLIS = 2_000;

    private final BlockingQueue<FutureTask<?>> tasks = new LinkedBlockingQueue<>(16);
    private final Thread thread;
    private volatile boolean closed;

    private Network(boolean own) {
        thread = own ? Thread.ofPlatform().daemon().name("lifeline-play-namespace").start(this::work) : null;
    }

    /// Those of the caller.
    static Network here() {
        return new Network(false);
    }

    /// A new network namespace, its loopback interface up.
    ///
    /// @throws IOException when the kernel does not allow it
    static Network namespace() throws IOException, InterruptedException {
        Network surroundings = new Network(true);
        boolean entered = false;
        try {
            surroundings.call(() -> {
                NetworkNamespace.enterNew();
                NetworkChanges.loopbackUp();
                return null;
            });
            entered = true;
            return surroundings;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        } finally {
            if (!entered) {
                surroundings.close();
            }
        }
    }

    /// Why there is no namespace to be had, or `null` where there is.
    static MissingNeed lack() {
        try {
            namespace().close();
            return null;
        } catch (NativeException e) {
            return new MissingNeed("namespace", "an own network namespace needs CAP_SYS_ADMIN (" + e.getMessage() + ")", remedy());
        } catch (IOException e) {
            return new MissingNeed("namespace", e.getMessage(), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new MissingNeed("namespace", "interrupted while it was tried", null);
        }
    }

    private static String remedy() {
        Enabling here = Enabling.here();
        boolean sandbox = new SandboxSource().probe() instanceof Availability.Available;
        return here.with(Right.SYS_ADMIN, "run SCENARIO") + (sandbox ? Enabling.OR + here.trace("run SCENARIO --sandbox") : "");
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
