package dev.lifeline.wording;

import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.text.Printable;

/// ICMP errors in words, seen on the wire or kept by the kernel: who said no. The mark names that first: where there is little
/// room, nothing else in a ladder says it.
public final class IcmpWords {

    private IcmpWords() {
    }

    /// Writes an error, seen or kept.
    ///
    /// @param error an [KernelEvent.ErrorOrigin] or a [PacketEvent.ErrorSeen]
    public static Wording of(EventBody error) {
        return error instanceof KernelEvent.ErrorOrigin kept ? of(kept) : of((PacketEvent.ErrorSeen) error);
    }

    /// Writes an error that the kernel kept for a socket.
    public static Wording of(KernelEvent.ErrorOrigin error) {
        return of(error.offender(), error.meaning(), error.type(), error.code(), "it was known who had said no: ", ", ",
                " (ICMP type ");
    }

    /// Writes an error whose packet was seen.
    public static Wording of(PacketEvent.ErrorSeen error) {
        return of(error.offender(), error.meaning(), error.type(), error.code(), "",
                " was seen to answer with an ICMP error: ", " (type ");
    }

    private static Wording of(String offender, String meaning, int type, int code, String before, String between, String behind) {
        String who = Printable.ascii(offender);
        String what = Printable.ascii(meaning);
        String numbers = type + ", code " + code + ")";
        return new Wording("ICMP from " + who + ": " + what, who + " said no: " + what + " (ICMP type " + numbers,
                before + who + between + what + behind + numbers);
    }
}
