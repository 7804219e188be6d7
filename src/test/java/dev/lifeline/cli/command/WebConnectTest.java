package dev.lifeline.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.cli.Shell;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// `trace connect` with URLs, through the entry of the process and real sockets.
@Timeout(60)
class WebConnectTest {

    @TempDir
    private Path folder;

    private static Shell.Ran connect(String... words) {
        return connect(new Shell(), words);
    }

    private static Shell.Ran connect(Shell shell, String... words) {
        String[] all = new String[words.length + 3];
        all[0] = "connect";
        System.arraycopy(words, 0, all, 1, words.length);
        all[words.length + 1] = "--evidence";
        all[words.length + 2] = "portable";
        return shell.run(all);
    }

    @Test
    void aUrlIsOneRequestAndItsAnswer() throws Exception {
        try (WebPeer peer = new WebPeer(_ -> WebPeer.ok("hello\n"))) {
            Shell.Ran ran = connect(peer.url("/a b?c=\u00e4#d"));

            assertEquals(0, ran.code(), ran.out() + ran.err());
            assertTrue(peer.asked.getFirst().startsWith("GET /a%20b?c=%C3%A4 HTTP/1.1\r\nHost: 127.0.0.1:" + peer.port() + "\r\nUser-Agent: lifeline/"),
                    peer.asked.getFirst());
            assertTrue(ran.line("request").startsWith("GET /a%20b?c=%C3%A4, "), ran.out());
            assertTrue(ran.line("response").startsWith("200 OK, 6 bytes"), ran.out());
        }
    }

    @Test
    void anOptionOfHttpAsksForItWithoutAUrl() throws Exception {
        try (WebPeer peer = new WebPeer(_ -> WebPeer.ok(""))) {
            assertEquals(0, connect("127.0.0.1", String.valueOf(peer.port()), "--header", "X-A: b", "--header", "Accept:").code());

            assertTrue(peer.asked.getFirst().startsWith("GET / HTTP/1.1\r\n"), peer.asked.getFirst());
            assertTrue(peer.asked.getFirst().contains("\r\nX-A: b\r\n") && !peer.asked.getFirst().contains("Accept"), peer.asked.getFirst());
        }
    }

    @Test
    void bodiesComeFromTheWordFromAFileAndFromStandardInput() throws Exception {
        Path file = Files.writeString(folder.resolve("body"), "of a file");
        try (WebPeer peer = new WebPeer(request -> WebPeer.ok(request.substring(request.indexOf("\r\n\r\n") + 4)))) {
            assertEquals(0, connect(peer.url("/"), "--data", "a\\n", "--expect", "a\\n").code());
            assertEquals(0, connect(peer.url("/"), "--data-file", file.toString(), "--method", "PUT", "--expect", "of a file").code());
            assertEquals(0, connect(new Shell().readingFrom(new ByteArrayInputStream("of stdin".getBytes(StandardCharsets.UTF_8))), peer.url("/"), "--data-file", "-",
                    "--expect", "of stdin").code());
            assertEquals(20, connect(peer.url("/"), "--data", "a", "--expect", "b").code());

            assertTrue(peer.asked.get(0).startsWith("POST "), peer.asked.get(0));
            assertTrue(peer.asked.get(1).startsWith("PUT "), peer.asked.get(1));
        }
    }

    @Test
    void rawBytesComeFromAFileToo() throws Exception {
        Path file = Files.writeString(folder.resolve("raw"), "GET /raw HTTP/1.0\r\n\r\n");
        try (WebPeer peer = new WebPeer(_ -> WebPeer.ok("x"))) {
            assertEquals(0, connect("127.0.0.1", String.valueOf(peer.port()), "--send-file", file.toString(), "--expect", "200 OK").code());
            assertEquals(0, connect(new Shell().readingFrom(Files.newInputStream(file)), "127.0.0.1", String.valueOf(peer.port()), "--send", "-",
                    "--expect", "200 OK").code());

            assertEquals("GET /raw HTTP/1.0\r\n\r\n", peer.asked.getLast());
        }
    }

    @Test
    void requestsAndConnectionsAreCounted() throws Exception {
        try (WebPeer peer = new WebPeer(_ -> WebPeer.ok("x"))) {
            Shell.Ran ran = connect(peer.url("/"), "--requests", "2", "--count", "2", "--interval", "0ms", "--json");

            assertEquals(0, ran.code(), ran.err());
            assertEquals(4, peer.asked.size());
            assertEquals(4, ran.out().lines().filter(line -> line.contains("\"http-status-line\"")).count(), ran.out());
            assertEquals(2, ran.out().lines().filter(line -> line.contains("\"connected\"")).count());
        }
    }

    @Test
    void whatFailsAboveTcpHasTheCodeOfItsStage() throws Exception {
        try (WebPeer peer = new WebPeer(request -> request.contains("/lf") ? "HTTP/1.1 200 OK\n\n" : "HTTP/1.1 200 OK\r\nContent-Length: 9\r\nConnection: close\r\n\r\nhello")) {
            Shell.Ran broken = connect(peer.url("/lf"), "--json");
            assertEquals(19, broken.code(), broken.out());
            assertTrue(broken.out().contains("\"byte 15 of the answer: expected CR before LF, found LF alone\""), broken.out());

            Shell.Ran slow = connect(peer.url("/"), "--idle-timeout", "200ms");
            assertEquals(19, slow.code(), slow.out());
            assertTrue(slow.line("response").startsWith("FAILED TIMEOUT"), slow.out());
        }
    }

    @Test
    void redirectsAreFollowedWithAConnectionEachWhereThatIsAskedFor() throws Exception {
        try (WebPeer other = new WebPeer(_ -> WebPeer.ok("there"));
             WebPeer peer = new WebPeer(request -> "HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: "
                     + (request.startsWith("POST /first") ? "second?q" : other.url("/third")) + "\r\n\r\n")) {
            Shell.Ran stays = connect(peer.url("/first"), "--data", "x");
            assertEquals(0, stays.code());
            assertEquals(1, peer.asked.size());

            Shell.Ran follows = connect(peer.url("/first"), "--follow", "--data", "x", "--header", "Authorization: Basic c2VjcmV0", "--expect", "there", "--json");
            assertEquals(20, follows.code(), "the two before have no such text");
            assertEquals(3, peer.asked.size());
            assertTrue(peer.asked.get(1).startsWith("POST /first "), peer.asked.get(1));
            assertTrue(peer.asked.get(2).startsWith("GET /second?q "), peer.asked.get(2));
            assertTrue(peer.asked.get(2).contains("Authorization"), "the same server may know");
            assertTrue(other.asked.getFirst().startsWith("GET /third HTTP/1.1\r\nHost: 127.0.0.1:" + other.port() + "\r\n"), other.asked.getFirst());
            assertFalse(other.asked.getFirst().contains("Authorization"), "another server must not know");
            assertFalse(follows.out().contains("c2VjcmV0"), "no recording has it");
        }
    }

    @Test
    void redirectsInACircleEnd() throws Exception {
        try (WebPeer peer = new WebPeer(_ -> "HTTP/1.1 301 Moved\r\nContent-Length: 0\r\nLocation: /\r\n\r\n")) {
            Shell.Ran ran = connect(peer.url("/"), "--follow", "--json");

            assertEquals(19, ran.code(), ran.out());
            assertEquals(11, peer.asked.size());
            assertTrue(ran.out().contains("\"10 redirects led here, and the answer leads on, to " + peer.url("/") + "\""), ran.out());
        }
        try (WebPeer peer = new WebPeer(_ -> "HTTP/1.1 301 Moved\r\nContent-Length: 0\r\nLocation: /there\r\n\r\n")) {
            Shell.Ran ran = connect(peer.url("/"), "--detail", "brief");

            assertEquals(0, ran.code(), ran.out());
            assertTrue(ran.out().contains("answered 301 to /there, "), ran.out());
        }
    }

    @Test
    void aProxyIsAskedForTheWholeUrl() throws Exception {
        try (WebPeer proxy = new WebPeer(_ -> WebPeer.ok("of the proxy"))) {
            String at = "http://user:pass@127.0.0.1:" + proxy.port();
            assertEquals(0, connect("http://nowhere.invalid/x", "--proxy", at, "--expect", "of the proxy").code());
            Shell environment = new Shell().with("http_proxy", at).with("NO_PROXY", "other.invalid");
            assertEquals(0, connect(environment, "http://nowhere.invalid:81/y", "--proxy", "env", "--expect", "of the proxy").code());

            assertTrue(proxy.asked.get(0).startsWith("GET http://nowhere.invalid/x HTTP/1.1\r\nHost: nowhere.invalid\r\n"), proxy.asked.get(0));
            assertTrue(proxy.asked.get(0).contains("\r\nProxy-Authorization: Basic dXNlcjpwYXNz\r\n"), proxy.asked.get(0));
            assertTrue(proxy.asked.get(1).startsWith("GET http://nowhere.invalid:81/y HTTP/1.1\r\nHost: nowhere.invalid:81\r\n"), proxy.asked.get(1));
        }
    }

    @Test
    void aServerOfOurOwnIsAskedByHttp() {
        Shell.Ran ran = connect("--serve", "http://localhost/hello");
        assertEquals(0, ran.code(), ran.out() + ran.err());
        assertTrue(ran.out().contains("200 OK"), ran.out());

        Shell.Ran follows = connect("--serve", "--behaviour", "http=redirect", "--follow", "--detail", "brief");
        assertEquals(19, follows.code(), follows.out() + follows.err());
        assertTrue(follows.out().contains("11 connections"), follows.out());
    }
}
