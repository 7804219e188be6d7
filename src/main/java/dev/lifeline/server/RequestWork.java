package dev.lifeline.server;

import dev.lifeline.model.event.Outcome;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

/// The work for an answer that a handler does on the thread of an event loop, which does nothing else meanwhile.
public interface RequestWork {

    /// An answer, and what it cost.
    ///
    /// @param answer not longer than the request, or than a read may bring
    record Done(ByteBuffer answer, Outcome.Handled handled) {
    }

    /// Does it.
    ///
    /// @param request may not be kept
    /// @param stop asked now and then: the loop ends
    /// @throws IOException when there is no answer
    Done on(ByteBuffer request, BooleanSupplier stop) throws IOException;

    /// Computes, and sends back what came.
    ///
    /// @param nanos of CPU time
    record Compute(long nanos) implements RequestWork {
        @Override
        public Done on(ByteBuffer request, BooleanSupplier stop) {
            return new Done(request, new Outcome.Handled(CpuWork.use(nanos, stop), null));
        }
    }

    /// Waits for another server. The loop's thread is blocked; an interrupt would break its channels, so that another thread has the
    /// connection and can be told to end.
    record Ask(Backend backend) implements RequestWork {

        private static final long LOOK_MILLIS = 10;

        @Override
        public Done on(ByteBuffer request, BooleanSupplier stop) throws IOException {
            byte[] bytes = new byte[request.remaining()];
            request.get(bytes);
            FutureTask<byte[]> asked = new FutureTask<>(() -> backend.ask(bytes));
            Thread thread = Thread.ofPlatform().daemon().name("lifeline-loop-asks").start(asked);
            try {
                byte[] answer = answer(asked, stop);
                return new Done(ByteBuffer.wrap(answer, 0, Math.min(answer.length, EventLoop.READ_BYTES)),
                        new Outcome.Handled(0, backend.endpoint()));
            } finally {
                asked.cancel(true);
                join(thread);
            }
        }

        private static byte[] answer(FutureTask<byte[]> asked, BooleanSupplier stop) throws IOException {
            while (!stop.getAsBoolean()) {
                try {
                    return asked.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException notYet) {
                    // Looks whether the loop ends.
                } catch (ExecutionException e) {
                    throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
                } catch (InterruptedException e) {
                    throw new IOException("the loop was interrupted", e);
                }
            }
            throw new IOException("the loop ends");
        }

        /// The end of its connection is recorded before the loop goes on.
        private static void join(Thread thread) {
            try {
                thread.join(1_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
