package dev.lifeline.cli.command;

import dev.lifeline.cli.UsageException;
import dev.lifeline.scenario.Catalogue;
import dev.lifeline.scenario.ScenarioException;
import dev.lifeline.text.Nearest;
import dev.lifeline.text.Quoted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The part of the catalogue that some words mean: a topic by its name, any other word where it stands in a scenario's name or claim.
/// Of several words all have to be met.
final class ScenarioFilter {

    private static final int SHORTEST_GUESS = 4;

    private final List<String> words;

    ScenarioFilter(List<String> words) {
        this.words = words;
    }

    /// Those of the topics' scenarios that are meant, in their order; a topic with none of them is left out.
    ///
    /// @throws UsageException where there is none
    List<Catalogue.Topic> of(List<Catalogue.Topic> topics) throws UsageException {
        List<Catalogue.Topic> left = topics;
        for (String word : words) {
            List<Catalogue.Topic> met = met(word, left);
            if (met.isEmpty()) {
                throw new UsageException("no scenario" + (left.equals(topics) ? "" : " of those") + " has " + Quoted.typed(word)
                        + " in its name or claim" + Nearest.hint(word, guesses(left)) + "; topics are " + String.join(", ", names(Catalogue.topics())));
            }
            left = met;
        }
        return left;
    }

    private static List<Catalogue.Topic> met(String word, List<Catalogue.Topic> topics) {
        List<Catalogue.Topic> met = new ArrayList<>();
        for (Catalogue.Topic topic : topics) {
            if (topic.name().equals(word)) {
                return List.of(topic);
            }
            List<String> ids = new ArrayList<>();
            for (String id : topic.ids()) {
                if (small(id + " " + claim(id)).contains(small(word))) {
                    ids.add(id);
                }
            }
            if (!ids.isEmpty()) {
                met.add(new Catalogue.Topic(topic.name(), topic.title(), ids));
            }
        }
        return met;
    }

    /// Collects what a person may have meant: topics and commands first, then what names and claims consist of.
    private static List<String> guesses(List<Catalogue.Topic> topics) {
        List<String> guesses = new ArrayList<>(names(Catalogue.topics()));
        guesses.addAll(ScenariosCommand.COMMANDS);
        for (Catalogue.Topic topic : topics) {
            guesses.addAll(topic.ids());
            for (String id : topic.ids()) {
                for (String word : (id + " " + claim(id)).split("[^A-Za-z0-9_]+")) {
                    if (word.length() >= SHORTEST_GUESS) {
                        guesses.add(word);
                    }
                }
            }
        }
        return guesses;
    }

    private static List<String> names(List<Catalogue.Topic> topics) {
        List<String> names = new ArrayList<>();
        for (Catalogue.Topic topic : topics) {
            names.add(topic.name());
        }
        return names;
    }

    private static String claim(String id) {
        try {
            return Catalogue.head(id).claim();
        } catch (IOException | ScenarioException e) {
            // The list says what is wrong with the file; here only its name counts.
            return "";
        }
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
