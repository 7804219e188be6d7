package dev.lifeline.scenario.expectation;

import static dev.lifeline.scenario.word.Parameter.required;

import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.scenario.judge.ActorOnTrace.Own;
import dev.lifeline.scenario.judge.Answer;
import dev.lifeline.scenario.judge.PlayIndex;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.List;

/// Looks for the first of the four events that two observers should see of a connection, and that is not there: see
/// `diagnosis.MissingEvent`.
public final class MissingCheck implements Check {

    @Override
    public Word word(String label) {
        return Word.of(label, "The first of the events that two observers should see of a connection, and do not.",
                required("of", ValueType.ACTORS, "whose connection").of("client"),
                required("event", ValueType.WORD, "which is the first that is missing; none where all are there")
                        .of("client-connect", "server-accept", "server-first-data", "client-first-data", "none"));
    }

    @Override
    public boolean holdsByLack(Args args) {
        return true;
    }

    @Override
    public Answer look(PlayIndex play, Args args) {
        List<Own> client = play.sides(args.text("of"), "client");
        List<Own> server = play.sides(args.text("of"), "server");
        boolean connected = client.stream().anyMatch(own -> play.tuple(own) != null);
        String missing = !connected ? "client-connect" : server.isEmpty() ? "server-accept"
                : !hasRead(play, server) ? "server-first-data" : !hasRead(play, client) ? "client-first-data" : "none";
        return Answer.of(missing.equals(args.text("event")), args.text("of") + ": the first missing event is "
                + args.text("event"),
                args.text("of") + ": the first missing event is " + missing);
    }

    private static boolean hasRead(PlayIndex play, List<Own> sides) {
        for (TraceEvent event : play.events()) {
            if (event.lane() != Lane.KERNEL && event.body() instanceof StreamEvent.ChunkRead
                    && sides.contains(new Own(event.lane(), event.connection()))) {
                return true;
            }
        }
        return false;
    }
}
