package dev.lifeline.server;

import dev.lifeline.model.event.RunEvent;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/// Answers if a server can do its work, to those who ask with `GET /ready` (HTTP/1.1, RFC 9112): 200, or 503 once it is about to
/// stop or what it depends on does not accept a connection.
///
/// That the port is open says only that the kernel listens; this is what the program says. Threads: any.
public final class Readiness {

    private static final byte[] QUESTION = "GET /ready".getBytes(StandardCharsets.US_ASCII);
    private static final int CHECK_MILLIS = 500;

    private final Supplier<InetSocketAddress> dependency;
    private volatile boolean stopping;

    /// @param dependency where something must accept a connection, or gives `null` where that is not known; `null` for nothing
    public Readiness(Supplier<InetSocketAddress> dependency) {
        this.dependency = dependency;
    }

    /// From now on the answer is 503.
    public void stopping() {
        stopping = true;
    }

    /// Says if these bytes begin the question.
    static boolean asked(ByteBuffer bytes) {
        int length = QUESTION.length;
        return bytes.remaining() >= length && bytes.slice(bytes.position(), length).equals(ByteBuffer.wrap(QUESTION));
    }

    /// Finds out and says so on a connection, at once or later, and has it closed. What may block is not done on the loop's thread.
    void answer(LoopConnection connection) {
        if (dependency == null || stopping) {
            tell(connection, lack());
            return;
        }
        Thread.ofPlatform().daemon().name("lifeline-readiness").start(() -> {
            String lack = lack();
            connection.loop().execute(() -> {
                tell(connection, lack);
                connection.settle();
            });
        });
    }

    private static void tell(LoopConnection connection, String lack) {
        if (!connection.isOver()) {
            connection.who().mark(new RunEvent.Remark(lack == null ? "readiness: 200" : "readiness: 503, " + lack));
            connection.send(answer(lack));
            connection.finish();
        }
    }

    /// Looks for the reason for which it is not ready; `null` where it is. May block for half a second.
    private String lack() {
        if (stopping) {
            return "stopping";
        }
        if (dependency == null) {
            return null;
        }
        InetSocketAddress there = dependency.get();
        if (there == null) {
            return "the dependency does not listen";
        }
        try (SocketChannel channel = SocketChannel.open()) {
            channel.socket().connect(there, CHECK_MILLIS);
            return null;
        } catch (IOException e) {
            return "the dependency cannot be reached: " + e.getMessage();
        }
    }

    /// The answer.
    ///
    /// @param lack why it is not ready, or `null`
    static ByteBuffer answer(String lack) {
        String body = (lack == null ? "ready" : lack) + "\n";
        String head = "HTTP/1.1 " + (lack == null ? "200 OK" : "503 Service Unavailable")
                + "\r\nContent-Type: text/plain\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\nConnection: close\r\n\r\n";
        return ByteBuffer.wrap((head + body).getBytes(StandardCharsets.UTF_8));
    }
}
