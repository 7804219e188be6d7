package dev.lifeline.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Failure;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.TlsEvent;
import dev.lifeline.model.tls.TrustSource;
import dev.lifeline.tls.OpensslServer;
import dev.lifeline.tls.TlsPlan;
import dev.lifeline.tls.certificate.Certificates;
import dev.lifeline.tls.certificate.Fitness;
import dev.lifeline.tls.keylog.KeyLog;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The client's TLS against servers of OpenSSL, and against peers that are none: stage, code and alert of each failure.
@Timeout(120)
class TlsConversationTest extends ConversationFixture {

    @TempDir
    static Path folder;
    private static Certificates certificates;
    private static TlsPlan trusting;

    @BeforeAll
    static void authority() throws IOException {
        certificates = Certificates.in(null);
        trusting = TlsPlan.DEFAULT.trusting(OpensslServer.write(folder.resolve("ca.pem"), certificates.authority()));
    }

    private static OpensslServer server(Fitness fitness, String... more) throws IOException {
        return new OpensslServer(folder, certificates.identity(fitness, List.of("localhost", "127.0.0.1")), more);
    }

    private Conversation.Result speak(int port, TlsPlan plan, Deadlines deadlines, Script script) throws Exception {
        List<Exchange> all = new ArrayList<>(List.of(new Exchange.Secure(plan, "localhost", deadlines.read())));
        all.addAll(script.within(deadlines).exchanges());
        try (SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
            Conversation.Result result = new Conversation(trace.runner).hold(channel, all);
            assertFalse(channel.isOpen(), "the descriptor is given back");
            return result;
        }
    }

    private Failure failure(Stage stage) {
        for (StageEvent.Failed each : trace.all(StageEvent.Failed.class)) {
            assertEquals(stage, each.stage(), each.toString());
            return each.failure();
        }
        throw new AssertionError("nothing failed: " + trace.stages());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_3", "-tls1_2"})
    void whatAServerOfOpensslSaysComesThroughAndIsSplit(String version) throws Exception {
        try (OpensslServer server = server(Fitness.INTERMEDIATES, version, "-www", "-alpn", "http/1.1")) {
            Conversation.Result result = speak(server.port(), trusting.offering(List.of("http/1.1")), PATIENT,
                    Script.CONNECT_ONLY.sending(bytes("GET / HTTP/1.0\r\n\r\n")).expecting(bytes("s_server")));

            assertTrue(result.completed() && result.asExpected(), trace.stages().toString());
        }
        Outcome.Secured secured = (Outcome.Secured) trace.outcome(Stage.TLS);
        assertEquals(version.equals("-tls1_3") ? "TLSv1.3" : "TLSv1.2", secured.version());
        assertEquals("http/1.1", secured.alpn());
        assertTrue(secured.computing() > 0);
        assertEquals(3, trace.all(TlsEvent.CertificateShown.class).size());
        assertEquals(TrustSource.FILE, trace.only(TlsEvent.Verified.class).trust());
        assertTrue(trace.all(TlsEvent.Alerted.class).contains(new TlsEvent.Alerted(false, 1, 0)), "close_notify of the server");
    }

    @ParameterizedTest
    @CsvSource({"EXPIRED, CERT_EXPIRED", "NOT_YET_VALID, CERT_NOT_YET_VALID", "SELF_SIGNED, CERT_SELF_SIGNED", "UNKNOWN_ISSUER, CERT_UNKNOWN_ISSUER"})
    void aBadCertificateFailsTheStageAndIsTakenWhereNothingIsChecked(Fitness fitness, ErrorCode code) throws Exception {
        try (OpensslServer server = server(fitness)) {
            assertFalse(speak(server.port(), trusting, PATIENT, Script.CONNECT_ONLY).completed());
            assertEquals(code, failure(Stage.TLS).code());
            assertEquals(code, trace.only(TlsEvent.Verified.class).problem());
            assertTrue(trace.all(TlsEvent.Alerted.class).getFirst().sent());

            assertTrue(speak(server.port(), new TlsPlan(null, true, null, List.of(), null, null, null), PATIENT, Script.CONNECT_ONLY).completed());
        }
    }

    @Test
    void aNameThatIsNotInTheCertificateIsTheWrongHost() throws Exception {
        try (OpensslServer server = server(Fitness.GOOD)) {
            speak(server.port(), new TlsPlan(trusting.authorities(), false, "www.example", List.of(), null, null, null), PATIENT, Script.CONNECT_ONLY);
        }
        assertEquals(ErrorCode.CERT_WRONG_HOST, failure(Stage.TLS).code());
        assertEquals("it is for \"localhost\", \"127.0.0.1\", and not for \"www.example\"", failure(Stage.TLS).message());
        assertEquals("www.example", trace.all(TlsEvent.HelloSeen.class).getFirst().serverName());
    }

    @ParameterizedTest
    @CsvSource({"-tls1_1, TLS_VERSION, 70", "-tls1_2 -cipher AES128-SHA -groups P-256, TLS_ALERT, 40", "-alpn h2, TLS_ALPN, 120",
        "-tls1_2 -Verify 1, TLS_CLIENT_CERT, 40"})
    void theAlertOfTheServerIsNamed(String options, ErrorCode code, int alert) throws Exception {
        try (OpensslServer server = server(Fitness.GOOD, options.split(" "))) {
            speak(server.port(), trusting.offering(List.of("http/1.1")), PATIENT, Script.CONNECT_ONLY);
        }
        assertEquals(code, failure(Stage.TLS).code(), failure(Stage.TLS).message());
        assertTrue(trace.all(TlsEvent.Alerted.class).contains(new TlsEvent.Alerted(false, 2, alert)), trace.all(TlsEvent.Alerted.class).toString());
        assertTrue(failure(Stage.TLS).message().contains("(" + alert + ")"), failure(Stage.TLS).message());
    }

    /// Of TLS 1.3 the client is done before the server misses the certificate.
    @Test
    void aClientCertificateThatIsMissingIsSaidAtTheFirstRead() throws Exception {
        try (OpensslServer server = server(Fitness.GOOD, "-tls1_3", "-Verify", "1")) {
            speak(server.port(), trusting, PATIENT, Script.CONNECT_ONLY.sending(bytes("x")).expecting(bytes("y")));
        }
        assertTrue(trace.stages().contains("tls ok"), trace.stages().toString());
        Failure failed = failure(Stage.FIRST_BYTE);
        assertEquals(ErrorCode.TLS_CLIENT_CERT, failed.code());
        assertEquals("the server sent the alert certificate_required (116), when the handshake was over on this side", failed.message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_3", "-tls1_2"})
    void aClientCertificateIsShown(String version) throws Exception {
        OpensslServer.write(folder.resolve("clients.pem"), certificates.authority());
        var own = certificates.identity(Fitness.GOOD, List.of("client.example"));
        Path file = Files.writeString(folder.resolve("own.pem"), OpensslServer.pem(own.chain().getFirst())
                + OpensslServer.part("PRIVATE KEY", own.key().getEncoded()));
        TlsPlan plan = new TlsPlan(trusting.authorities(), false, null, List.of(), file.toFile(), null, null);
        try (OpensslServer server = server(Fitness.GOOD, version, "-www", "-Verify", "1", "-verify_return_error", "-CAfile", folder.resolve("clients.pem").toString())) {
            assertTrue(speak(server.port(), plan, PATIENT, Script.CONNECT_ONLY.sending(bytes("GET / HTTP/1.0\r\n\r\n")).expecting(bytes("s_server"))).asExpected(),
                    trace.all(StageEvent.Failed.class).toString());
        }
    }

    /// OpenSSL writes down the same secrets for the same connection.
    @ParameterizedTest
    @ValueSource(strings = {"-tls1_3", "-tls1_2"})
    void theKeyLogIsTheOneOfTheServer(String version) throws Exception {
        Path ours = folder.resolve("ours" + version);
        Path theirs = folder.resolve("theirs" + version);
        TlsPlan plan = new TlsPlan(trusting.authorities(), false, null, List.of(), null, null, KeyLog.to(ours.toFile()));
        try (OpensslServer server = server(Fitness.GOOD, version, "-www", "-keylogfile", theirs.toString())) {
            assertTrue(speak(server.port(), plan, PATIENT, Script.CONNECT_ONLY.sending(bytes("GET / HTTP/1.0\r\n\r\n")).expecting(bytes("s_server"))).asExpected());
        }
        assertEquals(keys(theirs), keys(ours));
        assertEquals(version.equals("-tls1_3") ? 5 : 1, keys(ours).size());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(ours)));
    }

    private static List<String> keys(Path file) throws IOException {
        return Files.readAllLines(file).stream().filter(line -> !line.startsWith("#")).map(String::toLowerCase).sorted().toList();
    }

    @ParameterizedTest
    @CsvSource({"HTTP/1.1 400 Bad Request, TLS_PLAINTEXT", "220 mail.example ESMTP, TLS_PLAINTEXT"})
    void plainTextOnTheTlsPortIsNamed(String said, ErrorCode code) throws Exception {
        against(socket -> {
            socket.getInputStream().read();
            socket.getOutputStream().write((said + "\r\n").getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        }, PATIENT);
        assertEquals(code, failure(Stage.TLS).code());
        assertTrue(failure(Stage.TLS).message().contains(said), failure(Stage.TLS).message());
    }

    @Test
    void theEndInTheHandshakeIsOne() throws Exception {
        against(socket -> socket.getInputStream().read(new byte[2000]), PATIENT);
        assertEquals(ErrorCode.EOF, failure(Stage.TLS).code());
        assertEquals("the peer ended its stream before any message of its own", failure(Stage.TLS).message());
    }

    @Test
    void aResetInTheHandshakeIsOne() throws Exception {
        against(socket -> {
            socket.getInputStream().read();
            socket.setSoLinger(true, 0);
        }, PATIENT);
        assertEquals(ErrorCode.ECONNRESET, failure(Stage.TLS).code());
    }

    @Test
    void silenceEndsWithTheDeadline() throws Exception {
        Deadlines soon = new Deadlines(SECOND, 50 * MILLI, SECOND, SECOND, SECOND);
        against(socket -> {
            InputStream in = socket.getInputStream();
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }, soon);
        assertEquals(ErrorCode.TIMEOUT, failure(Stage.TLS).code());
    }

    private void against(Peer.Part part, Deadlines deadlines) throws Exception {
        try (Peer peer = new Peer(part); SocketChannel channel = peer.connect()) {
            List<Exchange> all = List.of(new Exchange.Secure(trusting, "localhost", deadlines.read()), new Exchange.Close(Exchange.Way.ORDERLY, SECOND));
            assertFalse(new Conversation(trace.runner).hold(channel, all).completed());
        }
    }
}
