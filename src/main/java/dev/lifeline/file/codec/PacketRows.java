package dev.lifeline.file.codec;

import dev.lifeline.model.event.CapturedPacket;
import dev.lifeline.model.event.PacketEvent;

/// Packets that were seen.
final class PacketRows {

    /// Bytes of the longest packet that is read: what other capture tools cut at.
    private static final int MOST_BYTES = 1 << 18;

    /// About what a packet takes in memory beside its texts.
    private static final int PACKET_BYTES = 112;

    private static final Field SOURCE = Field.endpoint("source", "Where the segment comes from.");
    private static final Field DESTINATION = Field.endpoint("destination", "Where it goes.");

    static final CodecRow<CapturedPacket> CAPTURED = CodecRow.named("captured",
            "A packet as it was captured, from its IP header on.",
            Field.count("lengthBytes", "Of the whole packet; more than data holds where it was cut."),
            Field.text("device", "The interface; left out where it is not known.").optional(),
            Field.flag("outgoing", "Whether this machine sent it there."),
            Field.whole("wallNanos", "The kernel's own time stamp, since 1970."),
            Field.size("uncertaintyNanos", "The time of the event is this exact: half the width of the comparison of the two "
                    + "clocks."),
            Field.hex("data", MOST_BYTES, "The first bytes, in hexadecimal; at most 262144 bytes."))
            .of((packet, out) -> out.whole(packet.length()).text(packet.device()).flag(packet.outgoing()).whole(packet.wall())
                            .whole(packet.uncertainty()).text(packet.data()),
                    in -> {
                        in.weigh(PACKET_BYTES);
                        int length = in.count();
                        String device = in.text();
                        boolean outgoing = in.flag();
                        long wall = in.whole();
                        long uncertainty = in.whole();
                        return new CapturedPacket(in.text(), length, device, outgoing, wall, uncertainty);
                    });

    private static final Field PACKET = Field.object("captured", CAPTURED, null);

    static final CodecRow<PacketEvent.SegmentSeen> SEGMENT = CodecRow.named("segment-seen",
            "A TCP segment was seen; its time is the kernel's stamp, brought to the clock of the trace.",
            Field.word("from", EnumWords.LANES, "Whose segment: client or server."),
            SOURCE,
            DESTINATION,
            Field.flags("flags", "The control bits, in the order of the bits: SYN,ACK. Empty where none is set."),
            Field.whole("sequence", "Relative to the initial sequence number of this direction: a SYN has 0, the first byte 1."),
            Field.whole("acknowledgement", "Relative to the initial sequence number of the other direction; 0 where ACK is "
                    + "not set."),
            Field.count("payloadBytes", "Bytes of data."),
            Field.size("windowBytes", "The window, scaled where the factor is known."),
            Field.flag("again", "Whether the same bytes, SYN or FIN passed before: a retransmission, or a probe."),
            PACKET)
            .of((event, out) -> out.word(event.from()).tuple(event.flow()).flags(event.flags()).whole(event.sequence())
                            .whole(event.acknowledgement()).whole(event.payload()).whole(event.window()).flag(event.again())
                            .object(event.packet()),
                    in -> new PacketEvent.SegmentSeen(in.word(), in.tuple(), in.flags(), in.whole(), in.whole(), in.count(),
                            in.whole(), in.flag(), in.object()));

    static final CodecRow<PacketEvent.ErrorSeen> ERROR = CodecRow.named("icmp-error-seen",
            "An ICMP or ICMPv6 error about a segment of this connection was seen; source and destination are "
                    + "those of the segment that it quotes.",
            KernelRows.OFFENDER,
            KernelRows.ICMP_TYPE,
            KernelRows.ICMP_CODE,
            KernelRows.MEANING,
            SOURCE,
            DESTINATION,
            PACKET)
            .of((event, out) -> out.text(event.offender()).whole(event.type()).whole(event.code()).text(event.meaning())
                            .tuple(event.about()).object(event.packet()),
                    in -> new PacketEvent.ErrorSeen(in.text(), in.count(), in.count(), in.text(), in.tuple(), in.object()));

    private static final Field MESSAGE = Field.count("messageId", "The number that question and answer have in common.");
    private static final Field NAME = Field.text("askedName", "The name of the question, without its last dot.");
    private static final Field TYPE = Field.count("recordType", "Of the record that is wanted: 1 for A, 28 for AAAA.");

    static final CodecRow<PacketEvent.QuestionSeen> QUESTION = CodecRow.named("name-question-seen",
            "A question of the look-up to a name server was seen (UDP port 53).",
            SOURCE,
            DESTINATION,
            MESSAGE,
            NAME,
            TYPE,
            Field.flag("again", "Whether that server was asked the same before."),
            PACKET)
            .of((event, out) -> out.tuple(event.flow()).whole(event.id()).text(event.name()).whole(event.type()).flag(event.again())
                            .object(event.packet()),
                    in -> new PacketEvent.QuestionSeen(in.tuple(), in.count(), in.text(), in.count(), in.flag(), in.object()));

    static final CodecRow<PacketEvent.ReplySeen> REPLY = CodecRow.named("name-reply-seen",
            "A name server's answer to a question of the look-up was seen.",
            SOURCE,
            DESTINATION,
            MESSAGE,
            NAME,
            TYPE,
            Field.count("replyCode", "RCODE: 0 for no error, 2 SERVFAIL, 3 NXDOMAIN, 5 REFUSED."),
            Field.count("addressCount", "Records of that type in it; left out where the captured bytes do not show it.").optional(-1),
            Field.flag("cutOff", "Whether it says that it was cut off, so that TCP is to be asked."),
            PACKET)
            .of((event, out) -> out.tuple(event.flow()).whole(event.id()).text(event.name()).whole(event.type()).whole(event.code())
                            .whole(event.addresses()).flag(event.cut()).object(event.packet()),
                    in -> new PacketEvent.ReplySeen(in.tuple(), in.count(), in.text(), in.count(), in.count(), in.count(), in.flag(),
                            in.object()));

    static final CodecRow<PacketEvent.QuestionRefused> REFUSAL = CodecRow.named("name-question-refused",
            "An ICMP or ICMPv6 error about a question of the look-up was seen; source and destination are those of the question.",
            KernelRows.OFFENDER,
            KernelRows.ICMP_TYPE,
            KernelRows.ICMP_CODE,
            KernelRows.MEANING,
            SOURCE,
            DESTINATION,
            PACKET)
            .of((event, out) -> out.text(event.offender()).whole(event.type()).whole(event.code()).text(event.meaning())
                            .tuple(event.about()).object(event.packet()),
                    in -> new PacketEvent.QuestionRefused(in.text(), in.count(), in.count(), in.text(), in.tuple(), in.object()));

    private PacketRows() {
    }

    /// The row of each kind.
    static CodecRow<? extends PacketEvent> row(PacketEvent.Kind kind) {
        return switch (kind) {
            case SEGMENT_SEEN -> SEGMENT;
            case ERROR_SEEN -> ERROR;
            case QUESTION_SEEN -> QUESTION;
            case REPLY_SEEN -> REPLY;
            case QUESTION_REFUSED -> REFUSAL;
        };
    }
}
