package dev.lifeline.linux.diag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.linux.netlink.NetlinkReply;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Real sockets and this machine's kernel.
@EnabledOnOs(value = OS.LINUX, disabledReason = "sock_diag is the Linux kernel's")
class SocketDiagTest {

    private static final int ESTABLISHED = 1;
    private static final int TIME_WAIT = 6;

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void beforeAcceptTheServersEndHasNoInode(String address) throws IOException {
        try (Loopback loopback = new Loopback(address, 5)) {
            SocketChannel client = loopback.connect();
            InetSocketAddress local = Loopback.local(client);
            client.write(ByteBuffer.wrap(new byte[7]));

            DiagSocket listener = loopback.listener();
            DiagSocket queued = Awaited.value("the bytes arrive", () -> with(loopback, local, 7));
            assertEquals(1, listener.receiveQueue());
            assertEquals(5, listener.sendQueue());
            assertEquals(ESTABLISHED, queued.state());
            assertEquals(0, queued.inode());
            assertEquals(local, queued.remote());
            assertEquals(loopback.address(), queued.local());

            loopback.accept();
            DiagSocket accepted = loopback.peer(local);
            assertNotEquals(0, accepted.inode());
            assertEquals(queued.cookie(), accepted.cookie());
            assertEquals(0, loopback.listener().receiveQueue());
        }
    }

    private static DiagSocket with(Loopback loopback, InetSocketAddress client, long unread) {
        try {
            DiagSocket peer = loopback.peer(client);
            return peer.receiveQueue() == unread ? peer : null;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::"})
    void aListenerOnAllAddressesIsFound(String address) throws IOException {
        try (Loopback loopback = new Loopback(address, 5)) {
            DiagSocket listener = loopback.listener();

            assertEquals(DiagSocket.LISTEN, listener.state());
            assertEquals(loopback.address().getPort(), listener.local().getPort());
            assertEquals(5, listener.sendQueue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void aFullQueueLeavesTheClientInSynSent(String address) throws IOException {
        try (Loopback loopback = new Loopback(address, 1)) {
            loopback.connect();
            loopback.connect();
            InetSocketAddress local = Loopback.local(loopback.connecting());

            DiagSocket stuck = loopback.client(local);
            assertEquals(DiagSocket.SYN_SENT, stuck.state());
            assertEquals(1, stuck.timer());
            assertEquals(1, stuck.info()[0] - 1, "tcp_info says SYN_SENT, too");
            assertEquals(DiagSocket.LISTEN, loopback.peer(local).state(), "the server's end does not exist");
            assertEquals(2, loopback.listener().receiveQueue());

            int port = loopback.address().getPort();
            DiagSockets found = loopback.diag().dump(DiagRequest.dump(true, 1 << DiagSocket.SYN_SENT, 0, port), 10);
            assertNull(found.lack());
            assertEquals(1, found.sockets().size());
            assertEquals(local, found.sockets().getFirst().local());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void establishedHereAndSynRecvThere(String address) throws IOException {
        try (Loopback loopback = new Loopback(address, 5)) {
            loopback.deferAccept();
            SocketChannel client = loopback.connect();
            InetSocketAddress local = Loopback.local(client);

            DiagSocket half = loopback.peer(local);
            assertEquals(ESTABLISHED, loopback.client(local).state());
            assertEquals(DiagSocket.SYN_RECV, half.state());
            assertNull(half.info());

            client.write(ByteBuffer.wrap(new byte[1]));
            DiagSocket whole = Awaited.value("data completes the handshake", () -> with(loopback, local, 1));
            assertEquals(half.cookie(), whole.cookie(), "the request's cookie becomes the socket's");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void whoClosesFirstWaits(String address) throws IOException {
        try (Loopback loopback = new Loopback(address, 5)) {
            SocketChannel client = loopback.connect();
            InetSocketAddress local = Loopback.local(client);
            SocketChannel accepted = loopback.accept();
            long cookie = loopback.client(local).cookie();
            client.close();
            accepted.close();

            DiagSocket waiting = loopback.client(local);
            assertEquals(TIME_WAIT, waiting.state());
            assertEquals(DiagSocket.TIME_WAIT_TIMER, waiting.timer());
            assertEquals(0, waiting.inode());
            assertEquals(TIME_WAIT, loopback.found(DiagRequest.exact(local, loopback.address(), waiting.cookie())).state());
            assertNull(loopback.found(DiagRequest.exact(local, loopback.address(), cookie + (1L << 40))),
                    "no other has its addresses");
            assertEquals(DiagSocket.LISTEN, loopback.peer(local).state(), "the listener answers for what is gone");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void aDestroyedSocketTellsItsLastFigures(String address) throws IOException {
        try (Loopback loopback = new Loopback(address, 5); DestroyWatch watch = DestroyWatch.open()) {
            SocketChannel client = loopback.connect();
            InetSocketAddress local = Loopback.local(client);
            SocketChannel accepted = loopback.accept();
            client.write(ByteBuffer.wrap(new byte[9]));
            accepted.read(ByteBuffer.allocate(9));
            long cookie = loopback.client(local).cookie();
            client.close();

            accepted.close();
            DiagSocket last = Awaited.value("the kernel tells", () -> destroyed(watch, cookie));
            assertEquals(local.getPort(), last.local().getPort());
            assertEquals(11, ByteBuffer.wrap(last.info()).order(ByteOrder.nativeOrder()).getLong(120), "SYN, nine bytes and FIN were acknowledged");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void aResetWipesAllButTheCookie(String address) throws IOException {
        try (Loopback loopback = new Loopback(address, 5); DestroyWatch watch = DestroyWatch.open()) {
            SocketChannel client = loopback.connect();
            InetSocketAddress local = Loopback.local(client);
            long cookie = loopback.client(local).cookie();
            client.setOption(StandardSocketOptions.SO_LINGER, 0);
            client.close();

            DiagSocket last = Awaited.value("the kernel tells", () -> destroyed(watch, cookie));
            assertEquals(0, last.remote().getPort());
            assertNull(loopback.client(local), "a reset leaves nothing behind");
        }
    }

    private static DiagSocket destroyed(DestroyWatch watch, long cookie) {
        DiagSockets sockets = watch.poll();
        assertNull(sockets.lack());
        for (DiagSocket socket : sockets.sockets()) {
            if (socket.cookie() == cookie) {
                return socket;
            }
        }
        return null;
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void oneOfThousands(String address) throws IOException {
        try (Loopback loopback = new Loopback(address, 4000)) {
            for (int i = 0; i < 2000; i++) {
                loopback.connect();
            }
            InetSocketAddress local = Loopback.local(loopback.connect());

            assertEquals(local, loopback.client(local).local());
            assertEquals(local, loopback.peer(local).remote());
            int port = loopback.address().getPort();
            DiagSockets all = loopback.diag().dump(DiagRequest.dump(true, 1 << ESTABLISHED, 0, port), 10_000);
            assertEquals(2001, all.sockets().size());
            DiagSockets some = loopback.diag().dump(DiagRequest.dump(true, 1 << ESTABLISHED, 0, port), 5);
            assertEquals(5, some.sockets().size());
            assertTrue(some.lack() != null, "that it is not all is said");
            assertEquals(local, loopback.client(local).local(), "the next answer is the next question's");
            hurried(port);
        }
    }

    /// The kernel begins no dump while another is not read to its end.
    private static void hurried(int port) throws IOException {
        try (SocketDiag hurried = SocketDiag.open(1)) {
            for (int i = 0; i < 3; i++) {
                assertEquals(NetlinkReply.Lack.TIMED_OUT.label(),
                        hurried.dump(DiagRequest.dump(true, 1 << ESTABLISHED, 0, port), 10_000).lack());
            }
        }
    }

    @Test
    void lastWordsThatFindNoRoomAreSaidToBeLost() throws IOException {
        try (Loopback loopback = new Loopback("127.0.0.1", 50); DestroyWatch watch = DestroyWatch.open(1)) {
            for (int i = 0; i < 100; i++) {
                loopback.connect().close();
                loopback.accept().close();
            }

            String lack = Awaited.value("the loss is said", () -> watch.poll().lack());
            assertEquals(NetlinkReply.Lack.OVERRUN.label(), lack);
        }
    }
}
