package dev.lifeline.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.client.Resolver;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Drives the failure of every stage through the command line and looks at the exit code and at the verdict: stage, code, and
/// the four fields of a good error report (operation, local, remote, stage).
@Timeout(60)
class FailureMatrixTest {

    private static final JsonMapper JSON = new JsonMapper();

    /// What is looked at; `null` for a field that must be missing, `*` for one that must be there.
    private record Expected(int exit, String stage, String code, String operation, String local, String remote) {
    }

    private static void assertVerdict(Expected expected, Shell.Ran ran) {
        String last = ran.out().lines().filter(line -> line.contains("\"type\":\"verdict\"")).findFirst()
                .orElseThrow(() -> new AssertionError("no verdict in:\n" + ran.out() + ran.err()));
        JsonNode verdict = JSON.readTree(last);
        assertAll(
                () -> assertEquals(expected.exit, ran.code(), last),
                () -> assertEquals(expected.stage, text(verdict, "stage"), last),
                () -> assertEquals(expected.code, text(verdict, "code"), last),
                () -> assertEquals(expected.operation, text(verdict, "operation"), last),
                () -> assertEndpoint(expected.local, verdict.get("local"), last),
                () -> assertEndpoint(expected.remote, verdict.get("remote"), last),
                () -> assertFalse(text(verdict, "happened").isBlank(), last),
                () -> assertFalse(text(verdict, "proved").isBlank(), last),
                () -> assertFalse(text(verdict, "notProved").isBlank(), last),
                () -> assertFalse(text(verdict, "next").isBlank(), last));
    }

    private static String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asString() : null;
    }

    private static void assertEndpoint(String expected, JsonNode actual, String line) {
        boolean there = actual != null && !actual.isNull();
        if (expected == null || expected.equals("*")) {
            assertEquals(expected != null, there, line);
            return;
        }
        assertTrue(there, line);
        int port = actual.get("port").asInt();
        assertEquals(expected, expected.endsWith(":*") ? actual.get("address").asString() + ":*" : actual.get("address").asString() + ":" + port, line);
    }

    private static Resolver failing(String reason) {
        return host -> {
            throw new UnknownHostException(host + ": " + reason);
        };
    }

    private static Shell.Ran connect(String... args) {
        return connect(new Shell(), args);
    }

    private static Shell.Ran connect(Shell shell, String... args) {
        List<String> all = new ArrayList<>(List.of("connect", "--json"));
        all.addAll(List.of(args));
        return shell.run(all.toArray(String[]::new));
    }

    private static int unusedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    @Test
    void lookupNoSuchName() {
        assertVerdict(new Expected(10, "lookup", "ENOTFOUND", "getaddrinfo", null, null),
                connect(new Shell().with(failing("Name or service not known")), "no.such.name.invalid:80"));
    }

    @Test
    void lookupTemporaryFailure() {
        assertVerdict(new Expected(10, "lookup", "EAI_AGAIN", "getaddrinfo", null, null),
                connect(new Shell().with(failing("Temporary failure in name resolution")), "db.example:80"));
    }

    @Test
    void lookupOfANameWithoutAddress() {
        assertVerdict(new Expected(10, "lookup", "EAI_NODATA", "getaddrinfo", null, null),
                connect(new Shell().with(failing("No address associated with hostname")), "mail.example:80"));
    }

    @Test
    void lookupFailureInAnotherLanguage() {
        assertVerdict(new Expected(10, "lookup", "ENOTFOUND", "getaddrinfo", null, null),
                connect(new Shell().with(failing("Der Name oder der Dienst ist nicht bekannt")), "no.such.name.invalid:80"));
    }

    @Test
    void lookupThatNeverAnswersEndsAtItsDeadline() {
        CountDownLatch never = new CountDownLatch(1);
        Resolver silent = host -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new UnknownHostException(host);
        };
        assertVerdict(new Expected(10, "lookup", "TIMEOUT", "getaddrinfo", null, null),
                connect(new Shell().with(silent), "db.example:80", "--lookup-timeout", "50ms"));
        never.countDown();
    }

    @Test
    void lookupOfTheOtherFamilyOnly() {
        assertVerdict(new Expected(10, "lookup", "EAI_NODATA", "getaddrinfo", null, null),
                connect(new Shell().with(host -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")}), "v4.example:80", "-6"));
    }

    @Test
    void routeWithFamiliesThatDoNotMatch() {
        assertVerdict(new Expected(11, "route", "FAMILY_MISMATCH", "route", "127.0.0.1:0", "::1:80"),
                connect("[::1]:80", "--source", "127.0.0.1"));
    }

    @Test
    void bindToAForeignSource() {
        assertVerdict(new Expected(12, "bind", "EADDRNOTAVAIL", "bind", "192.0.2.1:0", null),
                connect("127.0.0.1:80", "--source", "192.0.2.1"));
    }

    @Test
    void bindToAForeignLinkLocalSourceOfARealInterface() throws IOException {
        String loopback = java.net.NetworkInterface.getByInetAddress(InetAddress.ofLiteral("127.0.0.1")).getName();
        assertEquals(12, connect("[::1]:9", "--source", "fe80::1%" + loopback).code());
    }

    @Test
    void bindToASourcePortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            String source = "127.0.0.1:" + taken.getLocalPort();
            assertVerdict(new Expected(12, "bind", "EADDRINUSE", "bind", source, null), connect("127.0.0.1:9", "--source", source));
        }
    }

    @Test
    void bindOfAServerWhosePortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            String address = "127.0.0.1:" + taken.getLocalPort();
            assertVerdict(new Expected(12, "bind", "EADDRINUSE", "bind", address, null), connect("--serve", address));
        }
    }

    @Test
    void connectRefused() throws IOException {
        String address = "127.0.0.1:" + unusedPort();
        assertVerdict(new Expected(13, "connect", "ECONNREFUSED", "connect", "127.0.0.1:0", address), connect(address));
    }

    @Test
    void connectToEveryAddressRefusedNamesThemAll() throws IOException {
        int port = unusedPort();
        Resolver two = host -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("127.0.0.2")};
        Shell.Ran ran = connect(new Shell().with(two), "two.example:" + port);
        assertVerdict(new Expected(13, "connect", "ECONNREFUSED", "connect", "*", "*"), ran);
        String verdict = ran.out().lines().filter(line -> line.contains("\"type\":\"verdict\"")).findFirst().orElseThrow();
        assertTrue(verdict.contains("127.0.0.1:" + port) && verdict.contains("127.0.0.2:" + port), verdict);
    }

    @Test
    void connectIntoAFullAcceptQueueIsSilence() throws IOException {
        try (ServerSocket full = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1")); FullQueue queue = FullQueue.fill(full)) {
            String address = "127.0.0.1:" + full.getLocalPort();
            assertVerdict(new Expected(13, "connect", "TIMEOUT", "connect", "127.0.0.1:0", address),
                    connect(address, "--connect-timeout", "300ms"));
            assertEquals(2, queue.established());
        }
    }

    @Test
    void resetBeforeTheFirstByte() {
        assertVerdict(new Expected(16, "first byte", "ECONNRESET", "read", "*", "*"), connect("--serve", "--behaviour", "reset"));
    }

    @Test
    void resetAfterTheFirstByte() {
        assertVerdict(new Expected(16, "data", "ECONNRESET", "read", "*", "*"),
                connect("--serve", "--behaviour", "reset=answer", "--send", "0123456789", "--expect", "0123456789"));
    }

    @Test
    void endOfStreamBeforeTheFirstByte() {
        assertVerdict(new Expected(16, "first byte", "EOF", "read", "*", "*"), connect("--serve", "--behaviour", "close"));
    }

    @Test
    void aSilentServerIsAReadTimeout() {
        assertVerdict(new Expected(16, "first byte", "TIMEOUT", "read", "*", "*"),
                connect("--serve", "--behaviour", "silent", "--read-timeout", "100ms"));
    }

    @Test
    void silenceInTheMiddleIsIdle() {
        assertVerdict(new Expected(18, "idle", "TIMEOUT", "read", "*", "*"),
                connect("--serve", "--behaviour", "drip=4/30s", "--send", "half and half", "--idle-timeout", "100ms"));
    }

    @Test
    void silenceInsteadOfTheExpectedTextIsUnexpected() {
        assertVerdict(new Expected(20, "idle", "TIMEOUT", "read", "*", "*"),
                connect("--serve", "--send", "half", "--expect", "half and half", "--idle-timeout", "100ms"));
        assertVerdict(new Expected(20, "first byte", "TIMEOUT", "read", "*", "*"),
                connect("--serve", "--behaviour", "silent", "--expect", "pong", "--read-timeout", "100ms"));
    }

    @Test
    void aPeerThatDoesNotReadIsAWriteTimeout() throws IOException {
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertVerdict(new Expected(17, "write", "TIMEOUT", "write", "*", "*"),
                    connect("127.0.0.1:" + deaf.getLocalPort(), "--send", "x".repeat(16 << 20), "--write-timeout", "200ms"));
        }
    }

    @Test
    void aPeerThatResetsWhileWeWriteIsAWriteFailure() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Thread resetter = Thread.ofPlatform().daemon().start(() -> {
                try (Socket accepted = server.accept()) {
                    accepted.setSoLinger(true, 0);
                    accepted.getInputStream().readNBytes(1 << 16);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            Shell.Ran ran = connect("127.0.0.1:" + server.getLocalPort(), "--send", "x".repeat(32 << 20));
            resetter.join(10_000);
            assertEquals(17, ran.code(), ran.out());
            String verdict = ran.out().lines().filter(line -> line.contains("\"type\":\"verdict\"")).findFirst().orElseThrow();
            assertTrue(verdict.contains("ECONNRESET") || verdict.contains("EPIPE"), verdict);
        }
    }

    @Test
    void anExpectationThatDoesNotHold() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            Thread answer = Thread.ofPlatform().daemon().start(() -> {
                try (Socket accepted = server.accept(); OutputStream out = accepted.getOutputStream()) {
                    accepted.getInputStream().readNBytes(4);
                    out.write("nope".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            Shell.Ran ran = connect("127.0.0.1:" + server.getLocalPort(), "--send", "ping", "--expect", "pong");
            answer.join(10_000);
            assertEquals(20, ran.code(), ran.out());
            assertTrue(ran.out().contains("\"result\":\"unexpected\""), ran.out());
        }
    }

    @Test
    void aServerThatIsGoneRefuses() throws Exception {
        int port;
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = server.getLocalPort();
            assertEquals(0, connect("127.0.0.1:" + port).code());
        }
        assertEquals(13, connect("127.0.0.1:" + port).code());
    }
}
