package dev.lifeline.file.codec;

import dev.lifeline.model.Failure;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.StreamEvent;

/// Writes what an event says: its kind, and the fields of that kind. [BodyReader] is its inverse.
final class BodyWriter {

    private BodyWriter() {
    }

    static void write(EventBody body, FieldWriter out) {
        switch (body) {
            case StageEvent event -> stage(event, out);
            case StreamEvent event -> stream(event, out);
            case LoopEvent event -> loop(event, out);
            case RaceEvent event -> race(event, out);
            case HoldEvent event -> hold(event, out);
            case RunEvent event -> run(event, out);
            case KernelEvent event -> KernelLine.write(event, out);
            case PacketEvent event -> PacketLine.write(event, out);
        }
    }

    private static void stage(StageEvent body, FieldWriter out) {
        switch (body) {
            case StageEvent.Started event -> {
                kind("stage-started", out);
                out.text(Field.STAGE, event.stage().label());
                out.endpoint(Field.LOCAL, event.local());
                out.endpoint(Field.REMOTE, event.remote());
            }
            case StageEvent.Finished event -> {
                kind("stage-finished", out);
                out.text(Field.STAGE, event.stage().label());
                out.whole(Field.STARTED, event.started());
                OutcomeLine.write(event.outcome(), out);
            }
            case StageEvent.Failed event -> {
                kind("stage-failed", out);
                out.text(Field.STAGE, event.stage().label());
                out.whole(Field.STARTED, event.started());
                failure(event.failure(), out);
            }
            case StageEvent.Skipped event -> {
                kind("stage-skipped", out);
                out.text(Field.STAGE, event.stage().label());
                out.text(Field.REASON, event.reason());
            }
        }
    }

    private static void failure(Failure failure, FieldWriter out) {
        out.text(Field.CODE, failure.code().name());
        out.text(Field.OPERATION, failure.operation().label());
        out.endpoint(Field.LOCAL, failure.local());
        out.endpoint(Field.REMOTE, failure.remote());
        out.text(Field.EAI, failure.eai());
        out.text(Field.MESSAGE, failure.message());
    }

    private static void stream(StreamEvent body, FieldWriter out) {
        switch (body) {
            case StreamEvent.ChunkRead event -> {
                kind("chunk-read", out);
                out.bytes(Field.BYTES, event.bytes());
            }
            case StreamEvent.ChunkWritten event -> {
                kind("chunk-written", out);
                out.whole(Field.OFFERED_BYTES, event.offered());
                out.whole(Field.TAKEN_BYTES, event.taken());
            }
            case StreamEvent.EndOfStream event -> kind("end-of-stream", out);
            case StreamEvent.OutputShut event -> kind("output-shut", out);
        }
    }

    private static void loop(LoopEvent body, FieldWriter out) {
        switch (body) {
            case LoopEvent.SocketOpened event -> {
                kind("socket-opened", out);
                out.text(Field.PURPOSE, event.purpose());
            }
            case LoopEvent.Registered event -> {
                kind("registered", out);
                out.text(Field.INTEREST, event.interest());
            }
            case LoopEvent.Woke event -> {
                kind("woke", out);
                out.whole(Field.WAKE_UP, event.number());
                out.whole(Field.READY_KEYS, event.readyKeys());
            }
            case LoopEvent.AcceptLoopEnded event -> {
                kind("accept-loop-ended", out);
                out.whole(Field.ACCEPTED, event.accepted());
            }
        }
    }

    private static void race(RaceEvent body, FieldWriter out) {
        switch (body) {
            case RaceEvent.Ordered event -> {
                kind("race-ordered", out);
                out.text(Field.PERSONALITY, event.personality());
                out.endpoints(Field.CANDIDATES, event.candidates());
            }
            case RaceEvent.LeftOut event -> {
                kind("candidate-left-out", out);
                out.endpoint(Field.CANDIDATE, event.candidate());
                out.text(Field.REASON, event.reason());
            }
            case RaceEvent.Abandoned event -> {
                kind("attempt-abandoned", out);
                out.text(Field.REASON, event.reason());
            }
            case RaceEvent.Won event -> kind("attempt-won", out);
        }
    }

    private static void hold(HoldEvent body, FieldWriter out) {
        switch (body) {
            case HoldEvent.HoldStarted event -> {
                kind("hold-started", out);
                out.text(Field.BEFORE, event.before().label());
                out.text(Field.REASON, event.reason());
            }
            case HoldEvent.HoldEnded event -> {
                kind("hold-ended", out);
                out.whole(Field.STARTED, event.started());
            }
        }
    }

    private static void run(RunEvent body, FieldWriter out) {
        switch (body) {
            case RunEvent.ExpectationChecked event -> {
                kind("expectation-checked", out);
                out.text(Field.EXPECTED, event.expected());
                out.flag(Field.HELD, event.held());
                out.text(Field.OBSERVED, event.observed());
            }
            case RunEvent.EventsDropped event -> {
                kind("events-dropped", out);
                out.whole(Field.COUNT, event.count());
            }
            case RunEvent.Interrupted event -> {
                kind("interrupted", out);
                out.text(Field.SIGNAL, event.signal());
            }
            case RunEvent.Remark event -> {
                kind("remark", out);
                out.text(Field.TEXT, event.text());
            }
        }
    }

    private static void kind(String name, FieldWriter out) {
        out.text(Field.EVENT, name);
    }
}
