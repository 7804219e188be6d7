package dev.lifeline.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/// Has the JDK load what the first socket of a process needs, some milliseconds, before the clock of a trace starts and while
/// the main thread waits for a look-up. Otherwise that time would stand in the trace, before and inside of its first stages.
///
/// Nothing is connected, bound or kept; where something fails here, the stage that needs it says so.
public final class Warmup {

    /// The time that the run waits at most for what is only an improvement.
    private static final long PATIENCE_MILLIS = 50;

    private static Warmup begun;

    private final Thread thread;

    private Warmup(Thread thread) {
        this.thread = thread;
    }

    /// Begins on a daemon thread of its own, if that was not done before.
    public static synchronized Warmup start() {
        if (begun == null) {
            begun = new Warmup(Thread.ofPlatform().daemon().name("warm-up").start(Warmup::openOneOfEach));
        }
        return begun;
    }

    /// Waits until it is done, or has taken too long.
    public void finish() throws InterruptedException {
        thread.join(PATIENCE_MILLIS);
    }

    boolean running() {
        return thread.isAlive();
    }

    private static void openOneOfEach() {
        try (ServerSocketChannel listening = ServerSocketChannel.open(); Selector selector = Selector.open();
             SocketChannel stream = SocketChannel.open(); DatagramChannel datagram = DatagramChannel.open()) {
            listening.configureBlocking(false).register(selector, listening.validOps());
            selector.selectNow();
            stream.configureBlocking(false);
            datagram.configureBlocking(false);
            NetworkInterface.getByInetAddress(InetAddress.getLoopbackAddress());
        } catch (IOException | RuntimeException | LinkageError notOurs) {
            // The stage that needs it will meet it too, and records why.
        }
    }
}
