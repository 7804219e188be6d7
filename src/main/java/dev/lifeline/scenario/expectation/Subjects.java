package dev.lifeline.scenario.expectation;

import static dev.lifeline.scenario.word.Parameter.optional;
import static dev.lifeline.scenario.word.Parameter.required;

import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Parameter;
import dev.lifeline.scenario.word.ValueType;

/// Says how expectations call what they are about: the parameters that several have, and the words for a person.
public final class Subjects {

    public static final Parameter OF = required("of", ValueType.ACTORS, "whose");
    public static final Parameter OF_LISTENER = required("of", ValueType.ACTOR, "whose listening socket").of("server", "loop", "pool", "relay");
    public static final Parameter OF_CONNECTION = required("of", ValueType.ACTORS, "whose connection")
            .of("client", "connection", "relay", "udp");
    public static final Parameter OF_HTTP = required("of", ValueType.ACTORS, "whose connections").of("client", "connection", "loop");
    public static final Parameter END = optional("end", ValueType.WORD, "which end of that connection; without, the actor's own")
            .of("client", "server");
    public static final Parameter DURING = optional("at", ValueType.STEP, "only what happened while this step ran");
    public static final Parameter AT = optional("at", ValueType.STEP,
            "as the kernel shows it when this step has ended: the play looks then; without, at the last look of all");

    private Subjects() {
    }

    /// `client`, `client's server end`, with `at connected` where a step is named.
    public static String of(Args args) {
        String end = args.text("end");
        return args.text("of") + (end == null ? "" : "'s " + end + " end") + at(args);
    }

    static String at(Args args) {
        return args.has("at") ? " at " + args.text("at") : "";
    }
}
