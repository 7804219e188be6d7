package dev.lifeline.text;

import java.util.List;

/// Numbers that rise, written as a person lists them: `3, 7, 21 to 50`.
public final class NumberRanges {

    /// Pieces that are told; more are counted.
    private static final int MOST = 4;

    private NumberRanges() {
    }

    /// Writes numbers, in a bounded number of pieces.
    ///
    /// @param numbers each larger than the one before
    public static String text(List<Integer> numbers) {
        StringBuilder text = new StringBuilder();
        int pieces = 0;
        for (int i = 0; i < numbers.size(); pieces++) {
            if (pieces == MOST && i + 1 < numbers.size()) {
                return text.append(" and ").append(numbers.size() - i).append(" more").toString();
            }
            int last = i;
            while (last + 1 < numbers.size() && numbers.get(last + 1) == numbers.get(last) + 1) {
                last++;
            }
            text.append(pieces == 0 ? "" : ", ").append(numbers.get(i));
            if (last > i) {
                text.append(last == i + 1 ? ", " : " to ").append(numbers.get(last));
            }
            i = last + 1;
        }
        return text.toString();
    }
}
