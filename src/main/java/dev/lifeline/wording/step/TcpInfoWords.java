package dev.lifeline.wording.step;

import dev.lifeline.model.TcpField;
import dev.lifeline.model.TcpInfo;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;
import java.util.ArrayList;
import java.util.List;

/// The kernel's figures of a connection, a few to a line, in the words of `ss -i`.
public final class TcpInfoWords {

    private static final long MICRO = 1_000;

    private TcpInfoWords() {
    }

    /// Writes the lines; a figure that this kernel does not have is left out.
    public static List<String> lines(TcpInfo info, Glyphs glyphs) {
        List<String> lines = new ArrayList<>();
        add(lines, time("rtt", info, TcpField.RTT, glyphs), time("rttvar", info, TcpField.RTTVAR, glyphs),
                time("minrtt", info, TcpField.MIN_RTT, glyphs), time("rto", info, TcpField.RTO, glyphs));
        add(lines, count("cwnd", info, TcpField.CONGESTION_WINDOW), count("unacked", info, TcpField.UNACKED),
                count("retrans", info, TcpField.RETRANSMITS), count("retrans in all", info, TcpField.TOTAL_RETRANSMITS));
        add(lines, count("bytes_acked", info, TcpField.ACKED), count("bytes_received", info, TcpField.RECEIVED),
                count("notsent", info, TcpField.NOT_SENT));
        add(lines, count("mss", info, TcpField.SEND_MSS), count("snd_wnd", info, TcpField.SEND_WINDOW),
                count("rcv_wnd", info, TcpField.RECEIVE_WINDOW), count("segs_out", info, TcpField.SEGMENTS_OUT),
                count("segs_in", info, TcpField.SEGMENTS_IN));
        return lines;
    }

    private static void add(List<String> lines, String... figures) {
        StringBuilder line = new StringBuilder();
        for (String figure : figures) {
            line.append(figure.isEmpty() || line.isEmpty() ? "" : ", ").append(figure);
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
    }

    private static String time(String name, TcpInfo info, TcpField field, Glyphs glyphs) {
        long micros = info.get(field);
        return micros < 0 ? "" : name + " " + Durations.of(micros * MICRO, glyphs);
    }

    private static String count(String name, TcpInfo info, TcpField field) {
        long value = info.get(field);
        return value < 0 ? "" : name + " " + Counted.grouped(value);
    }
}
