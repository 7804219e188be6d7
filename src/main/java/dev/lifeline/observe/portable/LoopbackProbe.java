package dev.lifeline.observe.portable;

import dev.lifeline.observe.Availability;
import dev.lifeline.observe.Availability.Available;
import dev.lifeline.observe.Availability.Unavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/// Tells whether a connection over a loopback address works: makes one.
final class LoopbackProbe {

    private static final int TIMEOUT_MILLIS = 1000;

    private LoopbackProbe() {
    }

    /// @param address numeric
    static Availability of(String address) {
        try (ServerSocket server = new ServerSocket()) {
            server.bind(new InetSocketAddress(InetAddress.ofLiteral(address), 0), 1);
            try (Socket client = new Socket()) {
                client.connect(server.getLocalSocketAddress(), TIMEOUT_MILLIS);
            }
            return new Available(address + " listens and connects");
        } catch (IOException e) {
            return new Unavailable(address + ": " + e.getMessage(), LoopbackRemedy.of(address.indexOf(':') >= 0));
        }
    }
}
