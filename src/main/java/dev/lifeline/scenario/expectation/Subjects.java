package dev.lifeline.scenario.expectation;

import dev.lifeline.scenario.word.Args;

/// How expectations call what they are about.
final class Subjects {

    private Subjects() {
    }

    /// `client`, `client's server end`, with `at connected` where a step is named.
    static String of(Args args) {
        String end = args.text("end");
        return args.text("of") + (end == null ? "" : "'s " + end + " end") + at(args);
    }

    static String at(Args args) {
        return args.has("at") ? " at " + args.text("at") : "";
    }
}
