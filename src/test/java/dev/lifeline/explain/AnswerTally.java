package dev.lifeline.explain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// Answers to provoked texts, counted: how many are right, by stage and by runtime, and which stage was taken for which.
final class AnswerTally {

    /// Whether an answer is right.
    enum Mark {
        /// It names a stage that is true of the text.
        RIGHT,
        /// It names another, says that it is not sure, and has one that is true among its alternatives.
        OPEN,
        /// It names another, and does not say so loudly.
        WRONG,
        /// It names another with high confidence.
        SURELY_WRONG
    }

    private final Map<ErrorStage, int[]> byStage = new TreeMap<>();
    private final Map<String, int[]> byRuntime = new TreeMap<>();
    private final Map<ErrorStage, int[]> matrix = new TreeMap<>();
    private final int[] all = new int[Mark.values().length];

    static Mark mark(ProvokedText text, Explanation answer) {
        if (text.stages().contains(answer.stage())) {
            return Mark.RIGHT;
        }
        if (answer.confidence() == Confidence.HIGH) {
            return Mark.SURELY_WRONG;
        }
        return answer.alternatives().stream().anyMatch(text.stages()::contains) ? Mark.OPEN : Mark.WRONG;
    }

    void add(ProvokedText text, Explanation answer) {
        int mark = mark(text, answer).ordinal();
        all[mark]++;
        byStage.computeIfAbsent(text.induced(), s -> new int[Mark.values().length])[mark]++;
        byRuntime.computeIfAbsent(text.runtime(), s -> new int[Mark.values().length])[mark]++;
        ErrorStage taken = mark == 0 ? text.induced() : answer.stage();
        matrix.computeIfAbsent(text.induced(), s -> new int[ErrorStage.values().length])[taken.ordinal()]++;
    }

    double right() {
        return share(all, Mark.RIGHT, Mark.OPEN);
    }

    double right(ErrorStage stage) {
        return share(byStage.getOrDefault(stage, new int[Mark.values().length]), Mark.RIGHT, Mark.OPEN);
    }

    double surelyWrong() {
        return share(all, Mark.SURELY_WRONG);
    }

    private static double share(int[] marks, Mark... counted) {
        int sum = Arrays.stream(marks).sum();
        int of = Arrays.stream(counted).mapToInt(m -> marks[m.ordinal()]).sum();
        return sum == 0 ? 1 : (double) of / sum;
    }

    /// The tables, for a person.
    String report(String name) {
        StringBuilder out = new StringBuilder(line(name, all)).append("\nby stage\n");
        byStage.forEach((stage, marks) -> out.append(line(stage.label(), marks)));
        out.append("by runtime\n");
        byRuntime.forEach((runtime, marks) -> out.append(line(runtime, marks)));
        out.append("\ninduced, and what was said\n").append(row("", ErrorStage::label));
        matrix.forEach((stage, said) -> out.append(row(stage.label(), s -> said[s.ordinal()] == 0 ? "." : String.valueOf(said[s.ordinal()]))));
        return out.toString();
    }

    private static String row(String name, Function<ErrorStage, String> cell) {
        StringBuilder out = new StringBuilder(String.format(Locale.ROOT, "  %-9s", name));
        for (ErrorStage stage : ErrorStage.values()) {
            out.append(String.format(Locale.ROOT, " %8s", cell.apply(stage)));
        }
        return out.append('\n').toString();
    }

    private static String line(String name, int[] marks) {
        return String.format(Locale.ROOT, "  %-14s %5.1f %% of %4d right, %5.1f %% with alternatives, %5.2f %% surely wrong%n", name, 100 * share(marks, Mark.RIGHT),
                Arrays.stream(marks).sum(), 100 * share(marks, Mark.RIGHT, Mark.OPEN), 100 * share(marks, Mark.SURELY_WRONG));
    }
}
