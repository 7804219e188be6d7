package dev.lifeline.wording.life;

import dev.lifeline.analysis.life.Life;
import dev.lifeline.text.Counted;
import java.util.Map;

/// The lives of several connections in one line: `5 connections: 4 answered, 1 reset`.
public final class SeveralLives {

    private SeveralLives() {
    }

    /// Writes how many there were of each.
    ///
    /// @param counts of each kind that there is, how many
    /// @param planned how many connections were asked for; as many as there are, or more
    public static String of(Map<Life.Kind, Integer> counts, int planned) {
        int all = 0;
        for (int each : counts.values()) {
            all += each;
        }
        String head = Counted.of(Math.max(all, planned), "connection") + ": ";
        if (counts.size() == 1 && planned <= all && all > 1) {
            return head + "all " + word(counts.keySet().iterator().next());
        }
        StringBuilder words = new StringBuilder(head);
        int left = all;
        for (Map.Entry<Life.Kind, Integer> each : counts.entrySet()) {
            String part = Counted.grouped(each.getValue()) + " " + word(each.getKey());
            String others = ", " + Counted.grouped(left) + " with other ends";
            boolean last = left == each.getValue();
            if (words.length() > head.length() && words.length() + 2 + part.length() + (last ? 0 : others.length()) > LifeWords.ROOM) {
                return words.append(others).toString();
            }
            words.append(words.length() == head.length() ? "" : ", ").append(part);
            left -= each.getValue();
        }
        return planned > all ? words.append(", ").append(Counted.grouped(planned - all)).append(" not made").toString() : words.toString();
    }

    private static String word(Life.Kind kind) {
        return switch (kind) {
            case NOTHING -> "not made";
            case ITSELF -> "to itself";
            case UNTAKEN -> "not taken";
            case FOREIGN -> "in another protocol";
            case UNSECURED -> "failed at TLS";
            case SECURED -> "up with TLS";
            case RESPONDED -> "answered by HTTP";
            case BROKEN -> "broken off in HTTP";
            case RETIRED -> "ended under a request";
            case ANSWERED -> "answered";
            case SILENT -> "open and silent";
            case EMPTY -> "closed without a byte";
            case UP -> "up";
            case STALLED -> "fell silent";
            case UNACKNOWLEDGED -> "not acknowledged";
            case BLOCKED -> "blocked at write";
            case RESET -> "reset";
            case REFUSED -> "refused";
            case QUEUE_FULL -> "at a full queue";
            case UNANSWERED -> "without an answer";
            case UNREACHABLE -> "unreachable";
            case UNNAMED -> "without an address";
            case FAILED -> "failed";
            case CALLED -> "served";
        };
    }
}
