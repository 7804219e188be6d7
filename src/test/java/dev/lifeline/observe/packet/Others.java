package dev.lifeline.observe.packet;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/// A thread that nobody traces connects again and again.
final class Others implements AutoCloseable {

    /// Without somebody who accepts, so many at most: they must not fill the accept queue.
    private static final int MOST = 2000;
    private static final int CONNECT_MILLIS = 1000;
    private static final long AWAIT_NANOS = 20_000_000_000L;

    private final AtomicBoolean over = new AtomicBoolean();
    private final AtomicInteger count = new AtomicInteger();
    private final Thread thread;

    /// @param accepting takes each connection and closes it, or `null`
    Others(InetSocketAddress to, ServerSocketChannel accepting) {
        thread = Thread.ofPlatform().daemon().name("others").start(() -> {
            while (!over.get() && (accepting != null || count.get() < MOST)) {
                try (Socket socket = new Socket()) {
                    socket.connect(to, CONNECT_MILLIS);
                    socket.getOutputStream().write('o');
                    if (accepting != null) {
                        SocketChannel accepted = accepting.accept();
                        accepted.close();
                    }
                } catch (IOException e) {
                    // Refused: packets all the same.
                }
                count.incrementAndGet();
            }
        });
    }

    /// Waits until so many more have been made, or all.
    void await(int more) {
        int until = count.get() + more;
        long deadline = System.nanoTime() + AWAIT_NANOS;
        while (count.get() < until && thread.isAlive() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertTrue(count.get() >= Math.min(until, MOST), "the others connect");
    }

    @Override
    public void close() {
        over.set(true);
        assertTrue(joined(), "the others end");
    }

    private boolean joined() {
        try {
            return thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
