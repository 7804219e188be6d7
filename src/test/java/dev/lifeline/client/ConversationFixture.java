package dev.lifeline.client;

import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StageEvent;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;

/// What the tests of conversations share: scripts, a real peer, and questions about the trace.
abstract class ConversationFixture {

    static final long MILLI = 1_000_000;
    static final long SECOND = 1_000_000_000;
    static final Deadlines PATIENT = new Deadlines(10 * SECOND, 10 * SECOND, 10 * SECOND, 10 * SECOND, 10 * SECOND);
    static final Script PING = Script.CONNECT_ONLY.within(PATIENT).sending(bytes("ping\n"));
    static final Script BANNER = Script.CONNECT_ONLY.within(PATIENT).waiting(10 * SECOND);
    static final Peer.Part ECHO = socket -> {
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[4096];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            socket.getOutputStream().write(buffer, 0, n);
        }
    };

    final Tracing trace = new Tracing();

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static Deadlines idle(long nanos) {
        return new Deadlines(10 * SECOND, 10 * SECOND, nanos, 10 * SECOND, 10 * SECOND);
    }

    static Deadlines data(long nanos) {
        return new Deadlines(10 * SECOND, 10 * SECOND, 10 * SECOND, nanos, 10 * SECOND);
    }

    Conversation.Result hold(Peer.Part part, Script script) throws Exception {
        try (Peer peer = new Peer(part); SocketChannel channel = peer.connect()) {
            return hold(channel, script);
        }
    }

    Conversation.Result hold(SocketChannel channel, Script script) throws InterruptedException {
        try {
            return new Conversation(trace.runner).hold(channel, script.exchanges());
        } finally {
            assertFalse(channel.isOpen(), "the descriptor is given back");
        }
    }

    Outcome.Moved moved(Stage stage) {
        return (Outcome.Moved) trace.outcome(stage);
    }

    Outcome.Closed closed() {
        return (Outcome.Closed) trace.outcome(Stage.CLOSE);
    }

    /// When the client recorded this of the stage.
    long at(Class<? extends StageEvent> kind, Stage stage) {
        for (TraceEvent event : trace.events()) {
            if (kind.isInstance(event.body()) && ((StageEvent) event.body()).stage() == stage) {
                return event.at();
            }
        }
        throw new AssertionError("no " + kind.getSimpleName() + " of " + stage);
    }

    static void shut(SocketChannel channel) throws IOException {
        channel.close();
    }

    static void sendForEver(Socket socket) throws Exception {
        OutputStream out = socket.getOutputStream();
        byte[] block = new byte[1000];
        while (true) {
            out.write(block);
        }
    }

    /// Waits until the client is held at the gate.
    void awaitHold() throws InterruptedException {
        awaitEvent(event -> event.body() instanceof HoldEvent.HoldStarted);
    }

    /// Waits until the client has finished the stage.
    void awaitStage(Stage stage) throws InterruptedException {
        awaitEvent(event -> event.body() instanceof StageEvent.Finished finished && finished.stage() == stage);
    }

    void awaitEvent(Predicate<TraceEvent> wanted) throws InterruptedException {
        long next = 0;
        while (trace.recorder.await(next, 10 * SECOND)) {
            for (TraceEvent event : trace.recorder.from(next)) {
                next = event.sequence() + 1;
                if (wanted.test(event)) {
                    return;
                }
            }
        }
    }
}
