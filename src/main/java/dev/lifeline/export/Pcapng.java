package dev.lifeline.export;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.SourceStatus;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.CapturedPacket;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.text.Printable;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/// The packets of a trace for Wireshark and its kin (draft-ietf-opsawg-pcapng): one interface a lane, the kernel's own wall-clock
/// stamps in nanoseconds, and what the programs did as comments of the packet that is nearest in time.
///
/// Packets are in the order of the trace's clock. Only a wall clock that was set meanwhile makes their stamps go back.
final class Pcapng implements Exporter {

    private static final int SECTION_HEADER = 0x0A0D0D0A;
    private static final int INTERFACE_DESCRIPTION = 1;
    private static final int ENHANCED_PACKET = 6;
    /// Decryption Secrets Block, section 4.7, and its type for a key log of TLS.
    private static final int SECRETS = 10;
    private static final int TLS_KEY_LOG = 0x544C534B;

    private static final int BYTE_ORDER_MAGIC = 0x1A2B3C4D;
    private static final int MAJOR = 1;
    private static final int MINOR = 0;
    private static final long UNKNOWN_LENGTH = -1;

    /// Packets begin with their IP header, of either version (`LINKTYPE_RAW`).
    private static final int LINK_TYPE_RAW = 101;
    private static final byte NANOSECONDS = 9;

    private static final int COMMENT = 1;
    private static final int HARDWARE = 2;
    private static final int OS = 3;
    private static final int APPLICATION = 4;
    private static final int NAME = 2;
    private static final int DESCRIPTION = 3;
    private static final int TIME_RESOLUTION = 9;
    private static final int FLAGS = 2;
    private static final byte INBOUND = 1;
    private static final byte OUTBOUND = 2;

    /// The kernel shows a packet on this device as sent and as received; the capture takes the second, which tells no direction.
    private static final String LOOPBACK = "lo";

    private static final String SOURCE = "packet";

    private static final int LONGEST_FACT = 200;
    private static final int MOST_LOSSES = 3;

    /// The interfaces, one a lane; the number of one is the lane's ordinal.
    private static final Lane[] LANES = Lane.values();
    private static final String[] DESCRIPTIONS = {"segments that the client sent",
        "messages about the connection, as ICMP errors", "segments that the server sent"};

    private final byte[] keyLog;

    Pcapng() {
        this(null);
    }

    private Pcapng(byte[] keyLog) {
        this.keyLog = keyLog;
    }

    @Override
    public Exporter with(byte[] secrets) {
        return new Pcapng(secrets);
    }

    @Override
    public String format() {
        return "pcapng";
    }

    @Override
    public boolean binary() {
        return true;
    }

    @Override
    public void write(TraceIndex index, Verdict verdict, OutputStream out) throws NothingToExport, IOException {
        Packets packets = Packets.of(index);
        if (packets.all().isEmpty()) {
            throw nothing(index);
        }
        PacketNotes notes = PacketNotes.of(index, packets);
        BufferedOutputStream buffered = new BufferedOutputStream(out, 1 << 16);
        PcapngBlock block = new PcapngBlock();
        section(index.header(), SectionNote.of(index, verdict, notes.withoutPacket()), block).end(buffered);
        if (keyLog != null) {
            block.start(SECRETS).u32(TLS_KEY_LOG).counted(keyLog).end(buffered);
        }
        int longest = longest(packets);
        for (int i = 0; i < LANES.length; i++) {
            block.start(INTERFACE_DESCRIPTION).u16(LINK_TYPE_RAW).u16(0).u32(longest)
                    .text(NAME, LANES[i].label()).text(DESCRIPTION, DESCRIPTIONS[i])
                    .option(TIME_RESOLUTION, NANOSECONDS).end(buffered);
        }
        for (int place = 0; place < packets.all().size(); place++) {
            packet((PacketEvent) packets.all().get(place).body(), block);
            for (String comment : notes.next(place)) {
                block.text(COMMENT, comment);
            }
            block.end(buffered);
        }
        buffered.flush();
    }

    /// No packet has more bytes here. A recording of another program may hold more of one than this one keeps.
    private static int longest(Packets packets) {
        int most = CapturedPacket.SNAP_BYTES;
        for (TraceEvent event : packets.all()) {
            most = Math.max(most, hexBytes(((PacketEvent) event.body()).packet().data()));
        }
        return most;
    }

    private static PcapngBlock section(TraceHeader header, String note, PcapngBlock block) {
        String processors = header.host().get("processors");
        return block.start(SECTION_HEADER).u32(BYTE_ORDER_MAGIC).u16(MAJOR).u16(MINOR).u64(UNKNOWN_LENGTH)
                .text(HARDWARE, processors == null ? "" : Printable.line(processors, LONGEST_FACT) + " processors")
                .text(OS, Printable.line(header.host().getOrDefault("os", ""), LONGEST_FACT))
                .text(APPLICATION, "Lifeline trace " + Printable.line(header.tool(), LONGEST_FACT))
                .text(COMMENT, note);
    }

    private static void packet(PacketEvent event, PcapngBlock block) {
        CapturedPacket packet = event.packet();
        int kept = hexBytes(packet.data());
        long wall = packet.wall();
        block.start(ENHANCED_PACKET).u32(interfaceOf(event)).u32((int) (wall >>> 32)).u32((int) wall)
                .u32(kept).u32(Math.max(kept, packet.length())).hex(packet.data(), kept);
        if (!LOOPBACK.equals(packet.device())) {
            block.option(FLAGS, packet.outgoing() ? OUTBOUND : INBOUND, (byte) 0, (byte) 0, (byte) 0);
        }
    }

    private static int interfaceOf(PacketEvent event) {
        Lane lane = event instanceof PacketEvent.SegmentSeen segment ? segment.from() : Lane.KERNEL;
        return lane.ordinal();
    }

    /// Counts the bytes that a text in hexadecimal begins with.
    private static int hexBytes(String text) {
        int digits = 0;
        while (digits < text.length() && Character.digit(text.charAt(digits), 16) >= 0) {
            digits++;
        }
        return digits / 2;
    }

    private static NothingToExport nothing(TraceIndex index) {
        StringBuilder reason = new StringBuilder("the trace has no packets");
        String remedy = "record with --evidence packet (needs root or --sandbox)";
        for (SourceStatus source : index.header().evidence()) {
            if (!source.name().equals(SOURCE)) {
                continue;
            }
            if (!source.available()) {
                reason.append(": the source packet was not available (")
                        .append(Printable.line(source.reason(), LONGEST_FACT)).append(')');
                continue;
            }
            reason.append(", although the source packet took part");
            String losses = losses(index);
            if (!losses.isEmpty()) {
                // Recording again with the same evidence would lose the same.
                reason.append(": ").append(losses);
                remedy = "trace replay shows what else was seen";
            }
        }
        return new NothingToExport(reason.toString(), remedy);
    }

    /// Writes what became of the packets that were captured; empty where nothing was told.
    private static String losses(TraceIndex index) {
        List<String> losses = new ArrayList<>();
        for (TraceEvent event : index.events()) {
            if (losses.size() < MOST_LOSSES && event.body() instanceof KernelEvent.EvidenceLost lost
                    && lost.source().equals(SOURCE)) {
                losses.add(Printable.line(SectionNote.loss(event), LONGEST_FACT));
            }
        }
        return String.join("; ", losses);
    }
}
