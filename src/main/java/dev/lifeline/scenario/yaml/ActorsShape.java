package dev.lifeline.scenario.yaml;

import dev.lifeline.scenario.ActorSpec;
import dev.lifeline.scenario.Crowd;
import dev.lifeline.scenario.Vocabulary;
import dev.lifeline.scenario.action.ActorKind;
import dev.lifeline.scenario.word.Literals;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.text.Quoted;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The part of a file that says who takes part.
final class ActorsShape {

    private static final int MOST = 64;

    /// `-200`.
    private static final int LONGEST_NUMBER = 4;

    /// Names that mean something else where actors are named.
    private static final Set<String> TAKEN = Set.of("machine", "step");

    private final Problems problems;
    private final WordCheck words;
    private final CrowdNames crowds = new CrowdNames();

    /// The kinds by name; `null` where the kind could not be read: the name counts all the same, so that its steps are not wrong
    /// too.
    private final Map<String, ActorKind> kinds = new LinkedHashMap<>();

    ActorsShape(Problems problems, WordCheck words) {
        this.problems = problems;
        this.words = words;
    }

    /// Names of all actors, with their kinds.
    Map<String, ActorKind> kinds() {
        return kinds;
    }

    /// Those of them that are crowds.
    CrowdNames crowds() {
        return crowds;
    }

    List<ActorSpec> read(Yaml value) {
        List<ActorSpec> actors = new ArrayList<>();
        if (value == null) {
            return actors;
        }
        if (!(value instanceof Yaml.Mapping mapping) || mapping.entries().isEmpty()) {
            problems.add(value.position(), "actors is a group of names with what they are, and here stands "
                    + (value instanceof Yaml.Mapping
                    ? "nothing" : value.what()) + "; write for example server: {kind: server}");
            return actors;
        }
        if (mapping.entries().size() > MOST) {
            problems.add(mapping.position(), "there are " + mapping.entries().size() + " actors; " + MOST
                    + " at most can be played");
            return actors;
        }
        for (Yaml.Entry entry : mapping.entries()) {
            ActorSpec actor = actor(entry, mapping);
            if (actor != null) {
                actors.add(actor);
            }
        }
        crowds(mapping);
        return actors;
    }

    private ActorSpec actor(Yaml.Entry entry, Yaml.Mapping all) {
        String name = entry.key().value();
        int space = name.indexOf(' ');
        if (space > 0 && Literals.isName(name.substring(0, space))) {
            problems.add(entry.key().position(), "the colon after " + name.substring(0, space) + " is missing; write "
                    + name.substring(0, space) + ": {kind: ...}");
            kinds.put(name.substring(0, space), null);
            return null;
        }
        if (!Literals.isName(name) || !entry.key().isText()) {
            problems.add(entry.key().position(), "actor " + Quoted.content(name) + " is no name; write "
                    + ValueType.NAME.what() + ", " + Vocabulary.MAX_NAME + " at most");
            return null;
        }
        if (TAKEN.contains(name)) {
            problems.add(entry.key().position(), "the name " + name + " is taken"
                    + (name.equals("machine") ? ": the machine is always there" : "") + "; give the actor another name");
            return null;
        }
        if (!(entry.value() instanceof Yaml.Mapping given)) {
            problems.add(entry.value().position(), "actor " + name + " is a group of words, and here stands "
                    + entry.value().what()
                    + "; write " + name + ": {kind: ...}");
            return null;
        }
        ActorKind kind = ActorKind.named(Shapes.word(given, "kind"));
        if (kind == null || !kind.isDeclared()) {
            Shapes.unknownWord(given, "kind", "actor " + name, declared(), problems);
            kinds.put(name, null);
            return null;
        }
        Given word = words.read(kind, given, List.of("kind"), kind.label() + " " + name, "actor " + name);
        portOf(name, word, all);
        kinds.put(name, kind);
        int count = (int) word.args().number("count");
        if (count > 0) {
            crowds.add(name, count);
        }
        return new ActorSpec(name, kind.read(word.args()), entry.key().position(), count);
    }

    /// Members have names, too, and threads.
    private void crowds(Yaml.Mapping all) {
        int members = 0;
        for (Yaml.Entry entry : all.entries()) {
            String name = entry.key().value();
            members += crowds.size(name);
            if (crowds.size(name) > 0 && members > Crowd.MOST) {
                problems.add(entry.key().position(), "the crowds have " + members + " members with " + name + "; " + Crowd.MOST
                        + " at most can be played, so give one of them a smaller count");
                return;
            }
            String crowd = crowds.of(name);
            if (crowd != null && crowds.beyond(name) == null) {
                problems.add(entry.key().position(), "the name " + name + " is taken: it is a member of " + crowd
                        + "; give the actor another name");
            }
            if (crowds.size(name) > 0 && name.length() > Vocabulary.MAX_NAME - LONGEST_NUMBER) {
                problems.add(entry.key().position(), "the name " + name + " is too long for a crowd, whose members have a number "
                        + "behind it; " + (Vocabulary.MAX_NAME - LONGEST_NUMBER) + " letters at most");
            }
        }
    }

    private static List<String> declared() {
        List<String> labels = new ArrayList<>();
        for (ActorKind kind : ActorKind.values()) {
            if (kind.isDeclared()) {
                labels.add(kind.label());
            }
        }
        return labels;
    }

    private void portOf(String name, Given word, Yaml.Mapping all) {
        String other = word.args().text("port-of");
        if (other != null && all.get(other) != null && !kinds.containsKey(other)) {
            problems.add(word.position("port-of"), "actor " + name + ": port-of: " + other
                    + " stands below, so its port is not known yet; move it above");
        }
    }
}
