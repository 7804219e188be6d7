package dev.lifeline.file.codec;

import dev.lifeline.file.LineMistake;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.event.CapturedPacket;
import dev.lifeline.model.event.PacketEvent;

/// The fields of a packet that was seen.
final class PacketLine {

    /// Bytes of the longest packet that is read: what other capture tools cut at.
    static final int MOST_BYTES = 1 << 18;

    private static final int PACKET_BYTES = 112;

    private PacketLine() {
    }

    static void write(PacketEvent body, FieldWriter out) {
        if (body instanceof PacketEvent.SegmentSeen event) {
            out.text(Field.EVENT, "segment-seen");
            out.text(Field.FROM, event.from().label());
            flow(event.flow(), out);
            out.text(Field.FLAGS, FlagWords.text(event.flags()));
            out.whole(Field.SEQUENCE, event.sequence());
            out.whole(Field.ACKNOWLEDGEMENT, event.acknowledgement());
            out.whole(Field.PAYLOAD_BYTES, event.payload());
            out.whole(Field.WINDOW_BYTES, event.window());
            out.flag(Field.AGAIN, event.again());
        } else if (body instanceof PacketEvent.ErrorSeen event) {
            out.text(Field.EVENT, "icmp-error-seen");
            out.text(Field.OFFENDER, event.offender());
            out.whole(Field.ICMP_TYPE, event.type());
            out.whole(Field.ICMP_CODE, event.code());
            out.text(Field.MEANING, event.meaning());
            flow(event.about(), out);
        } else {
            throw new MatchException("no line for " + body.getClass(), null);
        }
        captured(body.packet(), out);
    }

    /// The event of this kind; `null` where packets have none of this name.
    static PacketEvent readOrNull(String kind, FieldReader in) throws LineMistake {
        return switch (kind) {
            case "segment-seen" -> new PacketEvent.SegmentSeen(in.word(Field.FROM, EnumWords.LANES), flow(in),
                    FlagWords.flags(in.text(Field.FLAGS)), in.whole(Field.SEQUENCE), in.whole(Field.ACKNOWLEDGEMENT),
                    in.count(Field.PAYLOAD_BYTES), in.size(Field.WINDOW_BYTES), in.flag(Field.AGAIN),
                    captured(in.object(Field.CAPTURED)));
            case "icmp-error-seen" -> new PacketEvent.ErrorSeen(in.text(Field.OFFENDER), in.count(Field.ICMP_TYPE),
                    in.count(Field.ICMP_CODE), in.text(Field.MEANING), flow(in), captured(in.object(Field.CAPTURED)));
            default -> null;
        };
    }

    private static void flow(FourTuple flow, FieldWriter out) {
        out.endpoint(Field.SOURCE, flow.local());
        out.endpoint(Field.DESTINATION, flow.remote());
    }

    private static FourTuple flow(FieldReader in) throws LineMistake {
        return new FourTuple(in.endpoint(Field.SOURCE), in.endpoint(Field.DESTINATION));
    }

    private static void captured(CapturedPacket packet, FieldWriter out) {
        out.start(Field.CAPTURED);
        out.whole(Field.LENGTH_BYTES, packet.length());
        out.text(Field.DEVICE, packet.device());
        out.flag(Field.OUTGOING, packet.outgoing());
        out.whole(Field.WALL_NANOS, packet.wall());
        out.whole(Field.UNCERTAINTY_NANOS, packet.uncertainty());
        out.text(Field.DATA, packet.data());
        out.end();
    }

    private static CapturedPacket captured(FieldReader in) throws LineMistake {
        String data = in.hex(Field.DATA, MOST_BYTES);
        in.weigh(PACKET_BYTES);
        return new CapturedPacket(data, in.count(Field.LENGTH_BYTES), in.textOrNull(Field.DEVICE), in.flag(Field.OUTGOING),
                in.whole(Field.WALL_NANOS), in.size(Field.UNCERTAINTY_NANOS));
    }
}
