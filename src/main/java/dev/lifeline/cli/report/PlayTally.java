package dev.lifeline.cli.report;

import dev.lifeline.model.FindingState;
import dev.lifeline.scenario.Expectation;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.judge.Finding;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// Tally of the plays of one scenario: how they ended, and how often each expectation held. What is kept does not grow with the
/// number of plays.
///
/// Not for several threads at once.
public final class PlayTally {

    private final String id;
    private final String topic;
    private final Scenario scenario;
    private final String file;
    private final int planned;
    private final Map<PlayResult.Kind, Integer> counts = new EnumMap<>(PlayResult.Kind.class);
    private final List<Row> rows = new ArrayList<>();
    private PlayResult last;
    private int lastNumber;
    private int ended;
    private int judged;
    private String reason;
    private long took;

    private PlayTally(String id, String topic, Scenario scenario, String file, int planned) {
        this.id = Objects.requireNonNull(id, "id");
        this.topic = Objects.requireNonNull(topic, "topic");
        this.scenario = scenario;
        this.file = file;
        this.planned = planned;
    }

    /// Begins the tally of a scenario that is to be played so often.
    ///
    /// @param file the path of its file as it was typed; `null` for one of the catalogue
    public static PlayTally of(Scenario scenario, String file, int planned) {
        return new PlayTally(scenario.id(), scenario.topic(), scenario, file, planned);
    }

    /// Makes the tally of one play.
    ///
    /// @param scenario `null` where its file could not be read
    public static PlayTally of(Scenario scenario, String file, PlayResult result) {
        PlayTally tally = new PlayTally(result.id(), result.topic(), scenario, file, 1);
        tally.add(1, result);
        return tally;
    }

    /// Adds the end of a play.
    ///
    /// @param number which play, from 1; they may end in another order
    public void add(int number, PlayResult result) {
        last = result;
        lastNumber = number;
        ended++;
        took += result.took();
        counts.merge(result.kind(), 1, Integer::sum);
        judged += result.findings().isEmpty() ? 0 : 1;
        if (result.findings().isEmpty() && result.reason() != null && (reason == null || result.kind() == PlayResult.Kind.BROKEN)) {
            reason = result.reason();
        }
        for (int i = 0; i < result.findings().size(); i++) {
            if (i == rows.size()) {
                rows.add(new Row());
            }
            rows.get(i).add(number, result.findings().get(i));
        }
    }

    public String id() {
        return id;
    }

    public String topic() {
        return topic;
    }

    /// The scenario; `null` where its file could not be read.
    public Scenario scenario() {
        return scenario;
    }

    /// The path of its file as it was typed; `null` for one of the catalogue.
    public String file() {
        return file;
    }

    int planned() {
        return planned;
    }

    /// Tells whether all plays have ended, or were given up.
    public boolean complete() {
        return ended == planned;
    }

    /// The play that was added last.
    PlayResult last() {
        return last;
    }

    /// The number of that play.
    int lastNumber() {
        return lastNumber;
    }

    /// Why a play broke or could not be begun, or `null`.
    String reason() {
        return reason;
    }

    /// How long all plays took together, in nanoseconds.
    public long took() {
        return took;
    }

    int count(PlayResult.Kind kind) {
        return counts.getOrDefault(kind, 0);
    }

    /// How many plays came to their end and were judged.
    int judged() {
        return judged;
    }

    /// Tells whether some plays held and some did not.
    boolean wavers() {
        return count(PlayResult.Kind.NOT_HELD) > 0 && count(PlayResult.Kind.HELD) > 0;
    }

    /// The worst that came of a play.
    PlayResult.Kind kind() {
        for (PlayResult.Kind kind : new PlayResult.Kind[] {PlayResult.Kind.BROKEN, PlayResult.Kind.NOT_HELD, PlayResult.Kind.INTERRUPTED,
            PlayResult.Kind.NOT_HERE}) {
            if (count(kind) > 0) {
                return kind;
            }
        }
        return PlayResult.Kind.HELD;
    }

    /// Each expectation over all plays, in the order of the file; empty where no play was judged.
    List<Row> rows() {
        return rows;
    }

    /// An expectation over all plays.
    static final class Row {
        private final Map<FindingState, Integer> counts = new EnumMap<>(FindingState.class);
        private Finding other;
        private int play;

        private void add(int number, Finding finding) {
            counts.merge(finding.state(), 1, Integer::sum);
            boolean better = other == null || finding.state() == other.state() && number < play
                    || rank(finding.state()) > rank(other.state());
            if (better) {
                other = finding;
                play = number;
            }
        }

        /// A finding that did not hold tells more than one that was not seen, and that more than one that held.
        private static int rank(FindingState state) {
            return switch (state) {
                case HELD -> 0;
                case NOT_SEEN -> 1;
                case NOT_HELD -> 2;
            };
        }

        Expectation expectation() {
            return other.expectation();
        }

        int count(FindingState state) {
            return counts.getOrDefault(state, 0);
        }

        boolean always() {
            return count(FindingState.NOT_HELD) == 0 && count(FindingState.NOT_SEEN) == 0;
        }

        /// The finding of the first play in which it did not hold; where it held in all that showed it, of the first that did not
        /// show it; else of the first play.
        Finding finding() {
            return other;
        }

        /// The number of that play.
        int play() {
            return play;
        }
    }
}
