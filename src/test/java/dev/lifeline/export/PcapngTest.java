package dev.lifeline.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.Mockito.mock;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.linux.packet.PortFilter;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Kinds;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceHeader.SourceStatus;
import dev.lifeline.model.event.CapturedPacket;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.LossKind;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.text.Glyphs;
import dev.lifeline.wording.OutcomeWords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PcapngTest {

    private static final int COMMENT = 1;

    @Test
    void theFileHasOneSectionOneInterfaceALaneAndThePacketsInOrder() {
        PcapngFile file = exported(PacketTrace.life().trace());
        assertEquals(List.of(PcapngFile.SECTION, 1, 1, 1, 6, 6, 6, 6, 6, 6, 6, 6),
                file.blocks().stream().map(PcapngFile.Block::type).toList());
        PcapngFile.Block section = file.blocks().getFirst();
        assertEquals(1, section.fixed().getShort(4), "major version");
        assertEquals(0, section.fixed().getShort(6), "minor version");
        assertEquals(-1, section.fixed().getLong(8), "section length");
        assertEquals("2 processors", section.text(2));
        assertEquals("Linux 6.18 amd64", section.text(3));
        assertEquals("Lifeline trace 0.2.0", section.text(4));
        assertEquals(List.of("client", "kernel", "server"),
                file.of(PcapngFile.INTERFACE).stream().map(block -> block.text(2)).toList());
        for (PcapngFile.Block described : file.of(PcapngFile.INTERFACE)) {
            assertEquals(101, described.fixed().getShort(0), "LINKTYPE_RAW");
            assertEquals(PortFilter.SNAP_BYTES, described.fixed().getInt(4), "what the capture keeps at most");
            assertTrue(described.options().stream().anyMatch(o -> o.code() == 9 && Arrays.equals(new byte[] {9}, o.value())));
        }
    }

    @Test
    void aPacketHasItsBytesItsInterfaceItsDirectionAndTheKernelsOwnStamp() {
        Trace trace = PacketTrace.life().trace();
        List<PcapngFile.Block> packets = exported(trace).of(PcapngFile.PACKET);
        List<PacketEvent> events = trace.events().stream().map(e -> e.body()).filter(PacketEvent.class::isInstance)
                .map(PacketEvent.class::cast).toList();
        assertEquals(List.of(0, 2, 0, 0, 2, 0, 2, 0), packets.stream().map(packet -> packet.fixed().getInt(0)).toList());
        for (int i = 0; i < events.size(); i++) {
            CapturedPacket captured = events.get(i).packet();
            assertArrayEquals(HexFormat.of().parseHex(captured.data()), packets.get(i).data());
            assertEquals(captured.wall(), packets.get(i).time());
            assertEquals(captured.length(), packets.get(i).fixed().getInt(16));
            assertEquals(List.of(), packets.get(i).options().stream().filter(o -> o.code() == 2).toList(),
                    "lo shows no direction");
        }
    }

    @Test
    void aPacketOfANetworkHasItsDirection() {
        byte[] data = PacketTrace.segment(PacketTrace.FORTH, TcpFlags.SYN, 0, 0, new byte[0]);
        for (boolean outgoing : new boolean[] {true, false}) {
            PacketTrace trace = new PacketTrace();
            trace.add(1, Lane.KERNEL, segment(new CapturedPacket(HexFormat.of().formatHex(data), data.length, "eth0", outgoing,
                    PacketTrace.ORIGIN, 200)));
            byte[] flags = exported(trace.trace()).of(PcapngFile.PACKET).getFirst().options().stream().filter(o -> o.code() == 2)
                    .findFirst().orElseThrow().value();
            assertArrayEquals(new byte[] {(byte) (outgoing ? 2 : 1), 0, 0, 0}, flags);
        }
    }

    @Test
    void aRecordingThatKeptMoreOfAPacketSaysSo() {
        PacketTrace trace = new PacketTrace();
        byte[] whole = PacketTrace.segment(PacketTrace.FORTH, TcpFlags.ACK, 1, 1, new byte[1_000]);
        trace.add(1, Lane.KERNEL, segment(PacketTrace.captured(1, whole, whole.length, true)));
        assertEquals(whole.length, exported(trace.trace()).of(PcapngFile.INTERFACE).getFirst().fixed().getInt(4));
    }

    @Test
    void aPacketThatWasCutKeepsItsLength() {
        byte[] whole = PacketTrace.segment(PacketTrace.FORTH, TcpFlags.ACK, 1, 1, new byte[1_000]);
        for (int kept : new int[] {41, 42, 43, 44, 0}) {
            PacketTrace trace = new PacketTrace();
            trace.add(1, Lane.KERNEL, segment(PacketTrace.captured(1, Arrays.copyOf(whole, kept), whole.length, true)));
            PcapngFile.Block packet = exported(trace.trace()).of(PcapngFile.PACKET).getFirst();
            assertArrayEquals(Arrays.copyOf(whole, kept), packet.data());
            assertEquals(whole.length, packet.fixed().getInt(16));
        }
    }

    @Test
    void bytesThatAreNotWhatTheyShouldBeMakeNoBrokenFile() {
        PacketTrace trace = new PacketTrace();
        for (String data : List.of("zz", "450", "45z0", "", "::1")) {
            trace.add(1, Lane.KERNEL, segment(new CapturedPacket(data, -5, null, true, -1, -1)));
        }
        List<PcapngFile.Block> packets = exported(trace.trace()).of(PcapngFile.PACKET);
        assertEquals(List.of(0, 1, 1, 0, 0), packets.stream().map(packet -> packet.data().length).toList());
        assertEquals(List.of(0, 1, 1, 0, 0), packets.stream().map(packet -> packet.fixed().getInt(16)).toList());
    }

    @Test
    void anIcmpErrorIsTheKernels() {
        PacketTrace trace = PacketTrace.life();
        trace.add(170, Lane.KERNEL, new PacketEvent.ErrorSeen("127.0.0.1", 3, 3, "port unreachable", PacketTrace.FORTH,
                PacketTrace.captured(170, new byte[] {0x45, 0, 0, 28}, 28, true)));
        assertEquals(1, exported(trace.trace()).of(PcapngFile.PACKET).getLast().fixed().getInt(0));
    }

    @Test
    void stagesAndEventsStandAtTheNearestPacketWithTheirDistance() {
        List<PcapngFile.Block> packets = exported(PacketTrace.life().trace()).of(PcapngFile.PACKET);
        assertTrue(packets.get(0).texts(COMMENT).contains("client: connect began at 0.050 ms, 5.2 \u00b5s before this packet"),
                packets.get(0).texts(COMMENT).toString());
        assertEquals(List.of("client: connect finished at 0.094 ms after 44.0 \u00b5s: 127.0.0.1:52814 \u2192 127.0.0.1:7007, "
                        + "26.0 \u00b5s before this packet",
                "server: accept began at 0.100 ms, 20.0 \u00b5s before this packet",
                "server: accept finished at 0.110 ms after 10.0 \u00b5s: from 127.0.0.1:52814, wake-up 1, "
                        + "10.0 \u00b5s before this packet",
                "client: wrote 5 bytes, 1.5 \u00b5s after this packet",
                "server: read 5 bytes \"ping\\n\", 10.0 \u00b5s after this packet"),
                packets.get(3).texts(COMMENT).stream().filter(text -> !text.startsWith("kernel")).toList());
    }

    @Test
    void theCommentsOfAPacketAreByTime() {
        PacketTrace trace = new PacketTrace();
        trace.packet(10, Lane.CLIENT, TcpFlags.ACK, 1, 1, "");
        trace.add(14, Lane.CLIENT, new RunEvent.Remark("last"));
        trace.add(6, Lane.CLIENT, new RunEvent.Remark("first"));
        trace.add(10, Lane.SERVER, new RunEvent.Remark("middle"));
        assertEquals(List.of("client: first, 4.0 \u00b5s before this packet", "server: middle, at the time of this packet",
                "client: last, 4.0 \u00b5s after this packet"), exported(trace.trace()).of(6).getFirst().texts(COMMENT));
    }

    @Test
    void anEventStaysWithItsConnectionAndTheServersCountIsTheServers() {
        PacketTrace trace = new PacketTrace();
        trace.connection(1).packet(10, Lane.CLIENT, TcpFlags.ACK, 1, 1, "");
        trace.connection(2).packet(20, Lane.CLIENT, TcpFlags.ACK, 1, 1, "");
        trace.connection(1).add(20, Lane.CLIENT, new RunEvent.Remark("of one"));
        trace.connection(3).add(20, Lane.CLIENT, new RunEvent.Remark("of three"));
        long connect = trace.connection(2).add(20, Lane.CLIENT, new StageEvent.Started(Stage.CONNECT, null, null));
        trace.add(21, Lane.CLIENT, new StageEvent.Finished(Stage.CONNECT, connect, new Outcome.Connected(PacketTrace.FORTH)));
        long accept = trace.connection(1).add(20, Lane.SERVER, new StageEvent.Started(Stage.ACCEPT, null, null));
        trace.add(22, Lane.SERVER, new StageEvent.Finished(Stage.ACCEPT, accept,
                new Outcome.Accepted(PacketTrace.FORTH.reversed(), 1, 1)));
        trace.add(11, Lane.SERVER, new RunEvent.Remark("by the server"));
        PcapngFile file = exported(trace.trace());
        assertEquals(List.of("client: of one, 10.0 \u00b5s after this packet"), file.of(6).get(0).texts(COMMENT));
        assertTrue(file.of(6).get(1).texts(COMMENT).contains("server: by the server, 9.0 \u00b5s before this packet"));
        assertTrue(file.blocks().getFirst().text(COMMENT).contains("left out: 1 event of connections without a packet"),
                file.blocks().getFirst().text(COMMENT));
    }

    @Test
    void theSectionSaysWhatHappenedWhatIsProvedAndWhatIsMissing() {
        PacketTrace trace = PacketTrace.life();
        trace.add(165, Lane.KERNEL, new KernelEvent.EvidenceLost("packet", 3, LossKind.MISSED, "the ring was full"));
        trace.add(166, Lane.KERNEL, new KernelEvent.ClockStepped(-2_000_000));
        trace.add(167, Lane.KERNEL, new KernelEvent.ClockStepped(3_000_000));
        String note = exported(trace.trace()).blocks().getFirst().text(COMMENT);
        List<String> names = note.lines().map(line -> line.substring(0, line.indexOf(':'))).toList();
        assertEquals(List.of("target", "happened", "proved", "not proved"), names.subList(0, 4));
        assertTrue(note.contains("\nnot reached: first byte (client)\n"), note);
        assertTrue(note.contains("\nmissing: packet lost 3 by 0.165 ms: the ring was full\n"), note);
        assertTrue(note.contains("\nmissing: the wall clock was set back by 2.000 ms before 0.166 ms"), note);
        assertTrue(note.contains("\nmissing: the wall clock went 3.000 ms ahead (it was set, or the machine slept)"), note);
        assertTrue(note.contains("within 200 ns"), note);
    }

    @Test
    void hostileTextIsHarmlessAndBounded() {
        PacketTrace trace = PacketTrace.life();
        String hostile = "\u001b[31m\u0000\n\r\u202e\ud800 \u2028\ud83d\ude00 " + "x".repeat(100_000);
        trace.add(121, Lane.CLIENT, new RunEvent.Remark(hostile));
        trace.add(122, Lane.KERNEL, new KernelEvent.EvidenceLost(hostile, 1, LossKind.MISSED, hostile));
        trace.sources(new SourceStatus("packet", true, hostile));
        PcapngFile file = exported(trace.trace());
        String remark = file.of(6).stream().flatMap(block -> block.texts(COMMENT).stream())
                .filter(text -> text.contains("xxx")).findFirst().orElseThrow();
        assertTrue(remark.startsWith("client: \\x1b[31m\\x00\\x0a\\x0d\\u202e\\ud800 \\u2028\\ud83d\\ude00 xxx"), remark);
        assertTrue(remark.length() < 500, "length " + remark.length());
        for (PcapngFile.Block block : file.blocks()) {
            for (String text : block.texts(COMMENT)) {
                assertTrue(text.length() < 20_000);
                assertTrue(text.chars().allMatch(c -> c == '\n' && block.type() == PcapngFile.SECTION || c >= 0x20 && c != 0x7F
                        && c != 0x202e), text);
            }
        }
    }

    @Test
    void manyEventsAtOnePacketAreCutAndSaidSo() {
        PacketTrace trace = PacketTrace.life();
        for (int i = 0; i < 1_000; i++) {
            trace.add(55.3, Lane.CLIENT, new StreamEvent.ChunkWritten(1, 1));
        }
        List<String> comments = exported(trace.trace()).of(6).getFirst().texts(COMMENT);
        assertEquals(PacketNotes.MOST + 1, comments.size());
        assertTrue(comments.getLast().matches("and 9\\d\\d more; see trace replay"), comments.getLast());
    }

    @Test
    void aTraceOfManyPacketsGoesThroughInPieces() throws Exception {
        PacketTrace trace = new PacketTrace();
        String data = "d".repeat(1_000);
        for (int i = 0; i < 20_000; i++) {
            trace.packet(i, Lane.CLIENT, TcpFlags.ACK, 1, 1, data);
        }
        int[] largest = {0};
        long[] all = {0};
        write(trace.trace(), new OutputStream() {
            @Override
            public void write(int b) {
                all[0]++;
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                largest[0] = Math.max(largest[0], length);
                all[0] += length;
            }
        });
        assertTrue(all[0] > 20_000L * 1_040, "bytes " + all[0]);
        assertTrue(largest[0] <= 1 << 17, "at once " + largest[0]);
    }

    @Test
    void aTraceWithoutPacketsSaysWhyAndWhatToDo() {
        PacketTrace trace = new PacketTrace()
                .sources(new SourceStatus("packet", false, "permission denied: \u001b needs CAP_NET_RAW"));
        trace.add(1, Lane.CLIENT, new StageEvent.Started(Stage.CONNECT, null, null));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        NothingToExport nothing = assertThrows(NothingToExport.class, () -> write(trace.trace(), out));
        assertEquals("the trace has no packets: the source packet was not available (permission denied: ? needs CAP_NET_RAW)",
                nothing.reason());
        assertEquals("record with --evidence packet (needs root or --sandbox)", nothing.remedy());
        assertEquals(nothing.reason() + "; " + nothing.remedy(), nothing.getMessage());
        assertEquals(0, out.size());
    }

    @Test
    void packetsThatCouldNotBeAttributedAreTheReason() {
        PacketTrace trace = new PacketTrace().sources(new SourceStatus("packet", true, "a packet socket and a filter"));
        trace.add(1, Lane.KERNEL, new KernelEvent.EvidenceLost("sockdiag", 1, LossKind.MISSED, "of another source"));
        trace.add(9_000, Lane.KERNEL, new KernelEvent.EvidenceLost("packet", 7, LossKind.MISSED, "no connect \u001b has these ends"));
        trace.add(9_001, Lane.KERNEL, new KernelEvent.EvidenceLost("packet", -1, LossKind.MISSED, "the ring was full"));
        NothingToExport nothing = assertThrows(NothingToExport.class,
                () -> write(trace.trace(), OutputStream.nullOutputStream()));
        assertEquals("the trace has no packets, although the source packet took part: packet lost 7 by 9.000 ms: "
                + "no connect \\x1b has these ends; packet lost an unknown number by 9.001 ms: the ring was full", nothing.reason());
        assertEquals("trace replay shows what else was seen", nothing.remedy());
    }

    @Test
    void aFullDiskReachesTheCaller() {
        IOException full = new IOException("No space left on device");
        OutputStream disk = mock(OutputStream.class, call -> {
            throw full;
        });
        assertEquals(full, assertThrows(IOException.class, () -> write(PacketTrace.life().trace(), disk)));
    }

    @Test
    void everyKindOfEventOutcomeAndSpanHasAPlace() {
        PacketTrace trace = PacketTrace.life();
        for (EventBody body : Kinds.of(EventBody.class)) {
            trace.add(121, Lane.CLIENT, body);
        }
        for (Outcome outcome : Kinds.of(Outcome.class)) {
            long started = trace.add(122, Lane.CLIENT, new StageEvent.Started(Stage.DATA, null, null));
            trace.add(123, Lane.CLIENT, new StageEvent.Finished(Stage.DATA, started, outcome));
        }
        exported(trace.trace());
        for (Outcome outcome : Kinds.of(Outcome.class)) {
            assertFalse(OutcomeWords.phrase(outcome, Glyphs.UNICODE, "  ").isBlank(), outcome.toString());
        }
    }

    /// Section 4.7: behind the section's header, and before all packets.
    @Test
    void secretsOfTlsStandBeforeThePackets() throws Exception {
        Trace trace = PacketTrace.life().trace();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] keyLog = "CLIENT_RANDOM 00 11\n".getBytes(StandardCharsets.US_ASCII);

        Exporters.named("pcapng").with(keyLog).write(TraceIndex.of(trace), Diagnosis.of(trace), out);

        PcapngFile file = PcapngFile.of(out.toByteArray());
        assertEquals(List.of(PcapngFile.SECTION, 10, 1, 1, 1, 6), file.blocks().stream().map(PcapngFile.Block::type).limit(6).toList());
        ByteBuffer secrets = file.blocks().get(1).fixed();
        assertEquals(0x544C534B, secrets.getInt(0), "a key log of TLS");
        assertEquals(keyLog.length, secrets.getInt(4));
        assertEquals("CLIENT_RANDOM 00 11\n", StandardCharsets.US_ASCII.decode(secrets.slice(8, keyLog.length)).toString());
        assertFalse(exported(trace).blocks().stream().anyMatch(block -> block.type() == 10), "none where none are given");
    }

    @Test
    void formatsAreFoundByName() {
        assertEquals(List.of("pcapng"), Exporters.formats());
        assertEquals("pcapng", Exporters.named("pcapng").format());
        assertTrue(Exporters.named("pcapng").binary());
        assertNull(Exporters.named("pcap"));
    }

    private static PacketEvent segment(CapturedPacket packet) {
        FourTuple flow = PacketTrace.FORTH;
        return new PacketEvent.SegmentSeen(Lane.CLIENT, flow, TcpFlags.ACK, 1, 1, 0, 0, false, packet);
    }

    private static PcapngFile exported(Trace trace) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(trace, out);
        } catch (NothingToExport | IOException e) {
            throw new AssertionError(e);
        }
        return PcapngFile.of(out.toByteArray());
    }

    private static void write(Trace trace, OutputStream out) throws NothingToExport, IOException {
        Exporters.named("pcapng").write(TraceIndex.of(trace), Diagnosis.of(trace), out);
    }
}
