package dev.lifeline.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.client.ConnectedSocket;
import dev.lifeline.client.Deadline;
import dev.lifeline.model.Lane;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.record.Gates;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.Recorder;
import dev.lifeline.record.StageRunner;
import dev.lifeline.record.TraceClock;
import dev.lifeline.server.LoopbackServer;
import dev.lifeline.server.ServerOptions;
import dev.lifeline.server.ServerRules;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A stream over a channel, and something between the two, at both ends.
@Timeout(60)
class ByteStreamTest {

    private static final long PATIENCE_NANOS = 20_000_000_000L;
    private static final long SHORT_NANOS = 20_000_000;

    @Test
    void programsAtBothEndsReadAndWriteWhatTheLayerMakesOfTheBytes() throws Exception {
        Recorder recorder = new Recorder(TraceClock.start());
        ServerOptions options = ServerOptions.on(InetAddress.getLoopbackAddress(), 0).withRules(ServerRules.NONE.withLayer(Flipped::new));
        try (LoopbackServer server = LoopbackServer.open(new LaneRecorder(recorder, Lane.SERVER, 0, 0), new Gates(), options)) {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), server.address().port());
            try (SocketChannel channel = SocketChannel.open(address);
                    ConnectedSocket client = new ConnectedSocket(new Flipped(ChannelStream.forWaits(channel)),
                            new StageRunner(new LaneRecorder(recorder, Lane.CLIENT, 1, 0), new Gates()))) {
                client.write(ascii("ping"));
                assertTrue(client.awaitReadable(Deadline.in(PATIENCE_NANOS)));
                assertEquals(4, client.read(ConnectedSocket.BUFFER_BYTES));
                assertEquals("ping", StandardCharsets.US_ASCII.decode(client.chunk()).toString());
            }
            try (Socket onTheWire = new Socket(address.getAddress(), address.getPort())) {
                onTheWire.setSoTimeout(20_000);
                onTheWire.getOutputStream().write("PONG".getBytes(StandardCharsets.US_ASCII));
                assertEquals("PONG", new String(onTheWire.getInputStream().readNBytes(4), StandardCharsets.US_ASCII));
            }
            assertTrue(server.awaitConnections(2, PATIENCE_NANOS));
        }
        List<String> read = recorder.from(0).stream()
                .filter(event -> event.lane() == Lane.SERVER && event.body() instanceof StreamEvent.ChunkRead)
                .map(event -> ((StreamEvent.ChunkRead) event.body()).bytes().preview()).toList();
        assertEquals(List.of("ping", "pong"), read, "the server's program has read what was meant");
    }

    @Test
    void smallWritesGoOutAtOnceWhereThatIsAskedFor() throws Exception {
        try (ServerSocketChannel listening = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                SocketChannel channel = SocketChannel.open(listening.getLocalAddress()); ChannelStream stream = ChannelStream.forWaits(channel)) {
            assertFalse(channel.getOption(StandardSocketOptions.TCP_NODELAY));
            stream.sendAtOnce();
            assertTrue(channel.getOption(StandardSocketOptions.TCP_NODELAY));
        }
    }

    @Test
    void aWaitEndsWithBytesWithRoomOrWithTheTime() throws Exception {
        try (Pair pair = new Pair()) {
            assertFalse(pair.near.await(SelectionKey.OP_READ, SHORT_NANOS), "nothing to read");
            assertTrue(pair.near.await(SelectionKey.OP_WRITE, SHORT_NANOS), "room at once");
            assertEquals(0, pair.near.read(ByteBuffer.allocate(10)));

            pair.far.write(ascii("a"));

            assertTrue(pair.near.await(SelectionKey.OP_READ, PATIENCE_NANOS));
            assertEquals(1, pair.near.read(ByteBuffer.allocate(10)));
        }
    }

    @Test
    void aFullKernelTakesNothing() throws Exception {
        try (Pair pair = new Pair()) {
            ByteBuffer much = ByteBuffer.allocate(64 << 20);
            while (pair.near.write(much) > 0) {
                assertTrue(much.hasRemaining(), "more than any kernel keeps");
            }

            assertFalse(pair.near.await(SelectionKey.OP_WRITE, SHORT_NANOS));
        }
    }

    @Test
    void theEndOfOneStreamLeavesTheOther() throws Exception {
        try (Pair pair = new Pair()) {
            pair.near.shutOutput();
            assertEquals(-1, pair.far.read(ByteBuffer.allocate(1)));
            pair.far.write(ascii("b"));

            assertTrue(pair.near.await(SelectionKey.OP_READ, PATIENCE_NANOS));
            assertEquals(1, pair.near.read(ByteBuffer.allocate(1)));
        }
    }

    @Test
    void aResetIsAnErrorAtTheOtherEnd() throws Exception {
        try (Pair pair = new Pair()) {
            pair.near.resetOnClose();
            pair.near.close();

            assertThrows(IOException.class, () -> pair.far.read(ByteBuffer.allocate(1)));
        }
    }

    @Test
    void whatIsClosedCannotBeWaitedFor() throws Exception {
        try (Pair pair = new Pair()) {
            pair.channel.close();

            assertFalse(pair.near.isOpen());
            assertThrows(ClosedChannelException.class, () -> pair.near.await(SelectionKey.OP_READ, SHORT_NANOS));
        }
    }

    @Test
    void anInterruptEndsAWait() throws Exception {
        try (Pair pair = new Pair()) {
            Thread.currentThread().interrupt();

            assertThrows(InterruptedException.class, () -> pair.near.await(SelectionKey.OP_READ, PATIENCE_NANOS));
            assertTrue(pair.near.isOpen());
        }
    }

    private static ByteBuffer ascii(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    /// Two ends of one connection; the far one blocks.
    private static final class Pair implements AutoCloseable {
        private final SocketChannel channel;
        private final SocketChannel far;
        private final ByteStream near;

        Pair() throws IOException {
            try (ServerSocketChannel server = ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
                channel = SocketChannel.open(server.getLocalAddress());
                far = server.accept();
            }
            near = ChannelStream.forWaits(channel);
        }

        @Override
        public void close() throws IOException {
            near.close();
            far.close();
        }
    }
}
