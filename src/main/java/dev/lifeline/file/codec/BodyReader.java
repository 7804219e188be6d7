package dev.lifeline.file.codec;

import dev.lifeline.file.LineMistake;
import dev.lifeline.model.Failure;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.StreamEvent;

/// Builds what an event says from the fields of its line. [BodyWriter] is its inverse.
final class BodyReader {

    /// What is free of state is the same object in all events.
    private static final StreamEvent.EndOfStream END_OF_STREAM = new StreamEvent.EndOfStream();
    private static final StreamEvent.OutputShut OUTPUT_SHUT = new StreamEvent.OutputShut();
    private static final RaceEvent.Won WON = new RaceEvent.Won();

    private BodyReader() {
    }

    static EventBody read(FieldReader in) throws LineMistake {
        String kind = in.text(Field.EVENT);
        return switch (kind) {
            case "stage-started" -> new StageEvent.Started(in.word(Field.STAGE, EnumWords.STAGES),
                    in.endpointOrNull(Field.LOCAL), in.endpointOrNull(Field.REMOTE));
            case "stage-finished" -> new StageEvent.Finished(in.word(Field.STAGE, EnumWords.STAGES), started(in),
                    OutcomeLine.read(in.object(Field.OUTCOME)));
            case "stage-failed" -> new StageEvent.Failed(in.word(Field.STAGE, EnumWords.STAGES), started(in), failure(in));
            case "stage-skipped" -> new StageEvent.Skipped(in.word(Field.STAGE, EnumWords.STAGES), in.text(Field.REASON));

            case "chunk-read" -> new StreamEvent.ChunkRead(in.bytes(Field.BYTES));
            case "chunk-written" -> new StreamEvent.ChunkWritten(in.size(Field.OFFERED_BYTES), in.size(Field.TAKEN_BYTES));
            case "end-of-stream" -> END_OF_STREAM;
            case "output-shut" -> OUTPUT_SHUT;

            case "socket-opened" -> new LoopEvent.SocketOpened(in.text(Field.PURPOSE));
            case "registered" -> new LoopEvent.Registered(in.text(Field.INTEREST));
            case "woke" -> new LoopEvent.Woke(in.size(Field.WAKE_UP), in.count(Field.READY_KEYS));
            case "accept-loop-ended" -> new LoopEvent.AcceptLoopEnded(in.count(Field.ACCEPTED));

            case "race-ordered" -> new RaceEvent.Ordered(in.text(Field.PERSONALITY), in.endpoints(Field.CANDIDATES));
            case "candidate-left-out" -> new RaceEvent.LeftOut(in.endpoint(Field.CANDIDATE), in.text(Field.REASON));
            case "attempt-abandoned" -> new RaceEvent.Abandoned(in.text(Field.REASON));
            case "attempt-won" -> WON;

            case "hold-started" -> new HoldEvent.HoldStarted(in.word(Field.BEFORE, EnumWords.STAGES), in.text(Field.REASON));
            case "hold-ended" -> new HoldEvent.HoldEnded(started(in));

            case "expectation-checked" -> new RunEvent.ExpectationChecked(in.text(Field.EXPECTED), in.flag(Field.HELD),
                    in.text(Field.OBSERVED));
            case "events-dropped" -> new RunEvent.EventsDropped(in.size(Field.COUNT));
            case "interrupted" -> new RunEvent.Interrupted(in.text(Field.SIGNAL));
            case "remark" -> new RunEvent.Remark(in.text(Field.TEXT));
            default -> {
                EventBody evidence = KernelLine.readOrNull(kind, in);
                evidence = evidence == null ? PacketLine.readOrNull(kind, in) : evidence;
                if (evidence == null) {
                    throw LineMistake.unknownKind("event", kind);
                }
                yield evidence;
            }
        };
    }

    private static long started(FieldReader in) throws LineMistake {
        return in.reference(Field.STARTED);
    }

    private static Failure failure(FieldReader in) throws LineMistake {
        return new Failure(in.word(Field.CODE, EnumWords.CODES), in.word(Field.OPERATION, EnumWords.OPERATIONS),
                in.endpointOrNull(Field.LOCAL), in.endpointOrNull(Field.REMOTE), in.textOrNull(Field.EAI), in.textOrNull(Field.MESSAGE));
    }
}
