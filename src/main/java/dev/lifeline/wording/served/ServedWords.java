package dev.lifeline.wording.served;

import dev.lifeline.analysis.served.Fate;
import dev.lifeline.analysis.served.ServedConnection;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;
import java.util.List;

/// Connections of a server in words.
public final class ServedWords {

    /// Nanoseconds that a person feels.
    private static final long FELT = 100_000_000;

    private static final int MOST_STATUSES = 24;

    private ServedWords() {
    }

    /// Writes what became of one: `answered; 6 bytes in, 6 out; 2.01 s, of it first byte 2 s`.
    public static String of(ServedConnection each, Glyphs glyphs) {
        boolean none = each.read() == 0 && each.written() == 0;
        String bytes = each.fate() == Fate.EMPTY ? "" : none ? "no bytes; "
                : Counted.of(each.read(), "byte") + " in, " + Counted.grouped(each.written()) + " out; ";
        boolean slow = each.slowest() != null && each.slowest().took() >= FELT && each.slowest().took() * 2 >= each.took();
        return word(each.fate()) + statuses(each) + (each.code() == null || each.fate() == Fate.TIMED_OUT ? "" : " (" + each.code().name() + ")") + "; " + bytes
                + Durations.of(each.took(), glyphs)
                + (slow ? ", of it " + each.slowest().stage().label() + " " + Durations.of(each.slowest().took(), glyphs) : "");
    }

    /// Writes the statuses of the responses: ` 200`, ` 200 × 3, 404`; empty where there were none.
    private static String statuses(ServedConnection each) {
        List<Integer> all = each.statuses();
        boolean more = each.requests() > all.size();
        StringBuilder words = new StringBuilder(more ? " " + Counted.of(each.requests(), "request") + ", the first" : "");
        for (int i = 0; i < all.size(); ) {
            int end = i + 1;
            while (end < all.size() && all.get(end).equals(all.get(i))) {
                end++;
            }
            if (words.length() > MOST_STATUSES) {
                return words.append(", ...").toString();
            }
            words.append(i == 0 ? " " : ", ").append(end - i > 1 ? Counted.grouped(end - i) + " x " : "").append(all.get(i));
            i = end;
        }
        return words.toString();
    }

    /// Writes all of them as a sentence: `12 connections: 10 answered, 1 reset, 1 open when stopped; slowest #4, 2.01 s`.
    public static String sum(List<ServedConnection> all, Glyphs glyphs) {
        StringBuilder out = new StringBuilder(all.isEmpty() ? "no connection came" : Counted.of(all.size(), "connection") + ":");
        String comma = " ";
        ServedConnection slowest = null;
        for (Fate fate : Fate.values()) {
            int count = 0;
            for (ServedConnection each : all) {
                count += each.fate() == fate ? 1 : 0;
            }
            if (count > 0) {
                out.append(comma).append(Counted.grouped(count)).append(' ').append(word(fate));
                comma = ", ";
            }
        }
        for (ServedConnection each : all) {
            slowest = slowest == null || each.took() > slowest.took() ? each : slowest;
        }
        long requests = 0;
        for (ServedConnection each : all) {
            requests += each.requests();
        }
        out.append(requests == 0 ? "" : "; " + Counted.of(requests, "request"));
        return all.size() < 2 ? out.toString() : out.append("; longest #").append(slowest.number()).append(", ")
                .append(Durations.of(slowest.took(), glyphs)).toString();
    }

    private static String word(Fate fate) {
        return switch (fate) {
            case ANSWERED -> "answered";
            case TOLD -> "written to, nothing read";
            case HEARD -> "read from, not answered";
            case EMPTY -> "closed without a byte";
            case RESET -> "reset";
            case RESET_HERE -> "reset by this server";
            case TIMED_OUT -> "closed after a time-out";
            case FAILED -> "failed";
            case OPEN -> "open when stopped";
        };
    }
}
