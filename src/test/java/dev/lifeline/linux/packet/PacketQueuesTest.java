package dev.lifeline.linux.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.lifeline.linux.NativeException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same packets out of a buffer and out of a ring, side by side.
@Timeout(60)
class PacketQueuesTest {

    private static final long QUIET_NANOS = 100_000_000;
    /// The kernel shows a packet to one socket after the other, each of which stamps it: a microsecond, unless it is interrupted.
    private static final long SAME_NANOS = 2_000_000;
    private static final long LATE_NANOS = 1_000_000_000;
    private static final int MANY = 3 * PacketBatches.MESSAGES;

    /// What is said of a packet, without its stamp.
    private record Said(int length, int device, int type, int protocol, String bytes) {
    }

    private record Taken(long wall, Said said) {
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "::1"})
    void sayTheSame(String address) throws Exception {
        try (Arena arena = Arena.ofConfined(); PacketCapture buffer = open(arena, new CaptureRoom(1 << 22, RingSize.ORDINARY, PortFilter.SNAP_BYTES));
                PacketCapture ring = open(arena, CaptureRoom.of(RingSize.ORDINARY));
                ServerSocket server = new ServerSocket(0, 5, InetAddress.ofLiteral(address))) {
            buffer.begin(false, false, server.getLocalPort());
            ring.begin(false, false, server.getLocalPort());
            converse(server);
            List<Taken> one = all(buffer);
            List<Taken> other = all(ring);

            assertTrue(one.size() > 2 * MANY, "more than one call takes: " + one.size());
            assertEquals(said(other), said(one));
            assertTrue(one.stream().anyMatch(each -> each.said.length > 8192 && each.said.bytes.length() == 2 * PortFilter.LARGE_SNAP_BYTES));
            long[] apart = new long[one.size()];
            for (int i = 0; i < one.size(); i++) {
                apart[i] = Math.abs(one.get(i).wall - other.get(i).wall);
            }
            Arrays.sort(apart);
            assertTrue(apart[apart.length / 2] < SAME_NANOS && apart[apart.length - 1] < LATE_NANOS, Arrays.toString(apart) + " ns apart");
            assertEquals(0, buffer.drops().drops());
        }
    }

    @Test
    void packetsEndAWaitWhereTheyAreUrgent() throws Exception {
        try (Arena arena = Arena.ofConfined(); PacketCapture buffer = open(arena, CaptureRoom.ORDINARY);
                ServerSocket server = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
            buffer.begin(false, false, server.getLocalPort());
            new Socket(server.getInetAddress(), server.getLocalPort()).close();
            long before = System.nanoTime();
            buffer.await(5 * QUIET_NANOS, false);
            assertTrue(System.nanoTime() - before >= 5 * QUIET_NANOS, "they wait");
            buffer.await(Long.MAX_VALUE / 2, true);
            assertTrue(buffer.take());
        }
    }

    private static PacketCapture open(Arena arena, CaptureRoom room) {
        try {
            PacketCapture capture = PacketCapture.open(arena, room);
            capture.prepare();
            return capture;
        } catch (NativeException e) {
            return abort("no packet socket: " + e.getMessage());
        }
    }

    /// Small segments one by one, then much at once.
    private static void converse(ServerSocket server) throws IOException {
        try (Socket client = new Socket(server.getInetAddress(), server.getLocalPort()); Socket accepted = server.accept()) {
            client.setTcpNoDelay(true);
            for (int i = 0; i < MANY; i++) {
                client.getOutputStream().write(i);
                accepted.getInputStream().read();
            }
            client.getOutputStream().write(new byte[200_000]);
            accepted.getInputStream().readNBytes(200_000);
        }
    }

    private static List<Taken> all(PacketCapture capture) throws NativeException {
        List<Taken> all = new ArrayList<>();
        for (int quiet = 0; quiet < 10; quiet++) {
            capture.await(QUIET_NANOS / 10, true);
            while (capture.take()) {
                quiet = 0;
                for (PacketFrame frame = capture.next(); frame != null; frame = capture.next()) {
                    byte[] bytes = new byte[frame.data().limit()];
                    frame.data().get(0, bytes);
                    all.add(new Taken(frame.wall(), new Said(frame.length(), frame.device(), frame.packetType(), frame.protocol(),
                            HexFormat.of().formatHex(bytes))));
                }
            }
        }
        return all;
    }

    private static List<Said> said(List<Taken> all) {
        return all.stream().map(Taken::said).toList();
    }
}
