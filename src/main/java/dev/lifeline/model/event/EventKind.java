package dev.lifeline.model.event;

/// The kind of an event: one constant for each record of the groups. Code that must know them all is a switch expression over
/// these, without `default`, so that the compiler finds every place that a new kind needs.
public enum EventKind {
    /// [StageEvent.Started]
    STARTED,
    /// [StageEvent.Finished]
    FINISHED,
    /// [StageEvent.Failed]
    FAILED,
    /// [StageEvent.Skipped]
    SKIPPED,
    /// [StreamEvent.ChunkRead]
    CHUNK_READ,
    /// [StreamEvent.ChunkWritten]
    CHUNK_WRITTEN,
    /// [StreamEvent.EndOfStream]
    END_OF_STREAM,
    /// [StreamEvent.OutputShut]
    OUTPUT_SHUT,
    /// [LoopEvent.SocketOpened]
    SOCKET_OPENED,
    /// [LoopEvent.Registered]
    REGISTERED,
    /// [LoopEvent.Woke]
    WOKE,
    /// [LoopEvent.AcceptLoopEnded]
    ACCEPT_LOOP_ENDED,
    /// [RaceEvent.Ordered]
    ORDERED,
    /// [RaceEvent.LeftOut]
    LEFT_OUT,
    /// [RaceEvent.Abandoned]
    ABANDONED,
    /// [RaceEvent.Won]
    WON,
    /// [HoldEvent.HoldStarted]
    HOLD_STARTED,
    /// [HoldEvent.HoldEnded]
    HOLD_ENDED,
    /// [RunEvent.ExpectationChecked]
    EXPECTATION_CHECKED,
    /// [RunEvent.EventsDropped]
    EVENTS_DROPPED,
    /// [RunEvent.Interrupted]
    INTERRUPTED,
    /// [RunEvent.Remark]
    REMARK,
    /// [KernelEvent.SocketSeen]
    SOCKET_SEEN,
    /// [KernelEvent.SocketGone]
    SOCKET_GONE,
    /// [KernelEvent.ListenerSeen]
    LISTENER_SEEN,
    /// [KernelEvent.CounterRose]
    COUNTER_ROSE,
    /// [KernelEvent.RouteAnswered]
    ROUTE_ANSWERED,
    /// [KernelEvent.RouteDisagreed]
    ROUTE_DISAGREED,
    /// [KernelEvent.DescriptorFound]
    DESCRIPTOR_FOUND,
    /// [KernelEvent.SynSaved]
    SYN_SAVED,
    /// [KernelEvent.ErrorOrigin]
    ERROR_ORIGIN,
    /// [KernelEvent.EvidenceLost]
    EVIDENCE_LOST,
    /// [KernelEvent.ClockStepped]
    CLOCK_STEPPED,
    /// [PacketEvent.SegmentSeen]
    SEGMENT_SEEN,
    /// [PacketEvent.ErrorSeen]
    ERROR_SEEN
}
