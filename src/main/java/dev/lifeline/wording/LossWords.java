package dev.lifeline.wording;

import dev.lifeline.model.event.KernelEvent.EvidenceLost;
import dev.lifeline.model.event.LossKind;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Printable;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Losses of sources of evidence in words. Many losses become one sentence for each source and reason, however many connections
/// they happened on.
public final class LossWords {

    /// All that was lost for one reason.
    private static final class Sum {
        private final EvidenceLost first;
        private final BitSet connections = new BitSet();
        private long count;
        private boolean counted;
        private boolean uncounted;

        Sum(EvidenceLost first) {
            this.first = first;
        }
    }

    private final Map<String, Sum> sums = new LinkedHashMap<>();

    /// Writes one loss.
    ///
    /// @param at when it was noticed, in nanoseconds since the origin
    public static Wording of(EvidenceLost lost, long at) {
        String source = Printable.ascii(lost.source());
        String reason = Printable.ascii(lost.reason());
        boolean counted = lost.count() >= 0;
        String count = Counted.grouped(lost.count());
        return new Wording("evidence lost: " + (counted ? count : "some") + " of " + source + ", " + reason,
                source + " lost " + (counted ? count : "an unknown number") + " by " + Durations.moment(at) + ": " + reason,
                sentence(lost, counted ? count : "something"));
    }

    private static String sentence(EvidenceLost lost, String howMuch) {
        return "the source " + Printable.ascii(lost.source()) + " " + verb(lost.loss()) + " " + howMuch + " ("
                + Printable.ascii(lost.reason()) + "): what is not here may have happened all the same";
    }

    /// A source did not miss what it had in its hands.
    private static String verb(LossKind loss) {
        return switch (loss) {
            case MISSED -> "missed";
            case NOT_ATTRIBUTED -> "could not attribute";
            case NOT_KEPT -> "did not keep";
        };
    }

    /// Takes the next loss.
    ///
    /// @param connection on which; 0 for none that is known
    public void add(int connection, EvidenceLost lost) {
        String key = lost.source() + '\n' + lost.reason();
        Sum sum = sums.get(key);
        if (sum == null) {
            sum = new Sum(lost);
            sums.put(key, sum);
        }
        if (lost.count() < 0) {
            sum.uncounted = true;
        } else {
            sum.counted = true;
            sum.count += lost.count();
        }
        sum.connections.set(connection);
    }

    /// Writes the sentences, safe to print, in the order in which their reasons came up.
    ///
    /// @param one whether the trace is about one connection, which then need not be named
    public List<String> sentences(boolean one) {
        List<String> all = new ArrayList<>(sums.size());
        for (Sum sum : sums.values()) {
            String count = !sum.counted ? "something" : (sum.uncounted ? "at least " : "") + Counted.grouped(sum.count);
            all.add(sentence(sum.first, count + (one ? "" : where(sum.connections))));
        }
        return all;
    }

    /// A loss that may be of any connection is not one of these.
    private static String where(BitSet connections) {
        if (connections.get(0)) {
            return "";
        }
        return connections.cardinality() == 1 ? " on connection " + connections.nextSetBit(0)
                : " on " + Counted.of(connections.cardinality(), "connection");
    }
}
