package dev.lifeline.explain.place;

import dev.lifeline.explain.Confidence;
import dev.lifeline.explain.ErrorStage;
import dev.lifeline.explain.Explanation;
import dev.lifeline.explain.Site;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Makes one list of what was found in an entry: the same error told twice is one, and what is surer makes guesses needless.
final class MergedAnswers {

    private static final int MOST = 20;

    private MergedAnswers() {
    }

    static List<Explanation> of(List<Explanation> found) {
        List<Explanation> kept = new ArrayList<>();
        for (Explanation one : found) {
            int same = -1;
            for (int i = 0; i < kept.size() && same < 0; i++) {
                same = same(kept.get(i), one) ? i : -1;
            }
            if (same < 0) {
                kept.add(one);
            } else {
                kept.set(same, merged(kept.get(same), one));
            }
        }
        boolean error = kept.stream().anyMatch(one -> one.stage() != ErrorStage.NONE && one.confidence() != Confidence.LOW);
        boolean none = kept.stream().anyMatch(one -> one.stage() == ErrorStage.NONE && one.confidence() == Confidence.HIGH);
        kept.removeIf(one -> error && (one.stage() == ErrorStage.NONE || one.confidence() == Confidence.LOW));
        kept.removeIf(one -> !error && none && one.stage() != ErrorStage.NONE);
        kept.sort(Comparator.comparing(Explanation::confidence));
        return kept.size() > MOST ? List.copyOf(kept.subList(0, MOST)) : List.copyOf(kept);
    }

    private static boolean same(Explanation one, Explanation other) {
        if (!compatible(one.remote(), other.remote())) {
            return false;
        }
        boolean code = one.code() == null || other.code() == null || one.code().equals(other.code());
        boolean stage = one.stage() == other.stage() || one.alternatives().contains(other.stage()) || other.alternatives().contains(one.stage());
        boolean guess = one.confidence() == Confidence.LOW || other.confidence() == Confidence.LOW;
        return stage && (code || guess) || code && one.code() != null && other.code() != null && guess
                || one.stage() == ErrorStage.NONE && other.stage() == ErrorStage.NONE;
    }

    private static boolean compatible(Site one, Site other) {
        return one == null || other == null || one.equals(other) || one.host().isEmpty() || other.host().isEmpty()
                || one.host().equals(other.host()) && (one.port() == 0 || other.port() == 0);
    }

    private static Explanation merged(Explanation one, Explanation other) {
        Explanation better = better(one, other);
        Explanation worse = better == one ? other : one;
        Site remote = better.remote() == null || better.remote().host().isEmpty() && worse.remote() != null ? worse.remote() : better.remote();
        return new Explanation(better.stage(), better.alternatives(), better.confidence(), better.words(), better.apart(), better.because(),
                better.code() == null ? worse.code() : better.code(), better.operation() == null ? worse.operation() : better.operation(),
                better.local() == null ? worse.local() : better.local(), remote, better.runtime());
    }

    private static Explanation better(Explanation one, Explanation other) {
        int sure = one.confidence().compareTo(other.confidence());
        int open = Integer.compare(one.alternatives().size(), other.alternatives().size());
        int code = Boolean.compare(other.code() != null, one.code() != null);
        int order = sure != 0 ? sure : open != 0 ? open : code;
        return order <= 0 ? one : other;
    }
}
