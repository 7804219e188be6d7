package dev.lifeline.observe.sockdiag;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.diag.DestroyWatch;
import dev.lifeline.linux.diag.DiagAnswer;
import dev.lifeline.linux.diag.DiagRequest;
import dev.lifeline.linux.diag.DiagSocket;
import dev.lifeline.linux.diag.DiagSockets;
import dev.lifeline.linux.diag.SocketDiag;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.observe.Availability;
import dev.lifeline.observe.Availability.Available;
import dev.lifeline.observe.Availability.Unavailable;
import dev.lifeline.observe.portable.SpentDescriptors;
import dev.lifeline.observe.portable.Enabling;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.LockSupport;

/// Asks the kernel for a connection that it makes on the loopback address. That it loads all that a trace will need is a good
/// part of its use.
final class SockDiagTrial {

    /// Any machine has it whose loopback interface is up; to ask Java for one would list all interfaces.
    private static final String LOOPBACK = "127.0.0.1";
    private static final int SOME_PORT = 1;
    private static final long TIMEOUT_NANOS = 300_000_000;
    private static final long CONNECT_NANOS = 300_000_000;
    private static final long PAUSE_NANOS = 1_000_000;

    private SockDiagTrial() {
    }

    static Availability run() throws NativeException {
        try (SocketDiag diag = SocketDiag.open(TIMEOUT_NANOS); DestroyWatch destroys = DestroyWatch.open()) {
            destroys.poll();
            try (ServerSocketChannel server = ServerSocketChannel.open(); SocketChannel client = SocketChannel.open()) {
                server.bind(new InetSocketAddress(InetAddress.ofLiteral(LOOPBACK), 0), 1);
                if (!connect(client, server.getLocalAddress())) {
                    return new Unavailable("no connection over loopback to try it on: no answer within "
                            + CONNECT_NANOS / 1_000_000 + " ms", "let the firewall pass connections over lo");
                }
                return answer(diag, EndpointConversion.tuple((InetSocketAddress) client.getLocalAddress(),
                        (InetSocketAddress) client.getRemoteAddress()));
            } catch (IOException e) {
                return withoutConnection(diag, e);
            }
        }
    }

    /// A connection takes two ports of the range, and a machine that has none left has to be looked at all the more. Then the kernel
    /// is asked for whoever listens at a port: where nothing answers for TCP, the question is refused (ENOENT).
    private static Availability withoutConnection(SocketDiag diag, IOException why) {
        DiagSockets listeners = diag.dump(DiagRequest.dump(false, 1 << DiagSocket.LISTEN, SOME_PORT, 0), 1);
        boolean ports = why instanceof BindException && interfaceIsUp();
        return ports && listeners.lack() == null
                ? new Available("INET_DIAG answers; no connection to try it on: " + why.getMessage())
                : new Unavailable("no connection over loopback to try it on: " + why.getMessage(),
                        SpentDescriptors.ranOut(why) ? SpentDescriptors.MORE : Enabling.here().asRoot("ip link set lo up"));
    }

    /// An interface that is down has no address, which looks like a want of ports.
    private static boolean interfaceIsUp() {
        try {
            NetworkInterface loopback = NetworkInterface.getByInetAddress(InetAddress.ofLiteral(LOOPBACK));
            return loopback != null && loopback.isUp();
        } catch (SocketException notTold) {
            return false;
        }
    }

    /// The kernel does the handshake over loopback before the call returns, so there is hardly ever something to wait for; but what
    /// a firewall drops is sent again for minutes.
    private static boolean connect(SocketChannel client, SocketAddress server) throws IOException {
        client.configureBlocking(false);
        boolean connected = client.connect(server) || client.finishConnect();
        for (long end = System.nanoTime() + CONNECT_NANOS; !connected && System.nanoTime() < end; connected = client.finishConnect()) {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return connected;
    }

    private static Availability answer(SocketDiag diag, FourTuple tuple) {
        DiagAnswer answer = diag.find(EndpointConversion.question(tuple));
        if (answer instanceof DiagAnswer.Found found) {
            SocketSnapshot socket = Snapshots.of(found.socket());
            return new Available("INET_DIAG answers; " + (socket == null || socket.info() == null ? "no tcp_info"
                    : "tcp_info of " + found.socket().info().length + " bytes"));
        }
        if (answer instanceof DiagAnswer.Unclear unclear) {
            return new Unavailable("the kernel does not answer for its sockets: " + unclear.reason(), null);
        }
        return new Unavailable("the kernel does not show this process's own connection: INET_DIAG for TCP is missing",
                SockDiagSource.modules());
    }
}
