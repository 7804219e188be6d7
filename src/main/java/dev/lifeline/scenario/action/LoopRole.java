package dev.lifeline.scenario.action;

import static dev.lifeline.scenario.word.Parameter.optional;

import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Rule;
import dev.lifeline.scenario.word.TargetText;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.ArrayList;
import java.util.List;

/// The event loop of package `server`: it accepts and answers by itself from its `start` on.
///
/// @param behaviour as `trace serve` takes it
/// @param connectionLimit 0 for none
/// @param firstByteTimeout nanoseconds; 0 for none
/// @param idleTimeout nanoseconds
/// @param dependsOn what must accept a connection for the loop to be ready; `null` for nothing
/// @param backend asked for each request on the loop's own thread, instead of a behaviour; `null` for nothing
/// @param web its TLS and HTTP
public record LoopRole(Place place, int backlog, String behaviour, int connectionLimit, long firstByteTimeout, long idleTimeout,
                       boolean backOff, boolean readiness, TargetText dependsOn, TargetText backend, WebRules web) implements ActorRole {

    static LoopRole of(Args given) {
        return new LoopRole(Place.of(given), (int) given.number("backlog"), given.text("behaviour"),
                (int) given.number("connection-limit"), given.number("first-byte-timeout"), given.number("idle-timeout"),
                given.flag("back-off"), given.flag("readiness"), given.target("depends-on"), given.target("backend"), WebRules.of(given));
    }

    @Override
    public ActorKind kind() {
        return ActorKind.LOOP;
    }

    static Word word() {
        return Word.of(ActorKind.LOOP.label(), "A TCP server with one event loop; it accepts and answers by itself.",
                Shared.address(), Shared.port(), Shared.portOf(), Shared.backlog(),
                optional("behaviour", ValueType.TEXT,
                        "what it does: echo, banner[=TEXT], silent, reset[=accept|=answer], close, late-accept=TIME, "
                                + "drip=BYTES/TIME, cpu=TIME (it computes for each request, and nobody else is served), flood")
                        .otherwise("echo"),
                optional("connection-limit", ValueType.NUMBER,
                        "connections open at a time; one more is accepted and closed at once"),
                optional("first-byte-timeout", ValueType.TIME, "a client that has said nothing for so long is closed"),
                optional("idle-timeout", ValueType.TIME, "a connection on which nothing has moved for so long is closed")
                        .otherwise("60s"),
                optional("back-off", ValueType.FLAG, "after a failed accept it waits; without, it asks again at once, and spins")
                        .otherwise("true"),
                optional("readiness", ValueType.FLAG,
                        "answers GET /ready over HTTP/1.1: 200, or 503 once it stops or what it depends on cannot be reached")
                                .otherwise("false"),
                optional("depends-on", ValueType.TARGET, "what must accept a connection for the loop to be ready"),
                optional("backend", ValueType.TARGET, "what each request is sent to, over a connection of its own; the loop's thread is "
                        + "blocked until it answers, and passes the answer on"))
                .and(WebRules.parameters()).with(rules());
    }

    private static Rule[] rules() {
        List<Rule> rules = new ArrayList<>(WebRules.rules());
        rules.addFirst(Rule.notBoth("behaviour", "backend", "the answer is the backend's"));
        rules.addFirst(Shared.onePort());
        return rules.toArray(new Rule[0]);
    }
}
