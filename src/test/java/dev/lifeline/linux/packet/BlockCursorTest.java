package dev.lifeline.linux.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.linux.wire.IcmpError;
import dev.lifeline.linux.wire.NameError;
import dev.lifeline.linux.wire.NameMessage;
import dev.lifeline.linux.wire.NotDecoded;
import dev.lifeline.linux.wire.PacketDecoder;
import dev.lifeline.linux.wire.TcpSegment;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Blocks that a real kernel wrote, and blocks that none would write.
class BlockCursorTest {

    @ParameterizedTest
    @ValueSource(strings = {"ipv4", "ipv6"})
    void aWholeLife(String family) throws IOException {
        List<PacketFrame> frames = new ArrayList<>();
        List<String> told = told("linux-6.18-" + family + ".hex", frames);

        assertEquals(List.of("> 2 0", "< 12 0", "> 10 0", "> 18 5", "< 10 0", "< 18 5", "> 10 0"), told.subList(0, 7));
        assertEquals(2, told.stream().filter(line -> line.endsWith("11 0")).count(), "two FINs in " + told);
        long wall = 0;
        for (PacketFrame frame : frames) {
            assertTrue(frame.wall() >= wall, "in the order of time");
            wall = frame.wall();
            assertEquals(family.equals("ipv4") ? 0x0800 : 0x86DD, frame.protocol());
            assertEquals(1, frame.device(), "the loopback interface");
            assertFalse(frame.outgoing(), "the incoming copy");
        }
        TcpSegment syn = (TcpSegment) PacketDecoder.decode(frames.getFirst().data(), frames.getFirst().length());
        assertEquals(family.equals("ipv4") ? 65495 : 65476, syn.options().mss());
        assertTrue(syn.options().windowScale() >= 0 && syn.options().sackPermitted() && syn.options().timestamps());
        assertEquals(7007, syn.destination().port());
    }

    @Test
    void aRefusalAndAReset() throws IOException {
        assertEquals(List.of("> 2 0", "< 14 0"), told("linux-6.18-refused.hex", new ArrayList<>()));
        assertEquals("> 14 0", told("linux-6.18-reset.hex", new ArrayList<>()).getLast());
    }

    @Test
    void anErrorOfARouter() throws IOException {
        List<PacketFrame> frames = new ArrayList<>();
        List<String> told = told("linux-6.18-icmp.hex", frames);

        assertEquals(List.of("> 2 0", "! host unreachable about 7009"), told);
        assertTrue(frames.getFirst().outgoing());
        assertFalse(frames.getLast().outgoing());
    }

    @Test
    void aBlockCutAnywhereEndsWithoutAnException() throws IOException {
        ByteBuffer whole = BlockRecording.read("linux-6.18-ipv4.hex").getFirst();
        for (int length = 0; length < whole.limit(); length++) {
            BlockCursor cursor = new BlockCursor(whole.slice(0, length).order(ByteOrder.LITTLE_ENDIAN));
            int count = drain(cursor);
            assertTrue(count <= whole.getInt(12));
            assertTrue(length >= 48 || cursor.damaged() && count == 0);
        }
    }

    @Test
    void garbageEndsWithoutAnException() throws IOException {
        Random random = new Random(5);
        ByteBuffer recorded = BlockRecording.read("linux-6.18-ipv4.hex").getFirst();
        for (int round = 0; round < 20_000; round++) {
            byte[] bent = new byte[recorded.limit()];
            recorded.get(0, bent);
            for (int i = 0; i < 6; i++) {
                bent[random.nextInt(round % 2 == 0 ? 200 : bent.length)] = (byte) random.nextInt();
            }
            BlockCursor cursor = new BlockCursor(ByteBuffer.wrap(bent).order(ByteOrder.LITTLE_ENDIAN));
            for (PacketFrame frame = cursor.next(); frame != null; frame = cursor.next()) {
                PacketDecoder.decode(frame.data(), frame.length());
            }
            assertNull(cursor.next());
        }
    }

    @Test
    void aStepOfZeroBeforeTheLastFrameIsDamage() throws IOException {
        ByteBuffer block = BlockRecording.read("linux-6.18-refused.hex").getFirst();
        block.putInt(block.getInt(16), 0);
        BlockCursor cursor = new BlockCursor(block);

        assertEquals(1, drain(cursor));
        assertTrue(cursor.damaged());
    }

    private static int drain(BlockCursor cursor) {
        int count = 0;
        while (cursor.next() != null) {
            count++;
        }
        return count;
    }

    /// One line a packet: direction, flags in hexadecimal, bytes of data.
    private static List<String> told(String name, List<PacketFrame> frames) throws IOException {
        List<String> told = new ArrayList<>();
        for (ByteBuffer block : BlockRecording.read(name)) {
            BlockCursor cursor = new BlockCursor(block);
            for (PacketFrame frame = cursor.next(); frame != null; frame = cursor.next()) {
                frames.add(frame);
                told.add(switch (PacketDecoder.decode(frame.data(), frame.length())) {
                    case TcpSegment segment -> (segment.destination().port() / 10 == 700 ? "> " : "< ")
                            + Integer.toHexString(segment.flags()) + " " + segment.payload();
                    case IcmpError error -> "! " + error.meaning() + " about " + error.destination().port();
                    case NameMessage message -> "@ " + message.name();
                    case NameError error -> "@! " + error.meaning();
                    case NotDecoded not -> "? " + not.reason();
                });
            }
            assertFalse(cursor.damaged());
        }
        return told;
    }
}
