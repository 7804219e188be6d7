package dev.lifeline.scenario;

import dev.lifeline.scenario.action.AwaitAction;
import dev.lifeline.scenario.action.ClientRole;
import dev.lifeline.scenario.expectation.CounterCheck;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The part of a scenario that a list shows: what it claims, and what must be there to show it. For the catalogue it stands in an
/// index: in a fresh process the YAML parser takes 65 ms for the files, and the index one.
///
/// @param claim one sentence
/// @param needs what must be there
/// @param dropsSegments a socket of it throws away whatever comes
/// @param choosesPorts a client of it has a range of local ports
/// @param counters the kernel's words for counters that it looks at
public record Head(String claim, List<Need> needs, boolean dropsSegments, boolean choosesPorts, Set<String> counters) {

    private static final String INDEX = "catalogue.tsv";
    private static final String DROPS = "drop-incoming";
    private static final String PORTS = "port-range";
    private static final int COLUMNS = 4;

    public Head {
        needs = List.copyOf(needs);
        counters = Set.copyOf(counters);
    }

    /// The head of a scenario whose file was read.
    public static Head of(Scenario scenario) {
        return new Head(scenario.claim(), scenario.needs(), dropsSegments(scenario), choosesPorts(scenario),
                counters(scenario));
    }

    /// Those that an expectation names, and those that a step waits for.
    private static Set<String> counters(Scenario scenario) {
        Set<String> counters = new HashSet<>(CounterCheck.named(scenario.looked()));
        counters.addAll(awaitedCounters(scenario));
        return counters;
    }

    /// Lists the counters that steps wait for, as the kernel calls them: they must be read before the first step.
    public static Set<String> awaitedCounters(Scenario scenario) {
        Set<String> counted = new HashSet<>();
        for (Step step : scenario.steps()) {
            if (step.action() instanceof AwaitAction.AwaitCount count && count.counter() != null) {
                counted.add(count.counter());
            }
        }
        return counted;
    }

    private static boolean dropsSegments(Scenario scenario) {
        for (ActorSpec actor : scenario.actors()) {
            if (actor.role().dropsIncoming()) {
                return true;
            }
        }
        for (Step step : scenario.steps()) {
            if (step.action().dropsIncoming()) {
                return true;
            }
        }
        return false;
    }

    private static boolean choosesPorts(Scenario scenario) {
        for (ActorSpec actor : scenario.actors()) {
            if (actor.role() instanceof ClientRole client && client.portRange() != null) {
                return true;
            }
        }
        return false;
    }

    /// Writes it as a line of the index: the scenario's name, what it needs, options and counters that not every kernel has, its claim.
    public String line(String id) {
        List<String> also = new ArrayList<>();
        if (dropsSegments) {
            also.add(DROPS);
        }
        if (choosesPorts) {
            also.add(PORTS);
        }
        also.addAll(counters.stream().sorted().toList());
        return id + "\t" + String.join(",", Need.labels(needs)) + "\t" + String.join(",", also) + "\t" + claim + "\n";
    }

    /// Reads the index of the catalogue, by the names of the scenarios.
    ///
    /// @throws IOException where the program's own file cannot be read
    static Map<String, Head> index() throws IOException {
        try (InputStream in = Head.class.getResourceAsStream(INDEX)) {
            if (in == null) {
                throw new IOException("this build of the program has no file " + INDEX);
            }
            Map<String, Head> heads = new HashMap<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                String[] columns = line.split("\t", COLUMNS);
                if (columns.length < COLUMNS) {
                    throw new IOException("a line of " + INDEX + " is cut off");
                }
                heads.put(columns[0], head(columns));
            }
            return heads;
        }
    }

    private static Head head(String[] columns) {
        List<Need> needs = new ArrayList<>();
        for (String label : words(columns[1])) {
            needs.add(Need.named(label));
        }
        Set<String> also = new HashSet<>(words(columns[2]));
        boolean drops = also.remove(DROPS);
        boolean ports = also.remove(PORTS);
        return new Head(columns[3], needs, drops, ports, also);
    }

    private static List<String> words(String column) {
        return column.isEmpty() ? List.of() : List.of(column.split(","));
    }
}
