package dev.lifeline.export;

import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.text.Counted;

/// What a program did at one moment, in a few words.
final class EventWords {

    private EventWords() {
    }

    /// The words; `null` for what is told elsewhere: stages and holds by their spans, packets by themselves, and what the kernel
    /// said of itself is not the programs' doing.
    static String of(EventBody body) {
        return switch (body) {
            case StageEvent told -> null;
            case HoldEvent told -> null;
            case KernelEvent told -> null;
            case PacketEvent told -> null;
            case StreamEvent event -> stream(event);
            case LoopEvent event -> loop(event);
            case RaceEvent event -> race(event);
            case RunEvent event -> run(event);
        };
    }

    private static String stream(StreamEvent body) {
        return switch (body) {
            case StreamEvent.ChunkRead event -> "read " + OutcomeWords.bytes(event.bytes());
            case StreamEvent.ChunkWritten event -> event.taken() == event.offered()
                    ? "wrote " + Counted.of(event.taken(), "byte")
                    : "offered " + Counted.of(event.offered(), "byte") + ", and the kernel took " + event.taken();
            case StreamEvent.EndOfStream event -> "read the end of the other side's stream";
            case StreamEvent.OutputShut event -> "ended its stream";
        };
    }

    private static String loop(LoopEvent body) {
        return switch (body) {
            case LoopEvent.SocketOpened event -> "opened a socket (" + event.purpose() + ")";
            case LoopEvent.Registered event -> "asked to be woken for " + event.interest();
            case LoopEvent.Woke event -> "wake-up " + event.number() + ", " + Counted.of(event.readyKeys(), "socket")
                    + " ready";
            case LoopEvent.AcceptLoopEnded event -> "accepted " + Counted.of(event.accepted(), "connection")
                    + ", and no more waited";
        };
    }

    private static String race(RaceEvent body) {
        return switch (body) {
            case RaceEvent.Ordered event -> "has " + Counted.of(event.candidates().size(), "candidate") + " by the rules of "
                    + event.personality();
            case RaceEvent.LeftOut event -> "left out " + event.candidate() + ": " + event.reason();
            case RaceEvent.Abandoned event -> "gave up this attempt: " + event.reason();
            case RaceEvent.Won event -> "this attempt won";
        };
    }

    private static String run(RunEvent body) {
        return switch (body) {
            case RunEvent.ExpectationChecked event -> "expected \"" + event.expected() + "\", and "
                    + (event.held() ? "it was there" : "got \"" + event.observed() + "\" instead");
            case RunEvent.EventsDropped event -> Counted.of(event.count(), "event") + " not recorded: the buffer was full";
            case RunEvent.Interrupted event -> "the run was asked to end (" + event.signal() + ")";
            case RunEvent.Remark event -> event.text();
        };
    }
}
