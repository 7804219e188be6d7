package dev.lifeline.observe.descriptors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lifeline.linux.descriptor.DescriptorTable;
import dev.lifeline.linux.descriptor.ErrorQueue;
import dev.lifeline.linux.descriptor.FoundSocket;
import dev.lifeline.linux.descriptor.SocketCalls;
import dev.lifeline.linux.descriptor.SocketOption;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import java.lang.foreign.Arena;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// Attempts that open their sockets at the same moment are taken for each other; the end of each puts it right.
@EnabledOnOs(value = OS.LINUX, disabledReason = "descriptors are numbers on Linux")
class HeldSocketsTest {

    private final Arena arena = Arena.ofConfined();
    private SocketCalls calls;
    private HeldSockets held;
    private DescriptorTable table;
    private NewSockets fresh;
    private Map<Integer, String> before;
    private SocketChannel first;
    private SocketChannel second;
    private FoundSocket firstFound;
    private FoundSocket secondFound;

    @BeforeEach
    void begin() throws Exception {
        calls = SocketCalls.in(arena);
        held = new HeldSockets(calls, new ErrorQueue(calls, arena));
        table = new DescriptorTable(calls);
        fresh = new NewSockets();
        table.find(fresh);
        fresh.learned();
        // The JDK opens a socket of its own with the first close, and keeps it.
        SocketChannel.open().close();
        before = Watched.sockets();
        first = SocketChannel.open();
        firstFound = table.find(fresh);
        second = SocketChannel.open();
        secondFound = table.find(fresh);
    }

    @AfterEach
    void giveBack() throws Exception {
        first.close();
        second.close();
        held.close();
        arena.close();
        Watched.assertNoneLeft(before);
    }

    /// The first attempt's socket is taken for the second's, and the other way round.
    private void mistaken() {
        held.hold(firstFound, 1, 2);
        held.hold(secondFound, 1, 1);
    }

    private long asked(FoundSocket socket) {
        return calls.option(socket.descriptor(), SocketOption.IPV6_RECVERR);
    }

    @Test
    void eachNewSocketIsFoundOnce() {
        assertNull(table.find(fresh));
    }

    @Test
    void aConnectedSocketIsKnownByItsNames() throws Exception {
        mistaken();
        assertEquals(1, asked(firstFound));
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));
            first.connect(server.getLocalAddress());
            FourTuple tuple = new FourTuple(Endpoint.of((InetSocketAddress) first.getLocalAddress()),
                    Endpoint.of((InetSocketAddress) first.getRemoteAddress()));

            FoundSocket found = held.connected(1, 1, NamedConnection.of(tuple));

            assertEquals(firstFound.inode(), found.inode());
            assertEquals(0, asked(firstFound));
            assertEquals(1, asked(secondFound), "the other attempt is still held");
        }
        second.close();
        assertNull(held.failed(1, 2, null));
        assertEquals(before.size(), Watched.sockets().size() - 1, "only the first is open");
    }

    @Test
    void aFailedAttemptIsKnownByItsClosedDescriptor() throws Exception {
        mistaken();
        first.close();

        assertNull(held.failed(1, 1, null));

        assertEquals(1, asked(secondFound), "the other attempt is still held");
        Map<Integer, String> left = Watched.sockets();
        assertEquals(0, left.values().stream().filter(each -> each.equals("socket:[" + firstFound.inode() + "]")).count());
        assertEquals(2, left.values().stream().filter(each -> each.equals("socket:[" + secondFound.inode() + "]")).count());
        held.release(1, 2);
        assertEquals(0, asked(secondFound));
    }

    @Test
    void aSocketThatListensIsLetGoAtTheNextCall() throws Exception {
        try (ServerSocketChannel server = ServerSocketChannel.open()) {
            FoundSocket mistaken = table.find(fresh);
            held.hold(mistaken, 1, 1);
            assertEquals(1, asked(mistaken));
            server.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0));

            held.release(7, 1);

            assertEquals(0, asked(mistaken));
            SocketAddress address = server.getLocalAddress();
            server.close();
            assertThrows(ConnectException.class, () -> first.connect(address), "nobody listens there any more");
        }
    }

    @Test
    void whatIsNotHeldIsNotMissed() {
        assertNull(held.failed(7, 1, null));
        held.release(7, 1);
        assertNull(held.connected(7, 1, new NamedConnection(null, null)));
    }
}
