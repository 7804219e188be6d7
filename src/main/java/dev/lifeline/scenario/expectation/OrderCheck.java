package dev.lifeline.scenario.expectation;

import static dev.lifeline.scenario.word.Parameter.required;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.scenario.judge.Answer;
import dev.lifeline.scenario.judge.Moments;
import dev.lifeline.scenario.judge.PlayIndex;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.EventText;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import dev.lifeline.text.Marked;
import dev.lifeline.text.Marked.Mark;
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
        List<Mark> parts = new ArrayList<>();
        int latest = 0;
        int first = -1;
        long[] times = new long[events.size()];
        for (int i = 0; i < times.length; i++) {
            times[i] = Moments.of(play, events.get(i));
            observed.append(i == 0 ? "" : ", ");
            int from = observed.length();
            observed.append(events.get(i).text()).append(times[i] == Moments.NEVER ? " never happened" : " at "
                    + play.moment(times[i]));
            parts.add(new Mark(from, observed.length()));
            if (first < 0 && (times[i] == Moments.NEVER || times[i] < times[latest])) {
                first = i;
            }
            latest = first < 0 ? i : latest;
        }
        if (first < 0) {
            return Answer.of(true, expected.toString(), observed.toString());
        }
        // What never happened stands for itself; else the first that came too early, and the one that it should have come after.
        List<Mark> marks = times[first] == Moments.NEVER ? List.of(parts.get(first)) : List.of(parts.get(latest), parts.get(first));
        return Moments.failed(play, events, Marked.plain(expected.toString()), new Marked(observed.toString(), marks));
    }

    @Override
    public List<TraceEvent> restsOn(PlayIndex play, Args args) {
        List<TraceEvent> events = new ArrayList<>();
        for (String text : args.texts("events")) {
            TraceEvent event = Moments.event(play, EventText.parse(text));
            if (event != null) {
                events.add(event);
            }
        }
        return events;
    }
}
