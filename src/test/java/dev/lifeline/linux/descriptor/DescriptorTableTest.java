package dev.lifeline.linux.descriptor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.linux.wire.WireEnd;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Real sockets of this JVM, found by what the kernel says of them.
@EnabledOnOs(value = OS.LINUX, disabledReason = "descriptors are numbers on Linux")
class DescriptorTableTest {

    private final Arena arena = Arena.ofConfined();
    private final List<AutoCloseable> open = new ArrayList<>();
    private SocketCalls calls;
    private DescriptorTable table;

    @BeforeEach
    void begin() throws Exception {
        calls = SocketCalls.in(arena);
        table = new DescriptorTable(calls);
    }

    @AfterEach
    void giveBack() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        arena.close();
    }

    private <T extends AutoCloseable> T kept(T resource) {
        open.add(resource);
        return resource;
    }

    private ServerSocketChannel listening(int backlog) throws IOException {
        return kept(ServerSocketChannel.open()).bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), backlog);
    }

    private FoundSocket listener(ServerSocketChannel channel) throws IOException {
        WireEnd name = name(channel.getLocalAddress());
        return table.find((socket, inode) -> socket.isListening() && name.equals(calls.local(socket.descriptor())));
    }

    private static WireEnd name(java.net.SocketAddress address) {
        InetSocketAddress inet = (InetSocketAddress) address;
        return WireEnd.of(inet.getAddress(), inet.getPort());
    }

    @Test
    void aListenerIsFoundUnderTheNumberAndInodeThatProcShows() throws Exception {
        FoundSocket found = listener(listening(5));

        assertTrue(found.socket().isTcp());
        assertEquals("socket:[" + found.inode() + "]",
                Files.readSymbolicLink(Path.of("/proc/self/fd/" + found.descriptor())).toString());
    }

    @Test
    void bothEndsOfAConnectionHaveTheirNames() throws Exception {
        ServerSocketChannel server = listening(5);
        SocketChannel client = kept(SocketChannel.open(server.getLocalAddress()));
        SocketChannel accepted = kept(server.accept());
        WireEnd clientName = name(client.getLocalAddress());

        FoundSocket clients = table.find((socket, inode) -> clientName.equals(calls.local(socket.descriptor())));
        FoundSocket servers = table.find((socket, inode) -> clientName.equals(calls.peer(socket.descriptor())));

        assertEquals(name(accepted.getLocalAddress()), calls.peer(clients.descriptor()));
        assertEquals(name(accepted.getLocalAddress()), calls.local(servers.descriptor()));
        assertFalse(servers.socket().isListening());
    }

    @Test
    void theSynOfAnAcceptedConnectionIsGivenOnce() throws Exception {
        ServerSocketChannel server = listening(5);
        assertTrue(listener(server).socket().saveSyns());
        SocketChannel client = kept(SocketChannel.open(server.getLocalAddress()));
        kept(server.accept());
        WireEnd clientName = name(client.getLocalAddress());

        FoundSocket accepted = table.find((socket, inode) -> clientName.equals(calls.peer(socket.descriptor())));

        // The largest segment that fits into a packet of lo: 65535 bytes less the headers of IPv4 and TCP.
        assertEquals(65495, accepted.socket().savedSyn().options().mss());
        assertNull(accepted.socket().savedSyn());
    }

    @Test
    void aSocketThatIsNotThereIsNotFound() throws Exception {
        ServerSocketChannel server = listening(5);
        FoundSocket found = listener(server);
        server.close();

        assertNull(table.find((socket, inode) -> inode == found.inode()));
        assertFalse(calls.inode(found.descriptor()) == found.inode());
    }

    @Test
    void aDatagramSocketIsNoTcpSocket() throws Exception {
        DatagramChannel datagram = kept(DatagramChannel.open()
                .bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0)));
        WireEnd name = name(datagram.getLocalAddress());

        FoundSocket found = table.find((socket, inode) -> name.equals(calls.local(socket.descriptor())));

        assertFalse(found.socket().isTcp());
    }

    @Test
    void aNumberAboveAllThatWereKnownIsFound() throws Exception {
        ServerSocketChannel server = listening(5);
        FoundSocket low = listener(server);
        int high = calls.duplicate(low.descriptor(), 900);
        try {
            FoundSocket found = table.find((socket, inode) -> inode == low.inode() && socket.descriptor() != low.descriptor());

            assertNotNull(found);
            assertEquals(high, found.descriptor());
        } finally {
            calls.close(high);
        }
        assertEquals(SocketCalls.NOT_OPEN, calls.inode(high));
    }

    @Test
    void theTrialSaysWhatWorks() throws Exception {
        assertEquals("sockets found by inode, SYNs kept, ICMP errors queued", DescriptorTrial.run());
    }
}
