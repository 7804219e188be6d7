package dev.lifeline.analysis.crowd;

import dev.lifeline.analysis.Span;
import dev.lifeline.model.ErrorCode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Sums up one stage of a crowd.
final class CrowdTally {

    /// Times the median from which on one is far slower, and what it must be above it: that a thread
    /// came late to its turn is no news; the kernel's shortest timer is 200 ms.
    private static final int FAR = 10;
    private static final long FELT_NANOS = 150_000_000;

    private record Run(int member, Span span) {
    }

    private final Map<String, List<Run>> ways = new LinkedHashMap<>();

    void add(int member, Span span) {
        String way = switch (span.state().kind()) {
            case DONE -> "";
            case CONCLUDED -> "concluded";
            case HANDSHAKE, QUEUED -> ((Span.Observed) span.state()).complete() ? "" : "open";
            case FAILED -> ((Span.Failed) span.state()).failure().code().name();
            case OPEN -> "open";
            case SKIPPED, NOT_REACHED -> null;
        };
        if (way != null) {
            ways.computeIfAbsent(way, any -> new ArrayList<>()).add(new Run(member, span));
        }
    }

    /// Ways by their numbers, the largest first.
    List<CrowdWay> report() {
        List<CrowdWay> report = new ArrayList<>();
        for (Map.Entry<String, List<Run>> way : ways.entrySet()) {
            List<Run> runs = way.getValue();
            if (way.getKey().isEmpty()) {
                List<Run> slow = slow(runs);
                List<Run> others = new ArrayList<>(runs);
                others.removeAll(slow);
                report.add(of(CrowdWay.Kind.DONE, null, others));
                if (!slow.isEmpty()) {
                    report.add(of(CrowdWay.Kind.SLOW, null, slow));
                }
            } else if (way.getKey().equals("concluded")) {
                report.add(of(CrowdWay.Kind.CONCLUDED, null, runs));
            } else if (way.getKey().equals("open")) {
                report.add(of(CrowdWay.Kind.OPEN, null, runs));
            } else {
                report.add(of(CrowdWay.Kind.FAILED, ErrorCode.valueOf(way.getKey()), runs));
            }
        }
        report.sort(Comparator.comparingInt(way -> -way.count()));
        return report;
    }

    /// A few that took far longer than the others; where they are many, they are no odd ones.
    private static List<Run> slow(List<Run> runs) {
        long usual = median(runs);
        List<Run> slow = new ArrayList<>();
        for (Run run : runs) {
            if (run.span().took() > FAR * usual && run.span().took() - usual > FELT_NANOS) {
                slow.add(run);
            }
        }
        return slow;
    }

    private static CrowdWay of(CrowdWay.Kind kind, ErrorCode code, List<Run> runs) {
        TreeSet<Integer> members = new TreeSet<>();
        long from = Long.MAX_VALUE;
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        long min = Long.MAX_VALUE;
        long max = 0;
        for (Run run : runs) {
            Span span = run.span();
            members.add(run.member());
            from = Math.min(from, span.start());
            first = Math.min(first, span.end());
            last = Math.max(last, span.end());
            min = Math.min(min, span.took());
            max = Math.max(max, span.took());
        }
        return new CrowdWay(kind, code, List.copyOf(members), runs.size(), from, first, last, min, median(runs), max);
    }

    private static long median(List<Run> runs) {
        long[] took = new long[runs.size()];
        for (int i = 0; i < took.length; i++) {
            took[i] = runs.get(i).span().took();
        }
        Arrays.sort(took);
        int middle = took.length / 2;
        return took.length % 2 == 1 ? took[middle] : took[middle - 1] + (took[middle] - took[middle - 1]) / 2;
    }
}
