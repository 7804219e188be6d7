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

    /// A package may always use itself. `cli` is not in the table: it may use everything.
    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("model", Set.of()),
            Map.entry("record", Set.of("model")),
            Map.entry("race", Set.of("model")),
            Map.entry("linux", Set.of()),
            Map.entry("observe", Set.of("model", "record", "linux")),
            Map.entry("client", Set.of("model", "record", "race")),
            Map.entry("server", Set.of("model", "record")),
            Map.entry("scenario", Set.of("model")),
            Map.entry("run", Set.of("model", "record", "race", "linux", "observe", "client", "server", "scenario")),
            Map.entry("timeline", Set.of("model")),
            Map.entry("diagnosis", Set.of("model")),
            Map.entry("file", Set.of("model")),
            Map.entry("export", Set.of("model", "timeline", "diagnosis")),
            Map.entry("view", Set.of("model", "timeline", "diagnosis")),
            Map.entry("terminal", Set.of("view")),
            Map.entry("lesson", Set.of("scenario", "run", "view")));

    /// What must work from a recording alone.
    private static final Set<String> OFFLINE = Set.of("timeline", "diagnosis", "file", "export", "view");

    private Layers() {
    }

    /// Uses against the table, one sentence each; a package that is not in it is one too.
    static List<String> forbiddenUses(Collection<ClassFacts> classes) {
        List<String> found = new ArrayList<>();
        for (ClassFacts one : classes) {
            String from = one.layer();
            if (from.equals("cli")) {
                continue;
            }
            Set<String> may = MAY_USE.get(from);
            if (may == null) {
                found.add(one.name() + " is in a package that the table of layers does not have");
                continue;
            }
            for (String used : one.uses()) {
                String to = ClassFacts.layer(used);
                if (!to.equals(from) && !may.contains(to)) {
                    found.add(one.name() + " uses " + used + ": " + from + " must not know " + to);
                }
            }
        }
        return found;
    }

    /// Ways, of any length, from what must work offline to what touches sockets or the kernel.
    static List<String> waysFromOfflineToProbes(Collection<ClassFacts> classes) {
        Map<String, ClassFacts> byName = new HashMap<>();
        classes.forEach(one -> byName.put(one.name(), one));
        List<String> found = new ArrayList<>();
        for (ClassFacts start : classes) {
            if (OFFLINE.contains(start.layer())) {
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
            if (PROBES.contains(ClassFacts.layer(way.to()))) {
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
