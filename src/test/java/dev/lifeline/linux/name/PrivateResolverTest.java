package dev.lifeline.linux.name;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// The server is a socket of the test on loopback: whatever does not arrive there was not sent to it.
@EnabledOnOs(value = OS.LINUX, disabledReason = "the resolver's state per thread is glibc's")
@Timeout(60)
class PrivateResolverTest {

    private static final String NAME = "missing.lifeline.test";
    private static final int NXDOMAIN = 3;

    private DatagramSocket server;

    @BeforeEach
    void open() throws Exception {
        server = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"));
        server.setSoTimeout(5_000);
    }

    @AfterEach
    void close() {
        server.close();
    }

    /// Runs on a platform thread of its own, whose resolver nobody else has.
    private static <T> FutureTask<T> apart(Callable<T> task) {
        FutureTask<T> future = new FutureTask<>(task);
        Thread.ofPlatform().daemon().name("apart").start(future);
        return future;
    }

    private static <T> T result(FutureTask<T> task) throws Exception {
        return task.get(10, TimeUnit.SECONDS);
    }

    /// Answers the next two questions, one for each family, with the code.
    private String answer(int code) throws Exception {
        String asked = null;
        for (int i = 0; i < 2; i++) {
            DatagramPacket packet = new DatagramPacket(new byte[512], 512);
            server.receive(packet);
            byte[] bytes = packet.getData();
            int dot = 13 + bytes[12];
            asked = new String(bytes, 13, bytes[12], StandardCharsets.US_ASCII) + '.'
                    + new String(bytes, dot + 1, bytes[dot], StandardCharsets.US_ASCII);
            bytes[2] |= (byte) 0x80;
            bytes[3] = (byte) (0x80 | code);
            server.send(packet);
        }
        return asked;
    }

    @Test
    void theQuestionsOfThisThreadArriveAtThePort() throws Exception {
        FutureTask<NameAnswer> asking = apart(() -> PrivateResolver.onThisThread(server.getLocalPort()).ask(NAME));
        assertEquals("missing.lifeline", answer(NXDOMAIN));
        assertEquals(EaiCode.NONAME, assertInstanceOf(NameAnswer.Failed.class, result(asking)).code().number());
    }

    @Test
    void theJdkAsksThereTooOnThisThread() throws Exception {
        FutureTask<InetAddress[]> asking = apart(() -> {
            PrivateResolver.onThisThread(server.getLocalPort());
            return InetAddress.getAllByName("jdk." + NAME);
        });
        assertEquals("jdk.missing", answer(NXDOMAIN));
        assertInstanceOf(UnknownHostException.class, assertThrows(ExecutionException.class, () -> result(asking)).getCause());
    }

    @Test
    void twoThreadsHaveTwoServers() throws Exception {
        try (DatagramSocket other = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"))) {
            FutureTask<Boolean> first = apart(() -> {
                try (PrivateResolver mine = PrivateResolver.onThisThread(server.getLocalPort())) {
                    boolean theirs = result(apart(() -> {
                        try (PrivateResolver resolver = PrivateResolver.onThisThread(other.getLocalPort())) {
                            return resolver.inPlace();
                        }
                    }));
                    return theirs && mine.inPlace();
                }
            });
            assertTrue(result(first));
        }
    }

    @Test
    void closedOrSetUpAnewItIsNotUsedAnyMore() throws Exception {
        boolean before = result(apart(() -> {
            PrivateResolver resolver = PrivateResolver.onThisThread(server.getLocalPort());
            boolean inPlace = resolver.inPlace();
            resolver.close();
            assertFalse(resolver.inPlace());
            assertNotNull(assertThrows(IllegalStateException.class, () -> resolver.ask(NAME)).getMessage());
            return inPlace;
        }));
        assertTrue(before);
    }

    @Test
    void anotherThreadMayNotUseIt() throws Exception {
        PrivateResolver resolver = result(apart(() -> PrivateResolver.onThisThread(server.getLocalPort())));
        assertEquals("this resolver is that of thread apart",
                assertThrows(IllegalStateException.class, () -> resolver.ask(NAME)).getMessage());
        assertThrows(IllegalStateException.class, resolver::inPlace);
        assertThrows(IllegalStateException.class, resolver::close);
    }

    @Test
    void aVirtualThreadHasNone() throws Exception {
        FutureTask<PrivateResolver> task = new FutureTask<>(() -> PrivateResolver.onThisThread(server.getLocalPort()));
        Thread.ofVirtual().start(task);
        assertInstanceOf(IllegalStateException.class, assertThrows(ExecutionException.class, () -> result(task)).getCause());
    }

    @Test
    void aPortIsANumberFromOneTo65535() {
        assertThrows(IllegalArgumentException.class, () -> PrivateResolver.onThisThread(0));
        assertThrows(IllegalArgumentException.class, () -> PrivateResolver.onThisThread(65_536));
    }
}
