package dev.lifeline.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/// A small server of HTTP on loopback that answers each request with bytes of the test's own, and keeps what it was asked. One
/// connection after the other; one request after the other on each.
final class WebPeer implements AutoCloseable {

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Thread thread;
    /// The requests, with their bodies where `Content-Length` says so.
    final List<String> asked = new CopyOnWriteArrayList<>();

    /// @param answer makes an answer of a request
    WebPeer(UnaryOperator<String> answer) throws IOException {
        thread = Thread.ofPlatform().daemon().name("web peer").start(() -> {
            while (!listening.isClosed()) {
                try (Socket socket = listening.accept()) {
                    socket.setSoTimeout(10_000);
                    for (String request = read(socket); request != null; request = read(socket)) {
                        asked.add(request);
                        socket.getOutputStream().write(answer.apply(request).getBytes(StandardCharsets.ISO_8859_1));
                    }
                } catch (IOException e) {
                    // The client has gone, or the test is over.
                }
            }
        });
    }

    int port() {
        return listening.getLocalPort();
    }

    String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    private static String read(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder text = new StringBuilder();
        while (text.indexOf("\r\n\r\n") < 0) {
            int octet = in.read();
            if (octet < 0) {
                return null;
            }
            text.append((char) octet);
        }
        int at = text.indexOf("Content-Length: ");
        int length = at < 0 ? 0 : Integer.parseInt(text.substring(at + 16, text.indexOf("\r\n", at)));
        return text + new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
    }

    static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        thread.interrupt();
    }
}
