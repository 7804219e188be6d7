package dev.lifeline.scenario.expectation;

import static dev.lifeline.scenario.word.Parameter.required;

import dev.lifeline.scenario.judge.Answer;
import dev.lifeline.scenario.judge.Moments;
import dev.lifeline.scenario.judge.PlayIndex;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.EventText;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.ArrayList;
import java.util.List;

/// Looks whether events came one after the other: the first of each kind on its lane. Two of the same time may stand in either
/// order.
public final class OrderCheck implements Check {

    @Override
    public Word word(String label) {
        return Word.of(label, "Events that came one after the other; an event without `started` or `finished` is its end.",
                required("events", ValueType.EVENTS, "the earlier first; each is ACTOR STAGE [started|finished|failed], "
                        + "ACTOR packet FLAGS, ACTOR hold [started|finished] or step LABEL [started|finished]"));
    }

    @Override
    public Answer look(PlayIndex play, Args args) {
        List<EventText> events = new ArrayList<>();
        StringBuilder expected = new StringBuilder();
        for (String text : args.texts("events")) {
            EventText event = EventText.parse(text);
            events.add(event);
            expected.append(expected.isEmpty() ? "" : ", then ").append(event.text());
        }
        String absent = Moments.absent(play, events);
        if (absent != null) {
            return Answer.notSeen(expected.toString(), absent);
        }
        StringBuilder observed = new StringBuilder();
        boolean held = true;
        long before = 0;
        for (EventText event : events) {
            long at = Moments.of(play, event);
            held &= at != Moments.NEVER && at >= before;
            before = Math.max(before, at);
            observed.append(observed.isEmpty() ? "" : ", ").append(event.text())
                    .append(at == Moments.NEVER ? " never" : " at " + play.moment(at));
        }
        return held ? Answer.of(true, expected.toString(), observed.toString())
                : Moments.failed(play, events, expected.toString(), observed.toString());
    }
}
