package dev.lifeline.scenario.yaml;

import dev.lifeline.text.Quoted;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Reads a text into a tree of values.
///
/// The tree is built from the parser's events, without recursion: depth and size are checked as it grows, so that neither nesting
/// nor aliases can cost more than a file of this size should. Keys are compared as they come, and nothing is guessed about types.
final class YamlReader {

    /// Scenarios need five.
    private static final int MAX_DEPTH = 16;

    /// Values in all, with what aliases stand for.
    private static final int MAX_VALUES = 20_000;

    private final String text;
    private final Problems problems;
    private final Deque<Open> open = new ArrayDeque<>();
    private final Map<String, Yaml> anchors = new HashMap<>();
    private final Set<String> openAnchors = new HashSet<>();
    private int values;
    private int documents;
    private Yaml root;

    /// A collection whose end has not come yet.
    private static final class Open {
        private final boolean mapping;
        private final Position position;
        private final String anchor;
        private final List<Yaml> items = new ArrayList<>();
        private final List<Yaml.Entry> entries = new ArrayList<>();
        private final Map<String, Position> keys = new HashMap<>();
        private Yaml.Text key;
        private boolean skipped;
        private int size = 1;

        Open(boolean mapping, Position position, String anchor) {
            this.mapping = mapping;
            this.position = position;
            this.anchor = anchor;
        }
    }

    /// Stops the reading altogether; the problem has been noted.
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stop() {
            super(null, null, false, false);
        }
    }

    private YamlReader(String text, Problems problems) {
        this.text = text;
        this.problems = problems;
    }

    /// The value of the one document of a text; `null` where it cannot be read or there is none, and the problems say so.
    static Yaml read(String text, Problems problems) {
        return new YamlReader(text, problems).read();
    }

    private Yaml read() {
        LoadSettings settings = LoadSettings.builder().setLabel("scenario").setCodePointLimit(Integer.MAX_VALUE).build();
        try {
            for (Event event : new Parse(settings).parseString(text)) {
                take(event);
            }
        } catch (Stop e) {
            return null;
        } catch (YamlEngineException e) {
            YamlMistakes.note(e, text, problems);
            return null;
        }
        if (root == null && !problems.any()) {
            problems.add(new Position(1, 1), "the file is empty; a scenario says claim, watch, why, actors, steps and expect; "
                    + "trace scenarios new NAME writes one to begin with");
        }
        return root;
    }

    private void take(Event event) {
        if (event instanceof DocumentStartEvent && ++documents > 1) {
            throw stop(position(event), "a second document begins here; a file holds one scenario; take out the line ---");
        } else if (event instanceof AliasEvent alias) {
            add(aliased(alias));
        } else if (event instanceof ScalarEvent scalar) {
            untagged(event, scalar.getTag().orElse(null));
            Yaml.Text value = new Yaml.Text(scalar.getValue(), scalar.isPlain(), position(event));
            remember(scalar, value);
            add(value);
        } else if (event instanceof CollectionStartEvent start) {
            untagged(event, start.getTag().orElse(null));
            begin(start);
        } else if (event instanceof CollectionEndEvent) {
            end();
        }
    }

    private void begin(CollectionStartEvent start) {
        if (open.size() == MAX_DEPTH) {
            throw stop(position(start), "values are nested more than " + MAX_DEPTH
                    + " deep; a scenario needs five; close the brackets");
        }
        count(position(start), 1);
        String anchor = start.getAnchor().isPresent() ? start.getAnchor().get().getValue() : null;
        if (anchor != null) {
            openAnchors.add(anchor);
        }
        open.push(new Open(start instanceof MappingStartEvent, position(start), anchor));
    }

    private void end() {
        Open done = open.pop();
        Yaml value = done.mapping ? new Yaml.Mapping(MergeKey.merged(done.entries, problems), done.size, done.position)
                : new Yaml.Sequence(List.copyOf(done.items), done.size, done.position);
        if (done.anchor != null) {
            openAnchors.remove(done.anchor);
            anchors.put(done.anchor, value);
        }
        add(value);
    }

    private void add(Yaml value) {
        boolean collection = !(value instanceof Yaml.Text);
        Open into = open.peek();
        if (into == null) {
            root = value;
            return;
        }
        into.size += value.size();
        if (into.mapping && into.key == null) {
            key(into, value, collection);
        } else if (into.mapping) {
            if (!into.skipped) {
                into.entries.add(new Yaml.Entry(into.key, value));
            }
            into.key = null;
            into.skipped = false;
        } else {
            into.items.add(value);
        }
    }

    private void key(Open into, Yaml value, boolean collection) {
        if (collection) {
            throw stop(value.position(), "a key is " + value.what() + "; here stands a word, a colon and its value");
        }
        into.key = (Yaml.Text) value;
        Position before = into.keys.putIfAbsent(into.key.value(), value.position());
        if (before != null) {
            into.skipped = true;
            problems.add(value.position(), Quoted.content(into.key.value()) + " stands here twice, first in line "
                    + before.line()
                    + (MergeKey.is(into.key) ? "; write one for both: <<: [*one, *two]"
                    : "; only one of them can be meant; take one out, or give it another name"));
        }
    }

    /// Resolves an alias. A bomb is many of them, each standing for many others: what counts is what it all amounts to.
    private Yaml aliased(AliasEvent alias) {
        String name = alias.getAlias().getValue();
        if (openAnchors.contains(name)) {
            throw stop(position(alias), "the alias *" + name + " stands inside of what it stands for; it would never end; "
                    + "write out what is meant");
        }
        Yaml value = anchors.get(name);
        if (value == null) {
            throw stop(position(alias), "the alias *" + name + " stands for nothing; an anchor &" + name
                    + " must come before it");
        }
        count(position(alias), value.size());
        return Yaml.aliased(value, name, position(alias));
    }

    private void remember(NodeEvent event, Yaml value) {
        count(value.position(), 1);
        if (event.getAnchor().isPresent()) {
            anchors.put(event.getAnchor().get().getValue(), value);
        }
    }

    private void count(Position position, int more) {
        values += more;
        if (values > MAX_VALUES) {
            throw stop(position, "the file amounts to more than " + MAX_VALUES + " values, with what its aliases stand for; "
                    + "no scenario needs so many; write out what is meant");
        }
    }

    private void untagged(Event event, String tag) {
        if (tag != null && !tag.equals("!")) {
            problems.add(position(event), "a tag (" + Quoted.content(tag)
                    + ") stands here; types are known without; take it out");
        }
    }

    private Stop stop(Position position, String text) {
        problems.add(position, text);
        return new Stop();
    }

    private static Position position(Event event) {
        return position(event.getStartMark().orElse(null));
    }

    static Position position(Mark mark) {
        return mark == null ? new Position(1, 1) : new Position(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
