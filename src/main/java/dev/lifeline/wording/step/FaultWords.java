package dev.lifeline.wording.step;

import dev.lifeline.analysis.fault.FaultLife;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.walk.FaultKind;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;
import dev.lifeline.wording.Wording;

/// Faults in words: what each does, how it is typed, and what became of one.
public final class FaultWords {

    private FaultWords() {
    }

    /// Writes a fault with its figures: `latency 200 ms`, `slicer 3 bytes, 10 ms apart`.
    ///
    /// @param jitter 0 for none
    public static String of(FaultKind kind, long time, long jitter, long bytes) {
        return kind.label() + switch (kind.takes()) {
            case NOTHING -> "";
            case TIME -> " " + Durations.text(time);
            case MAYBE_TIME -> time == 0 ? "" : " " + Durations.text(time);
            case TIME_AND_JITTER -> " " + Durations.text(time) + (jitter == 0 ? "" : ", give or take " + Durations.text(jitter));
            case BYTES -> " " + Counted.bytes(bytes) + "/s";
            case BYTES_AND_TIME -> " " + Counted.bytes(bytes) + (time == 0 ? "" : ", " + Durations.text(time) + " apart");
        };
    }

    /// Writes how it is typed: `latency 200ms`.
    public static String typed(FaultKind kind) {
        return switch (kind) {
            case LATENCY -> "latency 200ms [50ms]";
            case SLOW_CLOSE -> "slow_close 1s";
            case SLICER -> "slicer 3 bytes [10ms]";
            case BANDWIDTH -> "bandwidth 1KiB/s";
            case BUSY_LOOP -> "busy_loop 200ms";
            case TIMEOUT -> "timeout [2s]";
            case RESET_PEER, STOP_READING, DROP_FIRST_BYTE, FILL_ACCEPT_QUEUE, REFUSE, EXHAUST_DESCRIPTORS -> kind.label();
        };
    }

    /// Says in a few words what it does.
    public static String about(FaultKind kind) {
        return switch (kind) {
            case LATENCY -> "each write leaves that much later";
            case TIMEOUT -> "nothing leaves; after a time it closes";
            case RESET_PEER -> "its connections end with RST, at once";
            case SLOW_CLOSE -> "it closes that much later";
            case SLICER -> "it writes in small pieces";
            case BANDWIDTH -> "it writes so much a second";
            case STOP_READING -> "it reads nothing";
            case DROP_FIRST_BYTE -> "its next byte gets lost";
            case FILL_ACCEPT_QUEUE -> "queue full, nothing accepted";
            case BUSY_LOOP -> "each wake-up computes first";
            case REFUSE -> "its listening socket is closed";
            case EXHAUST_DESCRIPTORS -> "the process has no descriptor left";
        };
    }

    /// Says that it is over, and what becomes of what it brought.
    public static String over(FaultKind kind) {
        return "over: " + kind.label() + (kind == FaultKind.FILL_ACCEPT_QUEUE ? "; accept takes its sockets out" : "");
    }

    /// Writes that it was added.
    ///
    /// @param who the side, for example `the client `
    public static Wording of(RunEvent.FaultAdded added, String who) {
        String words = "fault " + added.number() + ": " + of(added.fault(), added.time(), added.jitter(), added.bytes());
        String on = (who.isEmpty() ? "" : " on " + who.strip()) + ", added at stop " + added.stop();
        return new Wording(words, words + on, words + " was put" + on);
    }

    /// Writes a fault with what it did, short: `latency 200 ms on server, added at stop 4: held it before write for 200 ms`.
    public static String life(FaultLife life, Glyphs glyphs) {
        RunEvent.FaultAdded added = life.added();
        String name = of(added.fault(), added.time(), added.jitter(), added.bytes()) + " on " + life.lane().label() + ", added at stop " + added.stop();
        String held = life.holds() == 0 ? "" : "held it before " + life.before().label() + " for " + Durations.of(life.held(), glyphs)
                + (life.holds() == 1 ? "" : ", in " + Counted.of(life.holds(), "hold"));
        String acted = life.acted() == null ? "" : did(life.acted());
        return !life.did() ? name : name + ": " + held + (held.isEmpty() || acted.isEmpty() ? "" : "; ") + acted;
    }

    /// Writes the same as a sentence of a verdict, which says whose doing it is.
    public static String sentence(FaultLife life) {
        RunEvent.FaultAdded added = life.added();
        String side = "the " + life.lane().label();
        String held = life.holds() == 0 ? "" : "; it held " + side + " before " + life.before().label() + " for " + Durations.span(life.held());
        String acted = life.acted() == null ? "" : "; " + did(life.acted());
        return "At stop " + added.stop() + " a person gave " + side + " fault " + added.number() + ", " + of(added.fault(), added.time(), added.jitter(), added.bytes())
                + held + acted + ". That is not the network's doing.";
    }

    /// Writes what it did.
    public static Wording of(RunEvent.FaultActed acted) {
        String words = "fault " + acted.number() + ": " + did(acted);
        return new Wording(words, words, words);
    }

    /// Writes what it did, without its number.
    public static String did(RunEvent.FaultActed acted) {
        return switch (acted.fault()) {
            case DROP_FIRST_BYTE -> Counted.bytes(acted.count()) + " lost before the kernel had it";
            case RESET_PEER -> Counted.of(acted.count(), "connection") + " reset";
            case FILL_ACCEPT_QUEUE -> Counted.of(acted.count(), "more socket") + " in the accept queue";
            case REFUSE -> "the listening socket is closed";
            case EXHAUST_DESCRIPTORS -> "no descriptor is left";
            case TIMEOUT -> Counted.of(acted.count(), "connection") + " closed";
            case LATENCY, SLOW_CLOSE, SLICER, BANDWIDTH, STOP_READING, BUSY_LOOP -> acted.fault().label() + " acted";
        };
    }

    /// Writes that it is over.
    public static Wording of(RunEvent.FaultEnded ended) {
        String words = "fault " + ended.number() + " is over: " + ended.fault().label();
        return new Wording(words, words, words);
    }
}
