package dev.lifeline.scenario.yaml;

import dev.lifeline.scenario.predict.OrderPuzzle;
import dev.lifeline.scenario.predict.OrderPuzzle.Loose;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.EventText;
import dev.lifeline.text.Quoted;
import java.util.ArrayList;
import java.util.List;

/// Reads what a puzzle of order says of its events.
final class OrderShape {

    private static final String PAIR = "[client connect finished, client packet ACK]";

    private final Problems problems;

    OrderShape(Problems problems) {
        this.problems = problems;
    }

    /// @return `null` where so much is wrong that there is none
    OrderPuzzle read(Given given, Yaml.Mapping mapping) {
        Args args = given.args();
        List<EventText> events = new ArrayList<>();
        for (String text : args.texts("events")) {
            EventText event = EventText.parse(text);
            if (events.contains(event)) {
                problems.add(given.position("events"), given.title() + ": event " + Quoted.content(text) + " stands there twice; take one out");
            } else {
                events.add(event);
            }
        }
        if (!events.isEmpty() && (events.size() < OrderPuzzle.FEWEST || events.size() > OrderPuzzle.MOST)) {
            problems.add(given.position("events"), given.title() + " has " + events.size() + " events; there are " + OrderPuzzle.FEWEST
                    + " to " + OrderPuzzle.MOST + " to put in order");
        }
        List<EventText> never = never(mapping.get("never"), events, given.title());
        List<Loose> loose = loose(mapping.get("loose"), events, given.title());
        if (!events.isEmpty() && never.size() > events.size() - 2) {
            problems.add(mapping.get("never").position(), given.title() + ": fewer than two events are left to put in order; take some out of never");
        }
        boolean whole = args.has("id") && args.has("at") && args.has("ask") && !events.isEmpty();
        return whole ? new OrderPuzzle(args.text("id"), args.text("at"), args.text("ask"), args.text("because"), events, never, loose,
                mapping.position()) : null;
    }

    private List<EventText> never(Yaml value, List<EventText> events, String title) {
        List<EventText> never = new ArrayList<>();
        for (Yaml item : Shapes.items(value, title + ": never", "event that does not happen", problems)) {
            EventText event = event(item, events, title + ": never");
            if (event != null) {
                never.add(event);
            }
        }
        return never;
    }

    private List<Loose> loose(Yaml value, List<EventText> events, String title) {
        List<Loose> pairs = new ArrayList<>();
        String name = title + ": loose";
        for (Yaml item : Shapes.items(value, name, PAIR, problems)) {
            if (!(item instanceof Yaml.Sequence pair) || pair.items().size() != 2) {
                problems.add(item.position(), name + " is a list of pairs; write for example - " + PAIR);
                continue;
            }
            EventText one = event(pair.items().getFirst(), events, name);
            EventText other = event(pair.items().getLast(), events, name);
            if (one != null && one.equals(other)) {
                problems.add(item.position(), name + ": both are the same event; name two");
            } else if (one != null && other != null) {
                pairs.add(new Loose(one, other));
            }
        }
        return pairs;
    }

    /// One of the events; `null` where it is none, and the problems say so.
    private EventText event(Yaml item, List<EventText> events, String name) {
        if (!(item instanceof Yaml.Text text) || !text.isText()) {
            problems.add(item.position(), name + " names events of this puzzle, and here stands " + item.what());
            return null;
        }
        try {
            EventText event = EventText.parse(text.value());
            if (events.isEmpty() || events.contains(event)) {
                return events.isEmpty() ? null : event;
            }
        } catch (IllegalArgumentException e) {
            problems.add(text.position(), "event " + Quoted.content(text.value()) + ": " + e.getMessage());
            return null;
        }
        List<String> texts = new ArrayList<>();
        for (EventText each : events) {
            texts.add(each.text());
        }
        problems.unknown(text.position(), name + ": event", text.value(), texts);
        return null;
    }
}
