package dev.lifeline.scenario.word;

import java.util.ArrayList;
import java.util.List;

/// Names of actors in what a word was given, where a crowd may stand in the place of one.
public final class ActorNames {

    private ActorNames() {
    }

    /// Lists the actors that a parameter names; none for a parameter where no crowd may stand.
    public static List<String> in(Parameter parameter, Args args) {
        String name = parameter.name();
        List<String> actors = new ArrayList<>();
        if (args.has(name)) {
            switch (parameter.type()) {
                case ACTORS -> actors.add(args.text(name));
                case EVENT -> add(EventText.parse(args.text(name)), actors);
                case EVENTS -> {
                    for (String text : args.texts(name)) {
                        add(EventText.parse(text), actors);
                    }
                }
                case SPAN -> {
                    SpanText span = SpanText.parse(args.text(name));
                    add(span.from(), actors);
                    add(span.to(), actors);
                }
                default -> { }
            }
        }
        return actors;
    }

    private static void add(EventText event, List<String> actors) {
        if (event.actor() != null) {
            actors.add(event.actor());
        }
    }

    /// The same words with another actor in the place of one.
    ///
    /// @param actor a crowd
    /// @param member one of it
    public static Args with(Word word, Args args, String actor, String member) {
        Args its = args;
        for (Parameter parameter : word.parameters()) {
            String name = parameter.name();
            if (!in(parameter, args).contains(actor)) {
                continue;
            }
            its = switch (parameter.type()) {
                case EVENTS -> {
                    List<String> events = new ArrayList<>();
                    for (String text : args.texts(name)) {
                        events.add(event(text, actor, member));
                    }
                    yield its.with(name, List.copyOf(events));
                }
                case EVENT -> its.with(name, event(args.text(name), actor, member));
                case SPAN -> its.with(name, span(args.text(name), actor, member));
                default -> its.with(name, member);
            };
        }
        return its;
    }

    private static String span(String text, String actor, String member) {
        int between = text.indexOf(SpanText.BETWEEN);
        return between < 0 ? event(text, actor, member) : event(text.substring(0, between), actor, member) + SpanText.BETWEEN
                + event(text.substring(between + SpanText.BETWEEN.length()), actor, member);
    }

    /// The actor is the first word; the label of a step stands alone, or behind the word step.
    private static String event(String text, String actor, String member) {
        String event = text.strip();
        return event.startsWith(actor + " ") ? member + event.substring(actor.length()) : event;
    }
}
