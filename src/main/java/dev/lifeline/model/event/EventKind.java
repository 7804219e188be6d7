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
    /// [PlayEvent.ActorJoined]
    ACTOR_JOINED,
    /// [PlayEvent.ActorPlaced]
    ACTOR_PLACED,
    /// [PlayEvent.ConnectionOwned]
    CONNECTION_OWNED,
    /// [PlayEvent.StepStarted]
    STEP_STARTED,
    /// [PlayEvent.StepEnded]
    STEP_ENDED,
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
    ERROR_SEEN;

    /// Says if it comes in any number for as long as the peer sends or the kernel moves. All else is bounded by the stages of a connection.
    public boolean isBulk() {
        return switch (this) {
            case CHUNK_READ, CHUNK_WRITTEN, REGISTERED, WOKE, ACCEPT_LOOP_ENDED, SOCKET_SEEN, SOCKET_GONE, LISTENER_SEEN, COUNTER_ROSE,
                 ROUTE_ANSWERED, ROUTE_DISAGREED, DESCRIPTOR_FOUND, SYN_SAVED, ERROR_ORIGIN, EVIDENCE_LOST, CLOCK_STEPPED, SEGMENT_SEEN,
                 ERROR_SEEN -> true;
            case STARTED, FINISHED, FAILED, SKIPPED, END_OF_STREAM, OUTPUT_SHUT, SOCKET_OPENED, ORDERED, LEFT_OUT, ABANDONED, WON,
                 HOLD_STARTED, HOLD_ENDED, EXPECTATION_CHECKED, EVENTS_DROPPED, INTERRUPTED, REMARK, ACTOR_JOINED, ACTOR_PLACED,
                 CONNECTION_OWNED, STEP_STARTED, STEP_ENDED -> false;
        };
    }
}
