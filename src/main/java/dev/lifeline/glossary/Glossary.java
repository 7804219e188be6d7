package dev.lifeline.glossary;

import dev.lifeline.text.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// All terms. The files are read when the first one is asked for. Immutable after that; any thread.
public final class Glossary {

    /// In the order in which the topics are listed.
    private static final String[] FILES = {"stages", "names", "way-in", "states", "bytes", "ends", "web", "web-errors", "errors", "tool"};

    private static final int SHORT = 5;

    private static final List<TermTopic> TOPICS = read();
    private static final Map<String, Term> BY_KEY = byKey();

    private Glossary() {
    }

    /// The topics in the order in which they are listed.
    public static List<TermTopic> topics() {
        return TOPICS;
    }

    /// The term of this word, whatever its capitals, blanks, hyphens and underscores; `null` where there is none.
    public static Term find(String word) {
        return BY_KEY.get(Term.key(word));
    }

    /// The word of a term that is nearest to a mistyped one, as a person types it; `null` where none is near.
    public static String nearest(String word) {
        String typed = Term.typed(word.strip());
        List<String> words = new ArrayList<>();
        for (TermTopic topic : TOPICS) {
            for (Term term : topic.terms()) {
                term.names().forEach(name -> words.add(Term.typed(name)));
                term.others().forEach(name -> words.add(Term.typed(name)));
            }
        }
        if (typed.length() <= SHORT) {
            // Among so many words some short one is always near.
            words.removeIf(each -> !each.regionMatches(true, 0, typed, 0, 1));
        }
        return Nearest.of(typed, words);
    }

    private static List<TermTopic> read() {
        List<TermTopic> topics = new ArrayList<>();
        for (String name : FILES) {
            String file = name + ".txt";
            try (InputStream in = Glossary.class.getResourceAsStream(file)) {
                topics.add(new TermReader(file, new String(in.readAllBytes(), StandardCharsets.UTF_8)).topic());
            } catch (IOException e) {
                throw new UncheckedIOException(file, e);
            }
        }
        return List.copyOf(topics);
    }

    private static Map<String, Term> byKey() {
        Map<String, Term> terms = new HashMap<>();
        for (TermTopic topic : TOPICS) {
            for (Term term : topic.terms()) {
                term.names().forEach(name -> add(terms, name, term));
                term.others().forEach(name -> add(terms, name, term));
            }
        }
        return terms;
    }

    private static void add(Map<String, Term> terms, String name, Term term) {
        if (terms.put(Term.key(name), term) != null) {
            throw new IllegalArgumentException("two terms, or one twice, for the word " + name);
        }
    }
}
