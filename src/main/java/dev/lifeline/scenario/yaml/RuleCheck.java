package dev.lifeline.scenario.yaml;

import dev.lifeline.scenario.word.Rule;
import dev.lifeline.scenario.word.Word;
import java.util.List;
import java.util.Map;

/// Holds what a word was given to the rules between its parameters.
final class RuleCheck {

    private static final int LONG_LIST = 20;
    private static final int FEW = 3;

    private RuleCheck() {
    }

    /// @param read what was given and could be read; without defaults
    /// @param title how a person calls the whole: `server listen`
    static void check(Word word, Map<String, Object> read, Yaml.Mapping given, String title, Problems problems) {
        for (Rule rule : word.rules()) {
            check(rule, read, given, title, problems);
        }
    }

    private static void check(Rule rule, Map<String, Object> read, Yaml.Mapping given, String title, Problems problems) {
        List<String> names = rule.names();
        String first = names.getFirst();
        String other = names.get(1);
        boolean hasFirst = given.get(first) != null;
        boolean hasOther = given.get(other) != null;
        // One word for the position and the text; nothing to say is `null`.
        String problem = switch (rule.kind()) {
            case SOME -> hasAny(given, names) ? null : " says nothing; add " + (names.size() > 2 ? "at least one of "
                    + few(names) : first + " or " + other);
            case ONE -> hasFirst != hasOther ? null : (hasFirst ? " has " + first + " and " + other
                    : " has neither " + first + " nor " + other) + "; " + rule.why();
            case NOT_BOTH -> hasFirst && hasOther ? " has " + first + " and " + other + "; " + rule.why() : null;
            case WITH -> hasFirst && !hasOther ? " has " + first + " and no " + other + "; add " + other + ": " + rule.why() : null;
            case ONLY_WITH -> read.containsKey(first) && read.containsKey(other) && !read.get(other).toString().equals(names.get(2))
                    ? ": " + rule.why() + " " + read.get(other) + "; take one of them out" : null;
        };
        if (problem != null) {
            problems.add(switch (rule.kind()) {
                case SOME, ONE -> given.position();
                case NOT_BOTH -> given.get(other).position();
                case ONLY_WITH, WITH -> given.get(first).position();
            }, title + problem);
        }
    }

    private static String few(List<String> names) {
        return names.size() <= LONG_LIST ? Problems.list(names)
                : Problems.list(names.subList(0, FEW)) + " and " + (names.size() - FEW) + " more";
    }

    private static boolean hasAny(Yaml.Mapping given, List<String> names) {
        for (String name : names) {
            if (given.get(name) != null) {
                return true;
            }
        }
        return false;
    }
}
