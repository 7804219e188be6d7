package dev.lifeline.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.net.ChannelStream;
import dev.lifeline.record.CodedException;
import dev.lifeline.tls.certificate.Fitness;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Things that a peer may do once the handshake is over: new keys, another handshake, records without end that say nothing.
@Timeout(120)
class TlsStormsTest {

    private static final long PATIENCE = 30_000_000_000L;

    @TempDir
    private Path folder;

    /// Key updates of OpenSSL, asked for by its console, which takes a letter for a command only where it reads it alone.
    @Test
    void newKeysAreTakenAndDataGoesOn() throws Exception {
        try (OpensslServer server = new OpensslServer(folder, TlsPair.CERTIFICATES.identity(Fitness.GOOD, List.of("localhost")), "-tls1_3");
                SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
                ChannelStream below = ChannelStream.forWaits(channel); TlsStream client = connected(below)) {
            server.type("first\n");
            assertEquals("first\n", read(client, 6));
            for (String update : List.of("K\n", "k\n")) {
                server.type(update);
                assertTrue(below.await(SelectionKey.OP_READ, PATIENCE), "the new keys are here");
                server.type("after new keys\n");
                assertEquals("after new keys\n", read(client, 15));
                client.write(ByteBuffer.wrap("and back\n".getBytes(StandardCharsets.US_ASCII)));
            }
        }
    }

    @Test
    void anotherHandshakeIsRefused() throws Exception {
        try (OpensslServer server = new OpensslServer(folder, TlsPair.CERTIFICATES.identity(Fitness.GOOD, List.of("localhost")), "-tls1_2");
                SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port()));
                TlsStream client = connected(ChannelStream.forWaits(channel))) {
            server.type("R\n");

            CodedException refused = assertThrows(CodedException.class, () -> read(client, 1));

            assertEquals(ErrorCode.TLS_BROKEN, refused.code());
            assertTrue(refused.getMessage().contains("renegotiation"), refused.getMessage());
        }
    }

    private static TlsStream connected(ChannelStream channel) throws IOException, InterruptedException {
        TlsStream client = TlsClient.of(TlsPair.TRUSTING, "localhost").over(channel, _ -> { });
        while (client.handshake() != 0) {
            assertTrue(client.await(SelectionKey.OP_READ, PATIENCE));
        }
        return client;
    }

    private static String read(TlsStream from, int bytes) throws IOException, InterruptedException {
        ByteBuffer all = ByteBuffer.allocate(bytes);
        while (all.hasRemaining()) {
            assertTrue(from.await(SelectionKey.OP_READ, PATIENCE));
            assertTrue(from.read(all) >= 0, "the stream ended");
        }
        return StandardCharsets.US_ASCII.decode(all.flip()).toString();
    }

    /// Of TLS 1.3 they mean nothing, and are taken as often as a server likes to send them; not for ever.
    @Test
    void aFloodOfRecordsThatSayNothingEnds() throws Exception {
        MemoryStream[] near = MemoryStream.pair();
        MemoryStream[] far = MemoryStream.pair();
        TlsStream client = TlsClient.of(TlsPair.TRUSTING, "localhost").over(near[0], _ -> { });
        TlsStream server = new TlsServer(TlsPair.CERTIFICATES.identity(Fitness.GOOD, List.of("localhost")), ServerSettings.DEFAULT.speaking("TLSv1.3"))
                .over(far[0], _ -> { });
        client.handshake();
        far[1].write(ByteBuffer.wrap(near[1].everything()));
        server.handshake();
        ByteBuffer hello = ByteBuffer.wrap(far[1].everything());
        near[1].write(hello.slice(0, RecordReader.length(hello, 0)));
        for (int i = 0; i < 5000; i++) {
            near[1].write(ByteBuffer.wrap(new byte[] {20, 3, 3, 0, 1, 1}));
        }

        CodedException refused = assertThrows(CodedException.class, () -> {
            for (int calls = 0; calls < 50; calls++) {
                client.handshake();
            }
        });

        assertEquals(ErrorCode.TLS_BROKEN, refused.code(), refused.getMessage());
    }

    /// The server's flight breaks off, at each place: by its end, or by a reset.
    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void anEndWithinTheFlightIsOneAndAResetIsOne(String version) throws Exception {
        int flight = 1;
        for (int cut = 0; cut < flight; cut += 29) {
            for (boolean reset : new boolean[] {false, true}) {
                MemoryStream[] near = MemoryStream.pair();
                MemoryStream[] far = MemoryStream.pair();
                TlsStream client = TlsClient.of(TlsPair.TRUSTING, "localhost").over(near[0], _ -> { });
                TlsStream server = new TlsServer(TlsPair.CERTIFICATES.identity(Fitness.GOOD, List.of("localhost")), ServerSettings.DEFAULT.speaking(version))
                        .over(far[0], _ -> { });
                client.handshake();
                far[1].write(ByteBuffer.wrap(near[1].everything()));
                server.handshake();
                byte[] whole = far[1].everything();
                flight = whole.length;
                near[1].write(ByteBuffer.wrap(whole, 0, Math.min(cut, whole.length)));
                if (reset) {
                    near[0].failWith(new IOException("Connection reset"));
                } else {
                    near[1].shutOutput();
                }

                IOException failed = assertThrows(IOException.class, () -> {
                    for (int calls = 0; calls < 50; calls++) {
                        client.handshake();
                    }
                });

                assertTrue(reset ? failed.getMessage().equals("Connection reset") : failed.getMessage().startsWith("the peer ended its stream "), cut + ": " + failed);
                assertFalse(client.isSecured());
            }
        }
        assertTrue(flight > 500);
    }

    @Test
    void recordsThatNobodySentAreNone() throws Exception {
        for (byte[] forged : new byte[][] {{23, 3, 3, 0, 30}, {22, 3, 3, 0, 4, 0, 0, 0, 0}, {99, 1, 2, 3, 4, 5}}) {
            TlsPair pair = new TlsPair(ServerSettings.DEFAULT.speaking("TLSv1.3")).shake();
            byte[] whole = java.util.Arrays.copyOf(forged, Math.max(forged.length, forged[0] == 23 ? 35 : forged.length));
            pair.clientBelow.arrive(whole);

            CodedException refused = assertThrows(CodedException.class, () -> pair.client.read(ByteBuffer.allocate(10)));

            assertEquals(ErrorCode.TLS_BROKEN, refused.code(), refused.getMessage());
        }
    }
}
