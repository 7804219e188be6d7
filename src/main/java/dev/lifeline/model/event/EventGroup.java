package dev.lifeline.model.event;

/// The groups of events, one for each sealed interface below [EventBody].
public enum EventGroup {
    /// [StageEvent]
    STAGE,
    /// [StreamEvent]
    STREAM,
    /// [LoopEvent]
    LOOP,
    /// [RaceEvent]
    RACE,
    /// [HoldEvent]
    HOLD,
    /// [RunEvent]
    RUN,
    /// [PlayEvent]
    PLAY,
    /// [KernelEvent]
    KERNEL,
    /// [PacketEvent]
    PACKET,
    /// [TlsEvent]
    TLS,
    /// [HttpEvent]
    HTTP
}
