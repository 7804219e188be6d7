package dev.lifeline.explain.answer;

import dev.lifeline.explain.Confidence;
import dev.lifeline.explain.ErrorStage;
import dev.lifeline.explain.Explanation;
import dev.lifeline.explain.Site;
import dev.lifeline.explain.Words;
import java.util.ArrayList;
import java.util.List;

/// Explanations made by hand.
public final class Explained {

    private Explained() {
    }

    /// One that the words of a text carry.
    public static Explanation at(ErrorStage stage, String code, Site remote, String text, String... words) {
        return of(stage, List.of(), Confidence.HIGH, null, code, remote, words(text, words));
    }

    /// One of which another stage would be as likely.
    public static Explanation open(ErrorStage stage, ErrorStage other, String apart, String code, String text, String... words) {
        return of(stage, List.of(other), Confidence.LOW, apart, code, null, words(text, words));
    }

    private static Explanation of(ErrorStage stage, List<ErrorStage> others, Confidence confidence, String apart, String code, Site remote,
            List<Words> words) {
        return new Explanation(stage, others, confidence, words, apart, null, code, null, null, remote, null);
    }

    /// Those words in a text, each behind the one before.
    public static List<Words> words(String text, String... words) {
        List<Words> found = new ArrayList<>();
        int from = 0;
        for (String each : words) {
            int start = text.indexOf(each, from);
            found.add(new Words(start, start + each.length(), each));
            from = start + each.length();
        }
        return found;
    }
}
