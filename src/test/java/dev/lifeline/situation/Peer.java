package dev.lifeline.situation;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Another program: a server that does to each connection what its words say, one connection at a time, until it is killed.
///
/// The words: `after=MS` lets time pass; `write=TEXT`; `read=N` reads so many bytes; `fin` ends its own direction; `close`;
/// `share`, first of all, lets several listen at one port; `reset` closes with a RST; `gone` closes the listener; `hold` keeps all as it is. A word before `accept` is done once.
final class Peer {

    private static final Set<String> ONCE = Set.of("after", "gone", "hold");
    private static final CountDownLatch ENDLESS = new CountDownLatch(1);
    private static final List<Socket> KEPT = new ArrayList<>();

    private Peer() {
    }

    /// @param words address, port, backlog, and what it does
    public static void main(String... words) throws Exception {
        InetSocketAddress at = new InetSocketAddress(InetAddress.getByName(words[0]), Integer.parseInt(words[1]));
        try (ServerSocket listener = new ServerSocket()) {
            listener.setReuseAddress(true);
            listener.setOption(StandardSocketOptions.SO_REUSEPORT, List.of(words).contains("share"));
            listener.bind(at, Integer.parseInt(words[2]));
            System.out.println("ready");
            List<String> rest = List.of(words).subList(List.of(words).contains("share") ? 4 : 3, words.length);
            int accept = rest.indexOf("accept");
            for (String word : accept < 0 ? rest : rest.subList(0, accept)) {
                if (!ONCE.contains(word.split("=", 2)[0])) {
                    throw new IllegalArgumentException(word + " needs a connection");
                }
                act(listener, null, word);
            }
            while (accept >= 0) {
                serve(listener, listener.accept(), rest.subList(accept + 1, rest.size()));
            }
        }
    }

    private static void serve(ServerSocket listener, Socket socket, List<String> words) throws Exception {
        KEPT.add(socket);
        try {
            for (String word : words) {
                act(listener, socket, word);
            }
        } catch (IOException e) {
            // The other end went away: the next connection is served as this one was.
            socket.close();
        }
    }

    private static void act(ServerSocket listener, Socket socket, String said) throws Exception {
        String[] word = said.split("=", 2);
        switch (word[0]) {
            case "after" -> ENDLESS.await(Long.parseLong(word[1]), TimeUnit.MILLISECONDS);
            case "write" -> {
                OutputStream out = socket.getOutputStream();
                out.write(word[1].translateEscapes().getBytes(StandardCharsets.ISO_8859_1));
                out.flush();
            }
            case "read" -> socket.getInputStream().readNBytes(Integer.parseInt(word[1]));
            case "fin" -> socket.shutdownOutput();
            case "close" -> socket.close();
            case "reset" -> {
                socket.setSoLinger(true, 0);
                socket.close();
            }
            case "gone" -> listener.close();
            case "hold" -> ENDLESS.await();
            default -> throw new IllegalArgumentException(said);
        }
    }
}
