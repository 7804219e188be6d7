package dev.lifeline.wording;

import dev.lifeline.analysis.packet.PacketTotals;
import dev.lifeline.analysis.packet.WindowTimes;
import dev.lifeline.model.Lane;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Glyphs;

/// The packets of a trace on one line: how many, which were sent again, who probed, whose window was closed, who reset.
///
/// It speaks of the packets that were kept. Where others are missing it says how many, and claims nothing about all.
public final class PacketSummary {

    private PacketSummary() {
    }

    /// Writes the line; nothing where no packet was seen and none is known to be missing.
    public static String of(PacketTotals totals, Glyphs glyphs) {
        int client = totals.segments(Lane.CLIENT);
        int server = totals.segments(Lane.SERVER);
        boolean any = client + server > 0;
        boolean all = totals.complete();
        if (!any && all) {
            return "";
        }
        StringBuilder words = new StringBuilder();
        words.append(!any ? "none" : totals.itself() ? Counted.of(client + server, "packet") + " from the one socket"
                : (client == 0 ? "none of the client's" : Counted.grouped(client) + " from the client") + ", "
                + Counted.grouped(server) + " from the server").append(all ? "" : " seen");
        missing(totals, words);
        if (any && totals.again(Lane.CLIENT) + totals.again(Lane.SERVER) == 0) {
            words.append(all && !totals.network() ? "; none sent again" : "; none seen twice");
        }
        for (Lane from : new Lane[] {Lane.CLIENT, Lane.SERVER}) {
            int again = totals.again(from);
            int probes = totals.probes(from);
            if (again + probes > 0) {
                words.append("; the ").append(from.label()).append(" sent ")
                        .append(again == 0 ? "" : Counted.grouped(again) + " again")
                        .append(again == 0 || probes == 0 ? "" : " and ")
                        .append(probes == 0 ? "" : Counted.of(probes, totals.keepAlives(from) == probes ? "keep-alive probe" : "probe"));
            }
            for (WindowTimes times : totals.windows()) {
                if (times.ever(from)) {
                    // Where packets are missing it may have opened and closed between.
                    words.append("; the ").append(from.label()).append("'s window was ")
                            .append(all ? "0 " + closed(times, from, glyphs) : "seen at 0");
                }
            }
            if (totals.reset(from)) {
                words.append("; reset by the ").append(from.label());
            }
        }
        if (totals.refused()) {
            words.append("; a SYN answered by a reset");
        }
        return words.toString();
    }

    private static void missing(PacketTotals totals, StringBuilder words) {
        if (totals.notKept() > 0) {
            words.append("; ").append(Counted.grouped(totals.notKept())).append(" more not kept");
        }
        if (totals.lost() > 0) {
            words.append("; the capture lost ").append(totals.lostSome() ? "at least " : "").append(Counted.grouped(totals.lost()));
        } else if (totals.lostSome()) {
            words.append("; the capture lost some");
        }
    }

    /// Writes how long and until when a window was closed: `for 1.2 s`, `for 10.7 ms, until the reset`, `in the last packet`.
    private static String closed(WindowTimes times, Lane end, Glyphs glyphs) {
        if (times.stayedClosed(end) && times.closedFor(end) == 0) {
            return "in the last packet";
        }
        return "for " + FittedText.together(Durations.of(times.closedFor(end), glyphs))
                + (!times.stayedClosed(end) ? "" : times.reset() ? ", until the reset" : ", until the last packet");
    }
}
