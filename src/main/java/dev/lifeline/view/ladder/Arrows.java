package dev.lifeline.view.ladder;

import dev.lifeline.analysis.packet.PacketKind;
import dev.lifeline.analysis.packet.Reach;
import dev.lifeline.model.Lane;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Row;
import dev.lifeline.view.waterfall.WaterfallRows;
import java.util.ArrayList;
import java.util.List;

/// The arrows between the client's line of life and the server's: solid for a packet that was seen, dotted for what was
/// concluded.
final class Arrows {

    /// Columns that the shaft of an arrow goes on behind its label where nobody knows that it arrived.
    private static final int STUMP = 4;

    /// Of the shaft so much is left at either side of a label at least.
    private static final int SHAFT = 4;

    private final Rails rails;
    private final Glyphs glyphs;
    private final int left;
    private final int right;

    Arrows(Rails rails, Glyphs glyphs) {
        this.rails = rails;
        this.glyphs = glyphs;
        this.left = rails.column(Lane.CLIENT) + 2;
        this.right = rails.column(Lane.SERVER) - 2;
    }

    Row crossing(Rung.Crossing crossing) {
        Row row = rails.row(crossing.at());
        row.put(left, " ".repeat(right - left + 1), Role.INFERRED);
        boolean toTheRight = crossing.from() == Lane.CLIENT;
        for (int i = 0; i <= right - left; i += 2) {
            row.put(toTheRight ? right - i : left + i, glyphs.dot(), Role.INFERRED);
        }
        if (toTheRight || crossing.both()) {
            row.put(right - 1, ' ', Role.INFERRED).put(right, glyphs.headRight(), Role.INFERRED);
        }
        if (!toTheRight || crossing.both()) {
            row.put(left + 1, ' ', Role.INFERRED).put(left, glyphs.headLeft(), Role.INFERRED);
        }
        String label = " " + FittedText.fit(crossing.label(), (right - left) / 2, glyphs) + " ";
        return row.centre((left + right) / 2, label, Role.INFERRED);
    }

    /// A datagram, dotted: no packet was seen. Of one that nobody received it is not known where it came to.
    Row datagram(Rung.Datagram datagram) {
        Row row = rails.row(datagram.at());
        String label = fit(datagram.label());
        int start = start(label);
        int end = datagram.arrived() ? right : Math.min(right, start + label.length() + STUMP);
        row.put(left, " ".repeat(end - left + 1), Role.INFERRED);
        for (int i = left; i < end - 1; i += 2) {
            row.put(i, glyphs.dot(), Role.INFERRED);
        }
        row.put(end, datagram.arrived() ? glyphs.headRight() : String.valueOf(rails.unknown()), Role.INFERRED);
        return row.put(start, label, Role.PLAIN);
    }

    Row packet(Rung.Packet packet) {
        Lane from = packet.segment().from();
        Role role = packet.kind() == PacketKind.ACK ? Role.DIM : WaterfallRows.role(from);
        Role words = packet.kind() == PacketKind.TROUBLE ? Role.BAD : packet.kind() == PacketKind.ACK ? Role.DIM : Role.PLAIN;
        Row row = rails.row(packet.at());
        if (packet.reach() == Reach.ARRIVED) {
            return through(row, from, packet.label(), role, words);
        }
        String label = fit(packet.label());
        int start = start(label);
        boolean toTheRight = from == Lane.CLIENT;
        int end = toTheRight ? Math.min(right, start + label.length() + STUMP) : Math.max(left, start - 1 - STUMP);
        shaft(row, toTheRight ? left : end, toTheRight ? end : right, role);
        String sign = packet.reach() == Reach.UNKNOWN ? String.valueOf(rails.unknown()) : glyphs.times();
        return row.put(start, label, words).put(end, sign, Role.BAD);
    }

    Row greeting(Rung.Greeting greeting) {
        Row row = through(rails.row(greeting.until()), Lane.CLIENT, greeting.label(), Role.CLIENT, Role.PLAIN);
        return row.put(left, glyphs.headLeft(), Role.SERVER);
    }

    Row packets(Rung.Packets packets, String label) {
        Role role = packets.kind() == PacketKind.ACK ? Role.DIM : WaterfallRows.role(packets.from());
        return through(rails.row(packets.until()), packets.from(), label, role, Role.DIM);
    }

    Row folded(Rung.FoldedPackets packets) {
        return through(rails.row(packets.until()), packets.from(), packets.label(), WaterfallRows.role(packets.from()),
                packets.trouble() ? Role.BAD : Role.PLAIN);
    }

    /// An error comes from somewhere on the way: its arrow begins at its words.
    ///
    /// @param lines its words, at least one line; those behind the first stand below the arrow
    List<Row> refusal(Rung.Refusal refusal, List<String> lines) {
        Row row = rails.row(refusal.at());
        String label = fit(lines.getFirst());
        int start = start(label);
        boolean toTheLeft = refusal.to() == Lane.CLIENT;
        int from = toTheLeft ? left : start + label.length();
        int to = toTheLeft ? start - 1 : right;
        if (refusal.seen()) {
            shaft(row, from, to, Role.KERNEL);
        } else {
            row.put(from, " ".repeat(to - from + 1), Role.INFERRED);
            for (int i = 0; i <= to - from; i += 2) {
                row.put(toTheLeft ? from + i : to - i, glyphs.dot(), Role.KERNEL);
            }
        }
        row.put(start, label, Role.BAD);
        List<Row> rows = new ArrayList<>();
        rows.add(row.put(toTheLeft ? left : right, toTheLeft ? glyphs.headLeft() : glyphs.headRight(), Role.KERNEL));
        for (String line : lines.subList(1, lines.size())) {
            String words = fit(line);
            rows.add(rails.row(refusal.at()).put(start(words), words, Role.BAD));
        }
        return rows;
    }

    private Row through(Row row, Lane from, String text, Role role, Role words) {
        String label = fit(text);
        shaft(row, left, right, role);
        row.put(from == Lane.CLIENT ? right : left, from == Lane.CLIENT ? glyphs.headRight() : glyphs.headLeft(), role);
        return row.put(start(label), label, words);
    }

    private void shaft(Row row, int from, int to, Role role) {
        for (int column = from; column <= to; column++) {
            row.put(column, glyphs.horizontal(), role);
        }
    }

    private String fit(String label) {
        return " " + FittedText.fit(label, room(), glyphs) + " ";
    }

    /// The columns that a label may have.
    int room() {
        return right - left - 1 - 2 * SHAFT;
    }

    private int start(String label) {
        return (left + right) / 2 - label.length() / 2;
    }
}
