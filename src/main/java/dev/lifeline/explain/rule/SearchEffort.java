package dev.lifeline.explain.rule;

/// Counts the work of a search in steps, for tests: a time would tell of the machine.
final class SearchEffort {

    private long steps;

    void add(long more) {
        steps += more;
    }

    long steps() {
        return steps;
    }
}
