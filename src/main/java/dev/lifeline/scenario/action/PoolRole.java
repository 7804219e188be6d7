package dev.lifeline.scenario.action;

import static dev.lifeline.scenario.word.Parameter.optional;

import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Rule;
import dev.lifeline.scenario.word.TargetText;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;

/// A server with worker threads, each of which serves one connection at a time, from its `start` on.
///
/// @param boss whether one thread accepts for all workers
/// @param queue connections that wait in the program for a worker, at most
/// @param closesWhenFull whether a connection that the queue has no room for is accepted and closed; otherwise it is not accepted
/// @param readUntil the end of a request, escapes as written; `null` where one read is one
/// @param answer with escapes as written; `null` for the request itself
/// @param cpu nanoseconds of CPU time for each request; 0 for none
/// @param backend asked for each request, or `null`
/// @param keepAlive whether a connection has more than one request
/// @param idleTimeout nanoseconds
public record PoolRole(Place place, int backlog, int workers, boolean boss, int queue, boolean closesWhenFull, String readUntil,
                       String answer, long cpu, TargetText backend, boolean keepAlive, long idleTimeout) implements ActorRole {

    private static final String BOSS = "boss";

    static PoolRole of(Args given) {
        return new PoolRole(Place.of(given), (int) given.number("backlog"), (int) given.number("workers"),
                given.text("accept-by").equals(BOSS), (int) given.number("queue"), given.text("when-full").equals("close"),
                given.text("read-until"), given.text("answer"), given.number("cpu"), given.target("backend"),
                given.flag("keep-alive"), given.number("idle-timeout"));
    }

    @Override
    public ActorKind kind() {
        return ActorKind.POOL;
    }

    static Word word() {
        return Word.of(ActorKind.POOL.label(), "A TCP server with worker threads; each serves one connection at a time, by itself.",
                Shared.address(), Shared.port(), Shared.portOf(), Shared.backlog(),
                optional("workers", ValueType.NUMBER, "how many, 1 to 64").otherwise("2").between(1, 64),
                optional("accept-by", ValueType.WORD, "who calls accept: one boss, who queues connections in the program for the "
                        + "workers, or each worker itself, so that connections wait in the kernel's accept queue")
                        .of(BOSS, "worker").otherwise(BOSS),
                optional("queue", ValueType.NUMBER, "how many connections the boss queues at most, 1 to 1024").otherwise("8")
                        .between(1, 1024),
                optional("when-full", ValueType.WORD, "what the boss does then: accepts no more, or accepts and closes at once")
                        .of("wait", "close").otherwise("wait"),
                optional("read-until", ValueType.BYTES, "the end of a request; without, a request is what one read brings"),
                optional("answer", ValueType.BYTES, "the answer to each request, '' for none; without, the request is sent back"),
                optional("cpu", ValueType.TIME, "CPU time that the thread uses up for each request before it answers"),
                optional("backend", ValueType.TARGET, "what each request is sent to, over a connection of its own; the worker is "
                        + "blocked until it answers, and passes the answer on"),
                optional("keep-alive", ValueType.FLAG, "a connection keeps its worker for further requests until the client ends "
                        + "it; without, it is closed after the first answer").otherwise("true"),
                optional("idle-timeout", ValueType.TIME, "a connection on which no request has come for so long is closed")
                        .otherwise("60s"))
                .with(Shared.onePort(), Rule.onlyWith("queue", "accept-by", BOSS, "the program has no queue with accept-by"),
                        Rule.onlyWith("when-full", "accept-by", BOSS, "the program has no queue with accept-by"),
                        Rule.notBoth("answer", "backend", "the answer is the backend's"));
    }
}
