package dev.lifeline.wording.web;

import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.web.ExchangeFacts;
import dev.lifeline.model.Stage;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Many requests on one connection in a few words.
public final class ExchangeWords {

    private ExchangeWords() {
    }

    /// Writes the name of the row that tells so many: `9 more`.
    public static String label(int count) {
        return Counted.grouped(count) + " more";
    }

    /// Writes their statuses, and how long the longest wait for a first byte was: `200 each; longest wait 1.74 ms`.
    ///
    /// @param client whether they waited for the response; else their handler is told
    public static String folded(List<ExchangeFacts> group, boolean client, Glyphs glyphs) {
        Map<Integer, Integer> statuses = new TreeMap<>();
        long most = -1;
        for (ExchangeFacts each : group) {
            statuses.merge(each.responded().status(), 1, Integer::sum);
            Span wait = each.span(client ? Stage.FIRST_BYTE : Stage.HANDLER);
            if (wait != null) {
                most = Math.max(most, wait.took());
            }
        }
        StringBuilder words = new StringBuilder();
        for (Map.Entry<Integer, Integer> each : statuses.entrySet()) {
            words.append(words.isEmpty() ? "" : ", ").append(each.getKey())
                    .append(statuses.size() == 1 ? " each" : " " + glyphs.times() + Counted.grouped(each.getValue()));
        }
        return most < 0 ? words.toString()
                : words.append("; longest ").append(client ? "wait " : "handler ").append(Durations.of(most, glyphs)).toString();
    }
}
