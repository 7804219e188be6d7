package dev.lifeline.scenario.expectation;

import static dev.lifeline.scenario.word.Parameter.optional;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.scenario.judge.ActorOnTrace;
import dev.lifeline.scenario.judge.ActorOnTrace.Own;
import dev.lifeline.scenario.judge.Answer;
import dev.lifeline.scenario.judge.Comparison;
import dev.lifeline.scenario.judge.PlayIndex;
import dev.lifeline.scenario.judge.StageRun;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Rule;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.List;

/// Looks for the addresses and ports of a socket: Connected, Accepted, Bound, Listening.
public final class TupleCheck implements Check {

    @Override
    public Word word(String label) {
        return Word.of(label, "The addresses and ports of a socket.",
                Subjects.OF, Subjects.END,
                optional("local", ValueType.ADDRESS, "the local address"),
                optional("local-port", ValueType.BOUND, "the local port"),
                optional("port-of", ValueType.ACTOR, "the local port is the one that this actor has")
                        .of("server", "loop", "pool", "udp", "relay"),
                optional("remote", ValueType.ADDRESS, "the remote address"),
                optional("remote-port", ValueType.BOUND, "the remote port"),
                optional("other", ValueType.ACTOR, "whose connection may be the other end of the same")
                        .of("client", "connection", "server", "loop", "pool", "relay"),
                optional("same", ValueType.FLAG, "whether it is: its addresses are these, the other way round")
                        .otherwise("true"))
                .with(Rule.some("local", "local-port", "port-of", "remote", "remote-port", "other", "same"));
    }

    @Override
    public Answer look(PlayIndex play, Args args) {
        String of = args.text("of");
        List<Own> sides = play.sides(of, args.text("end"));
        FourTuple tuple = null;
        Endpoint local = null;
        for (Own own : sides) {
            tuple = play.tuple(own) == null ? tuple : play.tuple(own);
        }
        for (StageRun run : play.runs()) {
            if (play.isOf(run, of, sides)) {
                local = run.outcome() instanceof Outcome.Bound bound ? bound.local()
                        : run.outcome() instanceof Outcome.Listening listening ? listening.local() : local;
            }
        }
        local = tuple == null ? local : tuple.local();
        Endpoint remote = tuple == null ? null : tuple.remote();
        Comparison comparison = new Comparison(args)
                .text("local", local == null ? null : local.address())
                .bound("local-port", local == null ? -1 : local.port())
                .text("remote", remote == null ? null : remote.address())
                .bound("remote-port", remote == null ? -1 : remote.port());
        if (args.has("port-of")) {
            portOf(play, args.text("port-of"), local, comparison);
        }
        if (args.has("other")) {
            same(play, args, tuple, comparison);
        }
        String subject = Subjects.of(args);
        return local == null ? Answer.of(false, subject + ": " + comparison.expected(), subject + " has no address")
                : comparison.answer(subject);
    }

    private static void portOf(PlayIndex play, String actor, Endpoint local, Comparison comparison) {
        ActorOnTrace its = play.actor(actor);
        int port = its == null || its.listener() == null ? -1 : its.listener().port();
        comparison.add("the port of " + actor, "port " + (local == null ? "not known" : local.port()) + ", and " + actor + " has "
                + (port < 0 ? "none" : port), local != null && port == local.port());
    }

    private static void same(PlayIndex play, Args args, FourTuple tuple, Comparison comparison) {
        String other = args.text("other");
        boolean same = false;
        FourTuple seen = null;
        for (Own own : play.sides(other, null)) {
            FourTuple its = play.tuple(own);
            if (its != null) {
                seen = its;
                same |= tuple != null && its.equals(tuple.reversed());
            }
        }
        comparison.add((args.flag("same") ? "the same connection as " : "another connection than ") + other + "'s",
                words(tuple) + ", and " + other + " has " + words(seen), tuple != null && seen != null && same == args.flag("same"));
    }

    /// @param tuple or `null`
    private static String words(FourTuple tuple) {
        return tuple == null ? "no connection" : tuple.local() + " -> " + tuple.remote();
    }
}
