package dev.lifeline.wording;

import dev.lifeline.analysis.packet.PacketKind;
import dev.lifeline.analysis.packet.PacketReach;
import dev.lifeline.analysis.packet.Windows;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;
import dev.lifeline.wording.picture.Gauge;
import java.util.HashMap;
import java.util.Map;

/// The words on the packets of one connection, in the order of time: what each says that the packets before it did not.
/// Numbers are relative, as [SegmentSeen] has them.
public final class PacketWords {

    /// The words that one end has sent so far.
    private static final class End {
        private final Map<Long, Integer> repeats = new HashMap<>();
        private long acknowledged = -1;
        private long window;
    }

    private final End client = new End();
    private final End server = new End();
    private final Windows windows = new Windows();
    private final Glyphs glyphs;

    public PacketWords(Glyphs glyphs) {
        this.glyphs = glyphs;
    }

    /// The words of the next packet, with its kind.
    ///
    /// @param brief its name, and a window that closed or opened as a picture: no sequence numbers
    public record Label(String text, String brief, PacketKind kind) {
    }

    /// Takes the next packet.
    public Label next(SegmentSeen segment) {
        End own = segment.from() == Lane.CLIENT ? client : server;
        boolean asked = windows.closed(Windows.other(segment.from()));
        boolean reset = segment.has(TcpFlags.RST);
        boolean closes = Windows.closes(segment);
        boolean opens = windows.closed(segment.from()) && !closes && !reset;
        boolean probe = windows.probes(segment);
        StringBuilder out = new StringBuilder();
        boolean pure = !probe && !reset && PacketReach.length(segment) == 0;
        if (pure && (closes || opens)) {
            out.append("window ").append(Counted.grouped(segment.window())).append(", ");
        }
        String name = probe ? asked ? "window probe" : "keep-alive probe" : name(segment);
        if (segment.again() && !reset) {
            int times = own.repeats.merge(segment.sequence(), 1, Integer::sum);
            name += probe ? " " + times : " again (retransmission " + times + ")";
        }
        out.append(name);
        if (!reset && !pure) {
            out.append(", seq ").append(Counted.grouped(segment.sequence()));
        }
        if (pure) {
            out.append(' ').append(Counted.grouped(segment.acknowledgement()));
        } else if (segment.has(TcpFlags.ACK) && segment.acknowledgement() != own.acknowledged) {
            out.append(", ack ").append(Counted.grouped(segment.acknowledgement()));
        }
        if (!pure && (closes || opens)) {
            out.append(", window ").append(Counted.grouped(segment.window()));
        }
        String window = closes || opens ? "window " + Gauge.window(segment.window(), own.window, glyphs) : "";
        String brief = window.isEmpty() ? name : pure ? window : name + ", " + window;
        own.window = reset ? own.window : Math.max(own.window, segment.window());
        windows.saw(segment);
        own.acknowledged = segment.has(TcpFlags.ACK) ? segment.acknowledgement() : own.acknowledged;
        return new Label(out.toString(), brief, kind(segment, closes, opens));
    }

    /// Writes the mark of many packets, as much as fits: a figure that is cut would be another one.
    ///
    /// @param took nanoseconds from the first to the last
    /// @param room columns
    public static String more(PacketKind kind, int count, long bytes, long took, int room, Glyphs glyphs) {
        boolean data = kind == PacketKind.DATA;
        String words = glyphs.ellipsis() + " " + Counted.of(count, data ? "more packet" : "more ACK");
        String sum = data ? ", " + Counted.of(bytes, "byte") : "";
        String time = " in " + Durations.of(took, glyphs);
        return words.length() + sum.length() + time.length() <= room ? words + sum + time
                : words.length() + sum.length() <= room ? words + sum : words;
    }

    /// Writes the mark of all packets with bytes of a stretch: `data × 11, 18,432 bytes`.
    public static String all(int count, long bytes, Glyphs glyphs) {
        return "data " + glyphs.times() + " " + Counted.grouped(count) + ", " + Counted.of(bytes, "byte");
    }

    /// Writes the mark of bytes that no packet carried. A FIN takes a number like a byte (RFC 9293 section 3.4).
    public static String missing(Lane from, long bytes) {
        return (bytes == 1 ? "1 byte or FIN" : Counted.of(bytes, "byte")) + " from the " + from.label() + " not captured";
    }

    private static String name(SegmentSeen segment) {
        if (segment.payload() == 0 || segment.has(TcpFlags.RST)) {
            return TcpFlags.name(segment.flags());
        }
        return (segment.has(TcpFlags.SYN) ? TcpFlags.name(segment.flags()) + " with " : "")
                + "data " + Counted.grouped(segment.payload()) + (segment.has(TcpFlags.FIN) ? " and FIN" : "");
    }

    private static PacketKind kind(SegmentSeen segment, boolean closes, boolean opens) {
        if (segment.has(TcpFlags.RST) || segment.again() || closes) {
            return PacketKind.TROUBLE;
        }
        if (opens || segment.has(TcpFlags.SYN) || segment.has(TcpFlags.FIN)) {
            return PacketKind.STEP;
        }
        return segment.payload() > 0 ? PacketKind.DATA : PacketKind.ACK;
    }
}
