package dev.lifeline.scenario.judge;

import dev.lifeline.model.FindingState;
import dev.lifeline.scenario.Crowd;
import dev.lifeline.scenario.expectation.ExpectationKind;
import dev.lifeline.scenario.word.ActorNames;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Bound;
import dev.lifeline.scenario.word.Word;
import dev.lifeline.text.Marked;
import dev.lifeline.text.Marked.Mark;
import dev.lifeline.text.NumberRanges;
import dev.lifeline.text.Printable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Answers to one expectation for each member of a crowd.
public final class CrowdAnswer {

    /// Ways in which it did not hold that are told; more are counted.
    private static final int MOST_WAYS = 3;

    private final Crowd crowd;
    private final String expected;
    private final List<Integer> held = new ArrayList<>();
    private final List<Integer> unseen = new ArrayList<>();
    private final Map<String, List<Integer>> others = new LinkedHashMap<>();

    private CrowdAnswer(Crowd crowd, String expected) {
        this.crowd = crowd;
        this.expected = expected;
    }

    /// Looks for it with each member in the place of the crowd.
    public static CrowdAnswer of(PlayIndex play, ExpectationKind kind, Args args, Crowd crowd) {
        Word word = kind.word();
        // Of the crowd itself nothing is on the trace: what is expected is said in the crowd's name.
        CrowdAnswer answers = new CrowdAnswer(crowd, Judge.one(play, kind, word, args).expected());
        for (int i = 1; i <= crowd.size(); i++) {
            answers.add(i, Judge.one(play, kind, word, ActorNames.with(word, args, crowd.name(), crowd.member(i))));
        }
        return answers;
    }

    private void add(int number, Answer answer) {
        if (answer.state() == FindingState.HELD) {
            held.add(number);
            return;
        }
        if (answer.state() == FindingState.NOT_SEEN) {
            unseen.add(number);
        }
        String way = answer.observed().replace(crowd.member(number), crowd.name());
        way = way.startsWith(crowd.name() + ": ") ? way.substring(crowd.name().length() + 2) : way;
        way = answer.state() == FindingState.NOT_SEEN ? "not seen: " + way : way;
        others.computeIfAbsent(way, any -> new ArrayList<>()).add(number);
    }

    /// Answers whether it holds for all.
    public Answer all() {
        return answer(crowd.size(), crowd.size(), "each of " + crowd.size());
    }

    /// Answers whether it holds for so many.
    public Answer count(Bound bound) {
        return answer(bound.least(), bound.most(), bound.text() + " of " + crowd.size());
    }

    /// With those that were not seen there may be more of them.
    private Answer answer(long least, long most, String wanted) {
        int sure = held.size();
        int perhaps = sure + unseen.size();
        boolean held = least <= sure && perhaps <= most;
        boolean possible = sure <= most && least <= perhaps;
        FindingState state = held ? FindingState.HELD : possible ? FindingState.NOT_SEEN : FindingState.NOT_HELD;
        String before = Printable.ascii(expected) + ", ";
        int counted = (sure + " of " + crowd.size()).length();
        boolean marked = state == FindingState.NOT_HELD;
        return new Answer(state, new Marked(before + wanted, marked ? List.of(new Mark(before.length(), before.length()
                + wanted.length())) : List.of()),
                new Marked(observed(), marked ? List.of(new Mark(0, counted)) : List.of()));
    }

    private String observed() {
        StringBuilder text = new StringBuilder().append(held.size()).append(" of ").append(crowd.size());
        int told = 0;
        for (Map.Entry<String, List<Integer>> way : others.entrySet()) {
            if (told == MOST_WAYS) {
                break;
            }
            told++;
            text.append("; ").append(way.getValue().size()).append(" not (").append(crowd.name()).append('-')
                    .append(NumberRanges.text(way.getValue())).append("): ").append(way.getKey());
        }
        return others.size() > told ? text.append("; and ").append(others.size() - told).append(" more ways").toString()
                : text.toString();
    }
}
