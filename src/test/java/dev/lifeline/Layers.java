package dev.lifeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which package may know which, and what follows for a recording: it replays on a machine that has no network at all.
final class Layers {

    private static final Set<String> PROBES = Set.of("linux", "observe", "client", "server");

    /// What each package may use; it may always use itself and the packages inside it. A package that is not named here belongs to
    /// the longest name that it begins with. `cli` is not in the table: it may use everything.
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("text", Set.of()),
            Map.entry("model", Set.of("text")),
            Map.entry("glossary", Set.of("text")),
            Map.entry("linux", Set.of()),
            Map.entry("record", Set.of("model", "errors")),
            Map.entry("race", Set.of("model")),
            Map.entry("net", Set.of("model")),
            Map.entry("tls", Set.of("model", "text", "record", "net")),
            Map.entry("http", Set.of("model", "text")),
            Map.entry("file", Set.of("model", "text")),
            Map.entry("analysis", Set.of("model")),
            Map.entry("wording", Set.of("model", "analysis", "text")),
            Map.entry("errors", Set.of("model", "text")),
            Map.entry("diagnosis", Set.of("model", "analysis", "wording", "text")),
            Map.entry("explain", Set.of("errors", "model", "text", "diagnosis")),
            Map.entry("scenario", Set.of("model", "analysis", "wording", "text")),
            Map.entry("observe", Set.of("model", "text", "record", "linux")),
            Map.entry("client", Set.of("model", "text", "record", "race", "net", "tls", "http")),
            Map.entry("server", Set.of("model", "text", "record", "net", "tls", "http")),
            Map.entry("run", Set.of("model", "text", "record", "race", "net", "tls", "http", "errors", "file", "observe",
                    "client", "server", "linux")),
            Map.entry("play", Set.of("model", "text", "record", "race", "net", "tls", "http", "errors", "file", "observe",
                    "client", "server", "linux", "run", "scenario", "analysis")),
            Map.entry("view.frame", Set.of("text")),
            Map.entry("view", Set.of("model", "analysis", "wording", "diagnosis", "text", "glossary", "view.frame")),
            Map.entry("view.explained", Set.of("explain", "model", "text", "diagnosis", "view", "view.frame")),
            Map.entry("export", Set.of("model", "analysis", "wording", "diagnosis", "text", "view", "view.frame")),
            Map.entry("terminal", Set.of("text", "view.frame")),
            Map.entry("step", Set.of("model", "analysis", "wording", "diagnosis", "scenario", "text", "glossary", "view", "view.frame")),
            Map.entry("step.live", Set.of("step", "model", "text", "record", "race", "net", "tls", "http", "errors", "file", "observe",
                    "client", "server", "run", "scenario", "analysis", "wording", "play", "terminal", "view.frame")));

    /// What must work from a recording alone.
    private static final Set<String> OFFLINE = Set.of("analysis", "wording", "diagnosis", "file", "export", "view", "view.frame", "step");

    private Layers() {
    }

    /// Uses against the table, one sentence each; a package that is not in it is one too.
    static List<String> forbiddenUses(Collection<ClassFacts> classes) {
        List<String> found = new ArrayList<>();
        for (ClassFacts one : classes) {
            String from = layer(one.name());
            if (from.equals("cli")) {
                continue;
            }
            Set<String> may = MAY_USE.get(from);
            if (may == null) {
                found.add(one.name() + " is in a package that the table of layers does not have");
                continue;
            }
            for (String used : one.uses()) {
                String to = layer(used);
                if (!to.equals(from) && !may.contains(to)) {
                    found.add(one.name() + " uses " + used + ": " + from + " must not know " + to);
                }
            }
        }
        return found;
    }

    /// The row of the table that a class belongs to, or its outermost package where it has none.
    private static String layer(String className) {
        for (String name = ClassFacts.packageOf(className); !name.isEmpty(); name = name.substring(0, Math.max(0, name.lastIndexOf('.')))) {
            if (MAY_USE.containsKey(name) || name.indexOf('.') < 0) {
                return name;
            }
        }
        return "";
    }

    /// Ways, of any length, from what must work offline to what touches sockets or the kernel.
    static List<String> waysFromOfflineToProbes(Collection<ClassFacts> classes) {
        Map<String, ClassFacts> byName = new HashMap<>();
        classes.forEach(one -> byName.put(one.name(), one));
        List<String> found = new ArrayList<>();
        for (ClassFacts start : classes) {
            if (OFFLINE.contains(layer(start.name()))) {
                search(start, byName, found);
            }
        }
        return found;
    }

    private static void search(ClassFacts start, Map<String, ClassFacts> byName, List<String> found) {
        record Way(String to, String text) {
        }
        Set<String> seen = new HashSet<>(Set.of(start.name()));
        Deque<Way> open = new ArrayDeque<>(List.of(new Way(start.name(), start.name())));
        while (!open.isEmpty()) {
            Way way = open.remove();
            if (PROBES.contains(layer(way.to()))) {
                found.add(way.text());
                return;
            }
            ClassFacts here = byName.get(way.to());
            for (String next : here == null ? Set.<String>of() : here.uses()) {
                if (seen.add(next)) {
                    open.add(new Way(next, way.text() + " -> " + next));
                }
            }
        }
    }
}
