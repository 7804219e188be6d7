package dev.lifeline.scenario.yaml;

import dev.lifeline.scenario.ActorSpec;
import dev.lifeline.scenario.Vocabulary;
import dev.lifeline.scenario.action.ActorKind;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Literals;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import dev.lifeline.text.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// The part of a file that says who takes part.
final class ActorsShape {

    /// The kind of an actor whose kind could not be read.
    static final String UNKNOWN = "";

    private static final int MOST = 64;

    /// Names that mean something else where actors are named.
    private static final Set<String> TAKEN = Set.of(Vocabulary.MACHINE, "step");

    private final Problems problems;
    private final WordCheck words;

    ActorsShape(Problems problems, WordCheck words) {
        this.problems = problems;
        this.words = words;
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
        List<Word> kinds = new ArrayList<>();
        for (ActorKind kind : Vocabulary.kinds()) {
            if (kind.declared()) {
                kinds.add(kind.word());
            }
        }
        for (Yaml.Entry entry : mapping.entries()) {
            ActorSpec actor = actor(entry, kinds);
            if (actor != null) {
                actors.add(actor);
            }
        }
        return actors;
    }

    private ActorSpec actor(Yaml.Entry entry, List<Word> kinds) {
        String name = entry.key().value();
        int space = name.indexOf(' ');
        if (space > 0 && Literals.isName(name.substring(0, space))) {
            problems.add(entry.key().position(), "the colon after " + name.substring(0, space) + " is missing; write "
                    + name.substring(0, space) + ": {kind: ...}");
            return new ActorSpec(name.substring(0, space), UNKNOWN, Args.NONE, entry.key().position());
        }
        if (!Literals.isName(name) || !entry.key().isText()) {
            problems.add(entry.key().position(), "actor " + Quoted.content(name) + " is no name; write "
                    + ValueType.NAME.what() + ", " + Vocabulary.MAX_NAME + " at most");
            return null;
        }
        if (TAKEN.contains(name)) {
            problems.add(entry.key().position(), "the name " + name + " is taken"
                    + (name.equals(Vocabulary.MACHINE) ? ": the machine is always there" : "") + "; give the actor another name");
            return null;
        }
        if (!(entry.value() instanceof Yaml.Mapping given)) {
            problems.add(entry.value().position(), "actor " + name + " is a group of words, and here stands "
                    + entry.value().what()
                    + "; write " + name + ": {kind: ...}");
            return null;
        }
        Word kind = Shapes.word(given, "kind", "actor " + name, kinds, problems);
        // Without a kind the name counts all the same, so that its steps are not wrong too.
        return kind == null ? new ActorSpec(name, UNKNOWN, Args.NONE, entry.key().position())
                : new ActorSpec(name, kind.name(), words.read(kind, given, List.of("kind"), kind.name() + " " + name),
                        entry.key().position());
    }
}
