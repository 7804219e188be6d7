package dev.lifeline.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Three clients of `trace serve`: one that asks and is answered, one that resets, one that is open when somebody stops the server.
final class ServedClients {

    record Served(Shell.Ran ran) {
    }

    private ServedClients() {
    }

    static Served serve(Shell shell, String... options) throws Exception {
        String port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            port = String.valueOf(free.getLocalPort());
        }
        List<String> words = new ArrayList<>(List.of("serve", "127.0.0.1:" + port));
        words.addAll(Arrays.asList(options));
        CompletableFuture<Shell.Ran> running = CompletableFuture.supplyAsync(() -> shell.run(words.toArray(String[]::new)));
        java.util.function.Consumer<String> interrupt = shell.interrupt().get(20, TimeUnit.SECONDS);
        ask(Integer.parseInt(port), running).close();
        try (Socket rude = ask(Integer.parseInt(port), running)) {
            rude.setSoLinger(true, 0);
        }
        try (Socket open = ask(Integer.parseInt(port), running)) {
            // The answer has come: this connection is in the server's hands when it is stopped.
            interrupt.accept("INT");
            running.get(20, TimeUnit.SECONDS);
        }
        return new Served(running.get());
    }

    private static Socket ask(int port, CompletableFuture<?> running) throws IOException {
        while (true) {
            try {
                Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
                socket.getOutputStream().write("ping".getBytes(StandardCharsets.US_ASCII));
                socket.getInputStream().readNBytes(4);
                return socket;
            } catch (IOException e) {
                // It does not listen yet.
                if (running.isDone()) {
                    throw e;
                }
            }
        }
    }
}
