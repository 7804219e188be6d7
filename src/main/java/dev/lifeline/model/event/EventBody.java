package dev.lifeline.model.event;

/// The content of an event. The groups are sealed, so that a view or an exporter that forgets a kind does not compile.
public sealed interface EventBody permits StageEvent, StreamEvent, LoopEvent, RaceEvent, HoldEvent, RunEvent,
        PlayEvent, KernelEvent, PacketEvent, TlsEvent, HttpEvent {

    /// The group that the event belongs to.
    EventGroup group();

    /// The constant of its group that stands for this record.
    EventKind kind();
}
