package dev.lifeline.model.event;

/// The kind of an event. Each group has an enum of its own, with one constant for each record. Code that must know all kinds of a
/// group is a switch expression over that enum, without `default`, so that the compiler finds every place that a new kind needs.
public sealed interface EventKind permits StageEvent.Kind, StreamEvent.Kind, LoopEvent.Kind, RaceEvent.Kind, HoldEvent.Kind,
        RunEvent.Kind, PlayEvent.Kind, KernelEvent.Kind, PacketEvent.Kind, TlsEvent.Kind, HttpEvent.Kind {

    /// Tells whether such events come in any number for as long as the peer sends or the kernel moves. All others are bounded by the
    /// stages of a connection.
    default boolean isBulk() {
        return false;
    }
}
