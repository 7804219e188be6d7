package dev.lifeline.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.client.web.HttpPlan;
import dev.lifeline.client.web.RequestBody;
import dev.lifeline.http.HttpField;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.HttpEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.http.BodyFraming;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Bodies of requests, and servers that want them or not, on real sockets.
@Timeout(60)
class WebBodiesTest extends WebFixture {

    private static final String DONE = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
    private static final byte[] LARGE = new byte[3 << 20];

    private final AtomicReference<String> head = new AtomicReference<>();
    private final AtomicReference<byte[]> body = new AtomicReference<>();

    /// A server that takes a body of this length, and says 100 before it where it is to.
    private Peer.Part taking(int length, boolean continues) {
        return socket -> {
            head.set(readHead(socket));
            if (continues) {
                socket.getOutputStream().write(bytes("HTTP/1.1 100 Continue\r\n\r\n"));
            }
            body.set(socket.getInputStream().readNBytes(length));
            socket.getOutputStream().write(bytes(DONE));
            Peer.drain(socket);
        };
    }

    @Test
    void aSmallBodyFollowsItsHeadAtOnce() throws Exception {
        ask(taking(5, false), posting(bytes("hello")));

        assertTrue(head.get().startsWith("POST / HTTP/1.1\r\nHost: h\r\n"), head.get());
        assertTrue(head.get().contains("\r\nContent-Length: 5\r\n"), head.get());
        assertArrayEquals(bytes("hello"), body.get());
        assertEquals(head.get().length() + 5, requested().bytes());
        assertTrue(parts().containsAll(List.of(new HttpEvent.BodyBegan(BodyFraming.LENGTH, 5), new HttpEvent.BodyEnded(5))));
    }

    @Test
    void aFileIsSentWhileItIsRead(@TempDir Path folder) throws Exception {
        new Random(5).nextBytes(LARGE);
        Path file = Files.write(folder.resolve("body"), LARGE);
        ask(taking(LARGE.length, true), new HttpPlan("PUT", "/f", FIELDS, RequestBody.of(file, LARGE.length), 1, 0));

        assertTrue(head.get().contains("\r\nExpect: 100-continue\r\n"), head.get());
        assertArrayEquals(LARGE, body.get());
        assertEquals(List.of("request ok", "first byte ok", "response ok", "close ok"), trace.stages());
        assertEquals(List.of(100, 200), trace.all(HttpEvent.StatusLine.class).stream().map(HttpEvent.StatusLine::status).toList());
    }

    @Test
    void whereNobodySays100TheBodyIsSentAllTheSame() throws Exception {
        ask(taking(5, false), posting(bytes("hello"), new HttpField("Expect", "100-continue")));

        assertArrayEquals(bytes("hello"), body.get());
        assertEquals(200, responded().status());
    }

    @Test
    void aBodyThatIsRefusedBeforehandIsNotSent() throws Exception {
        ask(answering("HTTP/1.1 413 Content Too Large\r\nContent-Length: 0\r\n\r\n"), posting(LARGE));

        assertEquals(413, responded().status());
        assertTrue(requested().bytes() < 1_000, "only the head was written: " + requested().bytes());
        assertEquals(List.of("request ok", "first byte ok", "response ok", "close ok"), trace.stages());
    }

    @Test
    void anAnswerInTheMiddleOfABodyEndsIt() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        ask(socket -> {
            readHead(socket);
            socket.getOutputStream().write(bytes("HTTP/1.1 100 Continue\r\n\r\n"));
            socket.getInputStream().readNBytes(10_000);
            socket.getOutputStream().write(bytes("HTTP/1.1 507 Full\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"));
            // Reads no more, and does not go away: only the answer can end the client's writing.
            awaitStage(Stage.REQUEST);
            over.countDown();
        }, posting(new byte[32 << 20]));

        assertTrue(over.await(10, TimeUnit.SECONDS));
        assertEquals(507, responded().status());
        assertFalse(responded().keepsAlive());
        assertTrue(requested().bytes() < 32 << 20, "the body was not sent whole");
        assertTrue(at(StageEvent.Finished.class, Stage.REQUEST) - at(StageEvent.Started.class, Stage.REQUEST) < 9 * SECOND,
                "it was the answer that ended it, and not the deadline");
    }

    @Test
    void aPersonsOwnFramingIsSentAsItIs() throws Exception {
        ask(taking("5\r\nhello\r\n0\r\n\r\n".length(), false), posting(bytes("hello"), new HttpField("Transfer-Encoding", "chunked")));
        assertArrayEquals(bytes("5\r\nhello\r\n0\r\n\r\n"), body.get());
        assertEquals(List.of(new HttpEvent.ChunkBegan(5), new HttpEvent.ChunkBegan(0)), trace.all(HttpEvent.ChunkBegan.class));

        WebBodiesTest longer = new WebBodiesTest();
        longer.ask(longer.taking(5, false), posting(bytes("hello"), new HttpField("Content-Length", "50")));
        assertTrue(longer.head.get().contains("Content-Length: 50\r\n") && longer.head.get().indexOf("Content-Length") == longer.head.get().lastIndexOf("Content-Length"),
                longer.head.get());
    }
}
