package dev.lifeline.file;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Failure;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.LookupSource;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.StreamEvent;
import java.util.List;

/// What `v1/kinds.ndjson` holds, written out by hand; a word there that no program wrote is a remark today: today's kinds are no measure for a file of yesterday.
final class Version1 {

    private static final Endpoint ODD = new Endpoint("127.0.0.1", 7007);
    private static final Endpoint EVEN = new Endpoint("fe80::1%eth0", 52814);
    private static final FourTuple TUPLE = new FourTuple(EVEN, ODD);

    private Version1() {
    }

    static List<EventBody> bodies() {
        Outcome answers = new Outcome.Answers(LookupSource.RESOLVER, List.of(text("addresses", 0), text("addresses", 1)),
                List.of(text("javaOrder", 0), text("javaOrder", 1)), null);
        Outcome noAnswers = new Outcome.Answers(LookupSource.LITERAL, List.of(), List.of(), null);
        Bytes bytes = new Bytes(Long.MAX_VALUE, text("preview", 1), true);
        Bytes noBytes = new Bytes(0, "", false);
        return List.of(
                new StageEvent.Started(Stage.CLOSE, ODD, EVEN),
                new StageEvent.Finished(Stage.CLOSE, Long.MAX_VALUE - 1, answers),
                new StageEvent.Failed(Stage.CLOSE, Long.MAX_VALUE - 1,
                        new Failure(ErrorCode.UNKNOWN, Operation.CLOSE, EVEN, ODD, text("message", 4))),
                new StageEvent.Skipped(Stage.CLOSE, text("reason", 1)),
                new StreamEvent.ChunkRead(bytes),
                new StreamEvent.ChunkWritten(Long.MAX_VALUE, Long.MAX_VALUE - 1),
                new StreamEvent.EndOfStream(),
                new StreamEvent.OutputShut(),
                new RunEvent.Remark("a socket was opened: " + text("purpose", 0)),
                new RunEvent.Remark("the loop asked to be woken: " + text("interest", 0)),
                new LoopEvent.Woke(Long.MAX_VALUE, Integer.MAX_VALUE - 1),
                new LoopEvent.AcceptLoopEnded(Integer.MAX_VALUE),
                new RaceEvent.Ordered(text("personality", 0), List.of(EVEN, ODD)),
                new RaceEvent.LeftOut(EVEN, text("reason", 1)),
                new RaceEvent.Abandoned(text("reason", 0)),
                new RaceEvent.Won(),
                new HoldEvent.HoldStarted(Stage.CLOSE, text("reason", 1)),
                new HoldEvent.HoldEnded(Long.MAX_VALUE),
                new RunEvent.ExpectationChecked(text("expected", 0), true, text("observed", 2)),
                new RunEvent.EventsDropped(Long.MAX_VALUE),
                new RunEvent.Interrupted(text("signal", 0)),
                new RunEvent.Remark(text("text", 0)),
                finished(answers),
                finished(new Outcome.RouteChosen(EVEN, ODD, text("device", 2), Integer.MAX_VALUE - 3)),
                finished(new Outcome.Bound(EVEN)),
                finished(new Outcome.Listening(EVEN, Integer.MAX_VALUE - 1)),
                finished(new Outcome.Connected(TUPLE)),
                finished(new Outcome.Accepted(TUPLE, Long.MAX_VALUE - 1, Integer.MAX_VALUE - 2)),
                finished(new Outcome.Moved(bytes, Integer.MAX_VALUE - 1, Ending.LIMIT)),
                finished(new Outcome.Closed(CloseKind.ABANDONED, Lane.SERVER, Long.MAX_VALUE - 2, Long.MAX_VALUE - 3)),
                new StageEvent.Started(Stage.LOOKUP, null, null),
                new StageEvent.Finished(Stage.LOOKUP, 0, noAnswers),
                new StageEvent.Failed(Stage.LOOKUP, 0, new Failure(ErrorCode.ENOTFOUND, Operation.GETADDRINFO, null, null, null)),
                new StageEvent.Skipped(Stage.LOOKUP, ""),
                new StreamEvent.ChunkRead(noBytes),
                new StreamEvent.ChunkWritten(0, 0),
                new StreamEvent.EndOfStream(),
                new StreamEvent.OutputShut(),
                new RunEvent.Remark("a socket was opened: "),
                new RunEvent.Remark("the loop asked to be woken: "),
                new LoopEvent.Woke(0, 0),
                new LoopEvent.AcceptLoopEnded(0),
                new RaceEvent.Ordered("", List.of()),
                new RaceEvent.LeftOut(EVEN, ""),
                new RaceEvent.Abandoned(""),
                new RaceEvent.Won(),
                new HoldEvent.HoldStarted(Stage.LOOKUP, ""),
                new HoldEvent.HoldEnded(0),
                new RunEvent.ExpectationChecked("", false, ""),
                new RunEvent.EventsDropped(0),
                new RunEvent.Interrupted(""),
                new RunEvent.Remark(""),
                finished(noAnswers),
                finished(new Outcome.RouteChosen(EVEN, ODD, null, 0)),
                finished(new Outcome.Bound(EVEN)),
                finished(new Outcome.Listening(EVEN, 0)),
                finished(new Outcome.Connected(TUPLE)),
                finished(new Outcome.Accepted(TUPLE, 0, 0)),
                finished(new Outcome.Moved(noBytes, 0, Ending.COMPLETE)),
                finished(new Outcome.Closed(CloseKind.ORDERLY, null, 0, 0)));
    }

    private static EventBody finished(Outcome outcome) {
        return new StageEvent.Finished(Stage.DATA, 7, outcome);
    }

    private static String text(String name, int place) {
        return name + " \"\\ \t\u001b[31m \u007f \u0085 \u00e4 \u202e \ud83d\ude00 " + place;
    }
}
