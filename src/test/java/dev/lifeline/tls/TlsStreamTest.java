package dev.lifeline.tls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.TlsEvent;
import dev.lifeline.model.tls.TrustSource;
import dev.lifeline.record.CodedException;
import dev.lifeline.tls.certificate.Fitness;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Both ends over memory: what is agreed on, what each sees, and what bytes from outside can do.
@Timeout(120)
class TlsStreamTest {

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void bothEndsAgreeAndSpeak(String version) throws IOException {
        TlsPair pair = new TlsPair(TlsPair.TRUSTING.offering(List.of("h2", "http/1.1")), Fitness.GOOD,
                ServerSettings.DEFAULT.speaking(version).taking("http/1.1")).shake();

        assertNull(pair.clientFailed);
        assertNull(pair.serverFailed);
        Outcome.Secured secured = pair.client.secured();
        assertEquals(version, secured.version());
        assertEquals("http/1.1", secured.alpn());
        assertEquals("localhost", secured.serverName());
        assertFalse(secured.resumed());
        assertTrue(pair.clientBelow.atOnce && pair.serverBelow.atOnce, "no record waits for the acknowledgement of the one before");
        assertTrue(secured.computing() > 0 && secured.waiting() >= 0, secured.toString());
        pair.client.write(ByteBuffer.wrap("ping".getBytes(StandardCharsets.US_ASCII)));
        assertEquals("ping", new String(TlsPair.drain(pair.server), StandardCharsets.US_ASCII));
        pair.server.write(ByteBuffer.wrap("pong".getBytes(StandardCharsets.US_ASCII)));
        assertEquals("pong", new String(TlsPair.drain(pair.client), StandardCharsets.US_ASCII));
    }

    @Test
    void eachMessageIsNamedAsFarAsItIsPlain() throws IOException {
        TlsPair new13 = new TlsPair(ServerSettings.DEFAULT.speaking("TLSv1.3")).shake();
        TlsPair old12 = new TlsPair(ServerSettings.DEFAULT.speaking("TLSv1.2")).shake();

        assertEquals("sent ClientHello, got ServerHello, got change_cipher_spec", plain(new13.clientSaw, 3));
        assertEquals("sent ClientHello, got ServerHello, got Certificate, got ServerKeyExchange, got ServerHelloDone, "
                + "sent ClientKeyExchange, sent change_cipher_spec", plain(old12.clientSaw, 7));
        TlsEvent.HelloSeen asked = (TlsEvent.HelloSeen) new13.serverSaw.stream().filter(one -> one instanceof TlsEvent.HelloSeen).findFirst().orElseThrow();
        assertEquals("localhost", asked.serverName());
        assertEquals(List.of("TLSv1.3", "TLSv1.2"), asked.versions());
        assertTrue(asked.suites() > 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.3", "TLSv1.2"})
    void aHelloThatWasMadeAheadIsToldWhenItIsSent(String version) throws IOException {
        TlsPair pair = new TlsPair(TlsClient.of(TlsPair.TRUSTING, "localhost").ahead(), Fitness.GOOD, ServerSettings.DEFAULT.speaking(version));

        assertEquals(List.of(), pair.clientSaw);
        pair.shake();
        assertNull(pair.clientFailed);
        assertEquals(version, pair.client.secured().version());
        assertEquals("sent ClientHello, got ServerHello", plain(pair.clientSaw, 2));
        assertEquals(1, pair.clientSaw.stream().filter(one -> one instanceof TlsEvent.HelloSeen hello && hello.sent()).count());
        assertTrue(pair.clientSaw.stream().anyMatch(one -> one instanceof TlsEvent.Verified), "the check is that of this connection");
    }

    private static String plain(List<TlsEvent> seen, int first) {
        return String.join(", ", seen.stream().filter(one -> one instanceof TlsEvent.RecordSeen)
                .flatMap(one -> List.of(((TlsEvent.RecordSeen) one).message() == null
                        ? dev.lifeline.model.tls.RecordType.of(((TlsEvent.RecordSeen) one).type()).label()
                        : ((TlsEvent.RecordSeen) one).message()).stream()
                        .flatMap(text -> List.of(text.split(", ")).stream())
                        .map(text -> (((TlsEvent.RecordSeen) one).sent() ? "sent " : "got ") + text)).limit(first).toList());
    }

    @ParameterizedTest
    @CsvSource({"EXPIRED, CERT_EXPIRED, 45", "NOT_YET_VALID, CERT_NOT_YET_VALID, 42", "SELF_SIGNED, CERT_SELF_SIGNED, 46",
        "UNKNOWN_ISSUER, CERT_UNKNOWN_ISSUER, 46", "WRONG_HOST, CERT_WRONG_HOST, 46", "MISSING_INTERMEDIATE, CERT_UNKNOWN_ISSUER, 46"})
    void aCertificateThatDoesNotHoldIsRefusedWithItsCauseAndAnAlert(Fitness fitness, ErrorCode code, int alert) throws IOException {
        for (String version : List.of("TLSv1.3", "TLSv1.2")) {
            TlsPair pair = new TlsPair(TlsPair.TRUSTING, fitness, ServerSettings.DEFAULT.speaking(version)).shake();

            assertEquals(code, ((CodedException) pair.clientFailed).code(), pair.clientFailed.getMessage());
            TlsEvent.Verified verified = (TlsEvent.Verified) pair.clientSaw.stream().filter(one -> one instanceof TlsEvent.Verified).findFirst().orElseThrow();
            assertEquals(TrustSource.FILE, verified.trust());
            assertEquals(code, verified.problem());
            assertTrue(pair.clientSaw.contains(new TlsEvent.Alerted(true, 2, alert)), pair.clientSaw.toString());
            assertTrue(pair.serverSaw.contains(new TlsEvent.Alerted(false, 2, alert)), pair.serverSaw.toString());
            assertEquals(ErrorCode.TLS_ALERT, ((CodedException) pair.serverFailed).code());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GOOD", "INTERMEDIATES", "LONG_CHAIN", "ESCAPES"})
    void aChainThatHoldsIsTaken(Fitness fitness) throws IOException {
        TlsPair pair = new TlsPair(TlsPair.TRUSTING, fitness, ServerSettings.DEFAULT).shake();

        assertNull(pair.clientFailed);
        assertNull(pair.serverFailed);
        assertTrue(pair.client.isSecured());
    }

    @Test
    void aChainOfAMillionBytesIsRefusedWithTheFigureOfTheLimit() throws IOException {
        for (String version : List.of("TLSv1.3", "TLSv1.2")) {
            TlsPair pair = new TlsPair(TlsPair.TRUSTING, Fitness.BIG_CHAIN, ServerSettings.DEFAULT.speaking(version)).shake();

            assertEquals(ErrorCode.TLS_TOO_LARGE, ((CodedException) pair.clientFailed).code(), pair.clientFailed.getMessage());
            assertTrue(pair.clientFailed.getMessage().contains("262144"), pair.clientFailed.getMessage());
        }
    }

    @Test
    void whatIsTakenAllTheSameIsToldAsNotChecked() throws IOException {
        TlsPlan plan = new TlsPlan(null, true, null, List.of(), null, null, null);

        TlsPair pair = new TlsPair(plan, Fitness.EXPIRED, ServerSettings.DEFAULT).shake();

        assertNull(pair.clientFailed);
        assertTrue(pair.clientSaw.contains(new TlsEvent.Verified(TrustSource.NONE, null, null)), pair.clientSaw.toString());
    }

    @Test
    void anEndWithCloseNotifyIsAnEndAndOneWithoutIsTold() throws IOException {
        TlsPair closed = new TlsPair().shake();
        closed.server.shutOutput();
        TlsPair cut = new TlsPair().shake();
        cut.serverBelow.shutOutput();

        ByteBuffer some = ByteBuffer.allocate(10);
        assertEquals(-1, closed.client.read(some));
        assertTrue(closed.clientSaw.contains(new TlsEvent.Alerted(false, 1, 0)));
        assertFalse(closed.clientSaw.contains(new TlsEvent.Cut(0)));
        assertEquals(-1, cut.client.read(some));
        assertEquals(new TlsEvent.Cut(0), cut.clientSaw.getLast());
        assertEquals(-1, cut.client.read(some));
        assertEquals(1, cut.clientSaw.stream().filter(new TlsEvent.Cut(0)::equals).count());
    }

    @Test
    void oneSideEndsAndTheOtherSpeaksOn() throws IOException {
        TlsPair pair = new TlsPair(ServerSettings.DEFAULT.speaking("TLSv1.3")).shake();

        pair.client.shutOutput();

        assertEquals(-1, pair.server.read(ByteBuffer.allocate(1)));
        pair.server.write(ByteBuffer.wrap("late".getBytes(StandardCharsets.US_ASCII)));
        assertEquals("late", new String(TlsPair.drain(pair.client), StandardCharsets.US_ASCII));
    }

    @Test
    void muchGoesThroughANarrowWay() throws IOException {
        TlsPair pair = new TlsPair().shake();
        pair.clientBelow.room = 1000;
        pair.serverBelow.room = 1000;
        pair.serverBelow.atMost = 7;
        byte[] sent = new byte[100_000];
        new Random(1).nextBytes(sent);
        ByteBuffer left = ByteBuffer.wrap(sent);
        ByteBuffer got = ByteBuffer.allocate(sent.length);
        while (got.hasRemaining()) {
            pair.client.write(left);
            pair.server.read(got);
        }
        assertArrayEquals(sent, got.array());
    }

    @Test
    void theEndInTheHandshakeSaysAfterWhichMessage() throws IOException {
        TlsPair pair = new TlsPair();
        pair.serverBelow.shutOutput();
        assertEquals("the peer ended its stream before any message of its own", assertThrows(EOFException.class, () -> handshake(pair.client)).getMessage());

        TlsPair later = new TlsPair();
        later.client.handshake();
        later.server.handshake();
        byte[] flight = later.clientBelow.everything();
        TlsPair cut = new TlsPair(ServerSettings.DEFAULT);
        cut.client.handshake();
        cut.clientBelow.arrive(java.util.Arrays.copyOf(flight, 200));
        cut.serverBelow.shutOutput();
        IOException failed = assertThrows(IOException.class, () -> handshake(cut.client));
        assertTrue(failed instanceof EOFException && failed.getMessage().startsWith("the peer ended its stream after its ServerHello") || failed instanceof CodedException, failed.toString());
    }

    private static void handshake(TlsStream stream) throws IOException {
        for (int calls = 0; calls < 50; calls++) {
            stream.handshake();
        }
    }

    @ParameterizedTest
    @CsvSource({"HTTP/1.1 400 Bad Request, TLS_PLAINTEXT", "SSH-2.0-OpenSSH_9.2, TLS_PLAINTEXT", "220 mail.example ESMTP, TLS_PLAINTEXT"})
    void plainTextIsNamed(String text, ErrorCode code) throws IOException {
        TlsPair pair = new TlsPair();
        pair.client.handshake();
        pair.clientBelow.arrive((text + "\r\n").getBytes(StandardCharsets.US_ASCII));

        CodedException failed = assertThrows(CodedException.class, pair.client::handshake);

        assertEquals(code, failed.code());
        assertTrue(failed.getMessage().contains(text), failed.getMessage());
    }

    @Test
    void garbageNeverHangsAndNeverLeavesTheTypes() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            TlsPair pair = new TlsPair();
            pair.client.handshake();
            byte[] garbage = new byte[random.nextInt(1, 300)];
            random.nextBytes(garbage);
            if (i % 2 == 0) {
                garbage[0] = (byte) (20 + random.nextInt(5));
                garbage[Math.min(1, garbage.length - 1)] = 3;
            }
            pair.clientBelow.arrive(garbage);
            pair.serverBelow.shutOutput();
            IOException failed = assertThrows(IOException.class, () -> {
                for (int calls = 0; calls < 50; calls++) {
                    pair.client.handshake();
                }
            });
            assertTrue(failed instanceof EOFException || failed instanceof CodedException, failed.toString());
        }
    }

    @Test
    void everyCutGivesTheSameAndEveryEndIsNamed() throws IOException {
        TlsPair whole = new TlsPair(ServerSettings.DEFAULT.speaking("TLSv1.2")).shake();
        for (int piece : new int[] {1, 2, 3, 5, 100}) {
            TlsPair cut = new TlsPair(ServerSettings.DEFAULT.speaking("TLSv1.2"));
            cut.clientBelow.atMost = piece;
            cut.serverBelow.atMost = piece;
            cut.shake();
            assertNull(cut.clientFailed);
            assertTrue(cut.client.isSecured() && cut.server.isSecured());
            assertEquals(plain(whole.clientSaw, 100), plain(cut.clientSaw, 100));
            assertEquals(plain(whole.serverSaw, 100), plain(cut.serverSaw, 100));
        }
    }
}
