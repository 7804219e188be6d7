package dev.lifeline.wording;

import dev.lifeline.model.FindingState;
import dev.lifeline.text.Marked;
import dev.lifeline.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// Expectations of a scenario and what became of them, in words. Safe to print.
public final class FindingWords {

    private FindingWords() {
    }

    /// The finding on an expectation of a scenario, as a person reads it.
    ///
    /// @param number from 1
    /// @param id what the scenario calls it, or `null`
    /// @param state how it went
    /// @param wanted what was to be there, in one line
    /// @param seen what was there, or what was missing, in one line; what differs is marked in both
    public record Shown(int number, String id, FindingState state, Marked wanted, Marked seen) {

        public Shown {
            Objects.requireNonNull(state, "state");
            id = id == null ? null : Printable.ascii(id);
            wanted = wanted.ascii();
            seen = seen.ascii();
        }

        public String expected() {
            return wanted.text();
        }

        public String observed() {
            return seen.text();
        }

        /// The words before the expectation, so that no colour is needed.
        public String sign() {
            return switch (state) {
                case HELD -> "held";
                case NOT_HELD -> "DID NOT HOLD";
                case NOT_SEEN -> "not seen";
            };
        }
    }

    /// Writes which expectation it is: `expectation 2`, `expectation 2 (orphan)`.
    ///
    /// @param number from 1
    /// @param id what the scenario calls it, or `null`
    public static String which(int number, String id) {
        return "expectation " + number + (id == null ? "" : " (" + id + ")");
    }

    /// Writes what became of one expectation: `Expectation 2 held: connect finished.`
    ///
    /// @param finding texts need not be safe
    public static String sentence(Shown finding) {
        String which = "E" + which(finding.number(), finding.id()).substring(1);
        String expected = finding.expected();
        String observed = finding.observed();
        return switch (finding.state()) {
            case HELD -> which + " held: " + expected + (observed.equals(expected) ? "." : "; seen: " + observed + ".");
            case NOT_HELD -> which + " did not hold: expected: " + expected + "; observed: " + observed
                    + difference(finding.seen()) + ".";
            case NOT_SEEN -> which + " could not be seen: expected: " + expected + "; missing: " + observed + ".";
        };
    }

    /// Names the parts of a long answer that differ, for who sees no marks; nothing where it has but one part.
    private static String difference(Marked seen) {
        String parts = String.join(", ", seen.parts());
        return parts.isEmpty() || seen.text().endsWith(": " + parts) || seen.text().equals(parts) ? "" : "; the difference: "
                + parts;
    }

    /// Writes that nothing was judged.
    ///
    /// @param why what ended the play: `interrupted`
    public static String unjudged(String why) {
        return why + ": the expectations were not judged";
    }

    /// Writes that a play was ended before its end, and how many of its expectations were judged all the same.
    ///
    /// @param label of the step behind which it was ended
    public static String stopped(String label, int judged, int all) {
        return "the play ended at " + Printable.ascii(label) + ", as asked: "
                + (judged == all ? "all " + all + " expectations are about what was played"
                : judged + " of " + all + " expectations " + (judged == 1 ? "is" : "are")
                        + " judged, the others are about what was not played");
    }

    /// Writes that the answer that a prediction marks right is not what a play showed.
    public static String mismarked(String prediction, String right, String expected, String observed) {
        return Printable.ascii("prediction " + prediction + ": " + right + " is marked right, and did not hold: expected " + expected
                + "; observed " + observed);
    }

    /// Writes how many held, and how many did not: `5 of 6 expectations held, 1 did not`.
    public static String summary(List<Shown> findings) {
        if (findings.isEmpty()) {
            return "no expectation was judged";
        }
        int held = count(findings, FindingState.HELD);
        int not = count(findings, FindingState.NOT_HELD);
        int unseen = count(findings, FindingState.NOT_SEEN);
        String all = held == findings.size() ? (held == 1 ? "the expectation" : "all " + held + " expectations")
                : held + " of " + findings.size() + " expectations";
        return all + " held" + (not == 0 ? "" : ", " + not + " did not")
                + (unseen == 0 ? "" : ", " + unseen + (unseen == 1 ? " was" : " were") + " not seen");
    }

    /// The findings that did not hold, or were not seen.
    public static List<Shown> open(List<Shown> findings) {
        List<Shown> open = new ArrayList<>();
        for (Shown finding : findings) {
            if (finding.state() != FindingState.HELD) {
                open.add(finding);
            }
        }
        return open;
    }

    /// Counts the findings of one kind.
    public static int count(List<Shown> findings, FindingState state) {
        int count = 0;
        for (Shown finding : findings) {
            count += finding.state() == state ? 1 : 0;
        }
        return count;
    }
}
