package dev.lifeline.explain.tally;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts by word, of a number of words at most: where there is no room for another, the rarer half is forgotten, so that a common one
/// that comes late is found, too. From then on a count is what was counted since its word was kept.
public final class BoundedCounts {

    /// A word with how often it was counted.
    ///
    /// @param word the word
    /// @param count how often
    public record Counted(String word, long count) {
    }

    private final int most;
    private final Map<String, long[]> counts = new HashMap<>();
    private boolean forgot;

    /// @param most words that are kept
    BoundedCounts(int most) {
        this.most = most;
    }

    void add(String word) {
        long[] count = counts.get(word);
        if (count == null) {
            if (counts.size() >= most) {
                forgetHalf();
            }
            count = new long[1];
            counts.put(word, count);
        }
        count[0]++;
    }

    private void forgetHalf() {
        List<Counted> all = commonest(Integer.MAX_VALUE);
        for (Counted each : all.subList(most / 2, all.size())) {
            counts.remove(each.word());
        }
        forgot = true;
    }

    /// The commonest words, the commonest first, alike ones in the order of the alphabet.
    ///
    /// @param number how many at most
    public List<Counted> commonest(int number) {
        List<Counted> all = new ArrayList<>();
        counts.forEach((word, count) -> all.add(new Counted(word, count[0])));
        all.sort(Comparator.comparingLong(Counted::count).reversed().thenComparing(Counted::word));
        return List.copyOf(all.subList(0, Math.min(number, all.size())));
    }

    /// Counts the words that are kept.
    public int size() {
        return counts.size();
    }

    /// Says if words were forgotten.
    public boolean forgot() {
        return forgot;
    }
}
