package dev.lifeline.server;

import com.sun.net.httpserver.HttpServer;
import dev.lifeline.model.Lane;
import dev.lifeline.record.Gates;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.Recorder;
import dev.lifeline.record.TraceClock;
import dev.lifeline.server.web.WebSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/// A server for `scripts/bench http`: `HttpBench traced|untraced|jdk PORT` answers until it is killed.
public final class HttpBench {

    private static final byte[] HELLO = "hello\n".getBytes(StandardCharsets.US_ASCII);
    private static final int QUEUE = 4096;

    private HttpBench() {
    }

    public static void main(String[] args) throws Exception {
        int port = Integer.parseInt(args[1]);
        if (args[0].equals("jdk")) {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), QUEUE);
            server.createContext("/hello", exchange -> {
                exchange.sendResponseHeaders(200, HELLO.length);
                exchange.getResponseBody().write(HELLO);
                exchange.close();
            });
            server.start();
        } else {
            boolean traced = args[0].equals("traced");
            Recorder recorder = Recorder.forConnections(TraceClock.start(), 1_000);
            if (!traced) {
                recorder.close();
            }
            LoopbackServer.open(new LaneRecorder(recorder, Lane.SERVER, 0, 0), new Gates(), ServerOptions.on(InetAddress.getLoopbackAddress(), port)
                    .withBacklog(QUEUE).withBehaviour(new Behaviour.Http(WebSettings.USUAL.withTrace(traced))));
        }
        new CountDownLatch(1).await();
    }
}
