package dev.lifeline.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Outcome;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// TLS of the event loop, as the JDK's own sockets meet it.
final class TlsServingTest {

    private static final String REQUEST = "GET /hello HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";

    /// A client that trusts the server's authority and checks the name.
    private static SSLSocket client(ServerFixture fixture) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setCertificateEntry("authority", fixture.server.secure().authority());
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(fixture.client(), "localhost", fixture.address().getPort(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        return socket;
    }

    private static String asked(SSLSocket socket) throws IOException {
        try (socket) {
            socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void theHandshakeIsAStageAndWhatIsBehindItIsAsWithout() throws Exception {
        try (ServerFixture fixture = new ServerFixture("tls,http")) {
            String answer = asked(client(fixture));
            assertTrue(answer.startsWith("HTTP/1.1 200 OK") && answer.endsWith("hello\n"), answer);
            fixture.awaitOver(1);
            assertEquals(List.of("accept", "tls", "first byte", "request", "handler", "response", "close"), fixture.stages(1));
            Outcome.Secured secured = (Outcome.Secured) fixture.outcome(1, Stage.TLS);
            assertEquals("TLSv1.3", secured.version());
            assertTrue(secured.computing() > 0 && secured.waiting() >= 0, secured::toString);
            assertEquals(REQUEST.length(), fixture.closed(1).read());
        }
    }

    @Test
    void aLargeBodyCrossesWhole() throws Exception {
        try (ServerFixture fixture = new ServerFixture("tls,http"); SSLSocket socket = client(fixture)) {
            socket.getOutputStream().write("GET /stream?bytes=2000000 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertTrue(socket.getInputStream().readAllBytes().length > 2_000_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "not-yet-valid", "self-signed", "unknown-issuer", "wrong-host"})
    void aCertificateThatIsNotGoodIsRefusedByTheClient(String fault) throws Exception {
        try (ServerFixture fixture = new ServerFixture("tls=" + fault + ",http")) {
            assertThrows(SSLException.class, () -> asked(client(fixture)));
            fixture.awaitOver(1);
            assertEquals(ErrorCode.TLS_ALERT, fixture.failure(1, Stage.TLS).code());
        }
    }

    @Test
    void aClientThatShowsNoCertificateWhereOneIsWantedIsRefusedByTheServer() throws Exception {
        try (ServerFixture fixture = new ServerFixture("tls=client-cert,http")) {
            assertThrows(IOException.class, () -> asked(client(fixture)));
            fixture.awaitOver(1);
            fixture.failure(1, Stage.TLS);
        }
        try (ServerFixture fixture = new ServerFixture("tls=no-cipher")) {
            assertThrows(SSLException.class, () -> asked(client(fixture)));
            fixture.awaitOver(1);
            assertEquals(ErrorCode.TLS_NO_CIPHER, fixture.failure(1, Stage.TLS).code());
        }
    }

    @Test
    void whoSpeaksNoHttp2IsRefusedByAServerThatSpeaksNothingElse() throws Exception {
        try (ServerFixture fixture = new ServerFixture("tls=h2-only,http")) {
            SSLSocket socket = client(fixture);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"http/1.1"});
            socket.setSSLParameters(parameters);
            assertThrows(IOException.class, () -> asked(socket));
            fixture.awaitOver(1);
            assertEquals(ErrorCode.TLS_ALPN, fixture.failure(1, Stage.TLS).code());
        }
    }

    @Test
    void plainTextOnItsPortIsNamed() throws Exception {
        try (ServerFixture fixture = new ServerFixture("tls,http"); Socket socket = fixture.client()) {
            socket.getOutputStream().write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
            fixture.awaitOver(1);
            assertEquals(ErrorCode.TLS_PLAINTEXT, fixture.failure(1, Stage.TLS).code());
        }
    }

    @Test
    void aServerWithoutTlsAnswersAHelloInItsWay() throws Exception {
        byte[] hello = {22, 3, 1, 0, 1, 1};
        try (ServerFixture fixture = new ServerFixture("tls=old-version"); Socket socket = fixture.client()) {
            socket.getOutputStream().write(hello);
            assertArrayEquals(new byte[] {21, 3, 1, 0, 2, 2, 70}, socket.getInputStream().readAllBytes());
        }
        try (ServerFixture fixture = new ServerFixture("tls=plain-answer"); Socket socket = fixture.client()) {
            socket.getOutputStream().write(hello);
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertTrue(answer.startsWith("HTTP/1.1 400 ") && answer.endsWith("speaks plain HTTP only"), answer);
        }
        try (ServerFixture fixture = new ServerFixture("tls=eof-after-hello"); Socket socket = fixture.client()) {
            socket.getOutputStream().write(hello);
            assertEquals(-1, socket.getInputStream().read());
        }
        try (ServerFixture fixture = new ServerFixture("tls=reset-after-hello"); Socket socket = fixture.client()) {
            socket.getOutputStream().write(hello);
            assertThrows(IOException.class, () -> socket.getInputStream().read());
        }
    }

    @Test
    void aBehaviourOfTlsIsReadAsItIsWritten() {
        for (String text : List.of("tls", "tls=expired", "tls,http", "tls=self-signed,http=short-body", "tls,silent")) {
            assertEquals(text, Behaviour.parse(text).text());
        }
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Behaviour.parse("tls=expird")).getMessage().contains("did you mean expired"));
        assertThrows(IllegalArgumentException.class, () -> Behaviour.parse("tls,tls"));
    }
}
