package dev.lifeline.observe.packet;

import dev.lifeline.linux.wire.Decoded;
import dev.lifeline.linux.wire.IcmpError;
import dev.lifeline.linux.wire.TcpSegment;
import dev.lifeline.linux.wire.WireEnd;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.LossKind;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StageEvent;
import java.util.List;

/// Decides which packets belong to the traced connections. Pure: it is told events and packets, in any interleaving, and gives
/// findings. For one thread.
///
/// A connection's four-tuple is known only when connect or accept has returned, and its packets passed before: the flows that may
/// be its own wait, in bounded number. A four-tuple claims its flow. A connect that failed has none: it claims the one flow that
/// [Connect#explains] it, and none where two do. What is never claimed is never told.
final class FlowBook {

    private final Mode mode;
    private final FlowTable flows;
    private final PacketEvents teller;
    private static final long LONGEST_WIDE_NANOS = 1_000_000_000;

    private final KnownEnds ends;
    private final Connects connects = new Connects();
    private final SentOn sentOn = new SentOn();
    private Ports ports = Ports.NONE;
    private long firstConnectAt = Flow.NEVER;
    private boolean incomplete;

    /// @param inFull whether all packets of a connection are wanted, or the telling ones
    /// @param ends who may know the client's end of a failed connect
    FlowBook(Mode mode, boolean inFull, PacketSink sink, KnownEnds ends) {
        this.mode = mode;
        this.ends = ends;
        this.teller = new PacketEvents(sink);
        this.flows = new FlowTable(inFull, mode == Mode.SERVER);
    }

    /// One more port of a server.
    void port(int number) {
        ports = ports.with(number);
    }

    /// A traced program recorded an event. Packets that are seen from now on may be its consequence.
    void told(TraceEvent event) {
        if (mode == Mode.SERVER) {
            if (event.body() instanceof StageEvent.Finished finished && finished.outcome() instanceof Outcome.Accepted accepted) {
                claim(FlowKey.of(accepted.tuple().reversed()), Flow.NEVER, new FlowOwner(event.connection(), 0,
                        accepted.tuple().remote(), accepted.tuple().local()));
            }
        } else if (event.lane() == Lane.CLIENT) {
            if (event.body() instanceof StageEvent.Started started) {
                firstConnectAt = started.stage() == Stage.CONNECT && firstConnectAt == Flow.NEVER ? event.at() : firstConnectAt;
                connects.began(event, started);
            } else if (event.body() instanceof StageEvent.Finished finished) {
                finished(event, finished);
            } else if (event.body() instanceof StageEvent.Failed failed && failed.stage() == Stage.CONNECT) {
                connects.failed(event, failed.failure());
            }
        }
    }

    /// A packet was seen. The events that were recorded before it must have been told.
    void seen(Decoded decoded, Sighting sighting) {
        if (decoded instanceof TcpSegment segment) {
            segment(segment, sighting);
        } else if (decoded instanceof IcmpError error) {
            error(error, sighting);
        }
    }

    /// Packets were lost: that a flow is the only one proves nothing any more.
    void incomplete() {
        incomplete = true;
    }

    /// All packets from before this time have been seen: failed connects of before are decided, and flows that nobody can claim
    /// any more are forgotten.
    void settle(long before) {
        for (Connect connect : connects.endedBefore(before)) {
            decide(connect);
        }
        if (mode != Mode.SERVER) {
            flows.keepOnly(connects.all());
        }
    }

    /// Tells whether a connect has failed that was not decided yet.
    boolean undecided() {
        for (Connect connect : connects.all()) {
            if (connect.endedAt() != Connect.OPEN) {
                return true;
            }
        }
        return false;
    }

    /// Tells whether no more packets are to come, as far as the packets show: every connection that is known has ended on the wire.
    boolean over() {
        for (Connect connect : connects.all()) {
            if (connect.endedAt() == Connect.OPEN || !explained(connect)) {
                return false;
            }
        }
        return flows.over();
    }

    /// The run is over: what was still open is decided, and what was not kept is said.
    ///
    /// @param now nanoseconds of the trace
    void finish(long now) {
        connects.cut(now);
        settle(Long.MAX_VALUE);
        for (Flow flow : flows.claimed()) {
            teller.left(now, flow);
        }
        if (flows.crowdedOut() > 0) {
            teller.lost(now, 0, 0, flows.crowdedOut(), LossKind.MISSED, "more connections waited for their owner than are kept");
        }
    }

    private void finished(TraceEvent event, StageEvent.Finished finished) {
        if (finished.outcome() instanceof Outcome.Connected connected) {
            Connect connect = connects.returned(event);
            FlowOwner owner = new FlowOwner(event.connection(), event.attempt(), connected.tuple().local(),
                    connected.tuple().remote());
            claim(FlowKey.of(connected.tuple()), connect == null ? Flow.NEVER : connect.startedAt, owner);
        }
    }

    private void claim(FlowKey key, long from, FlowOwner owner) {
        if (key == null) {
            return;
        }
        Flow flow = flows.current(key);
        if (flow != null && flow.owner() == null && (from == Flow.NEVER || flow.firstAt >= from - flow.uncertainty)) {
            own(flow, owner);
        } else {
            flows.expect(key, from, owner);
        }
    }

    private void own(Flow flow, FlowOwner owner) {
        flows.own(flow, owner);
        if (flow.sentTo() != null) {
            teller.sentOn(flow);
        }
        for (PendingPacket held : flow.held) {
            teller.tell(flow, held);
        }
        if (!flow.held.isEmpty()) {
            sayLeft(flow, flow.held.getLast().at());
            flow.held.clear();
        }
    }

    /// Tells whether nothing is to be learned from packets of other ports any more: where the first connect went is known, or it takes
    /// too long.
    boolean knowsWhereItWent(long now) {
        return firstConnectAt != Flow.NEVER && (connects.all().isEmpty() && flows.allSeen() || now - firstConnectAt > LONGEST_WIDE_NANOS);
    }

    /// Ports that NAT of this machine may have sent a connection on to.
    int[] sentOnPorts() {
        return sentOn.ports();
    }

    private void segment(TcpSegment segment, Sighting sighting) {
        boolean syn = segment.has(TcpSegment.SYN);
        boolean opens = syn && !segment.has(TcpSegment.ACK);
        if (opens && mode == Mode.CLIENT) {
            WireEnd expected = flows.expectedServer(segment.source());
            sentOn.syn(segment, expected != null ? expected : connects.onlyRemote(sighting.at(), sighting.uncertainty()));
        }
        FlowKey there = sentOn.asked(segment.source(), segment.destination());
        FlowKey back = there == null ? sentOn.asked(segment.destination(), segment.source()) : null;
        boolean fromClient = there != null || back == null && (syn ? opens : isServer(segment.destination()));
        FlowKey key = there != null ? there : back != null ? back
                : fromClient ? new FlowKey(segment.source(), segment.destination())
                : new FlowKey(segment.destination(), segment.source());
        Flow flow = flows.current(key);
        if (flow == null && there == null && !syn && isServer(segment.source()) && fromClient) {
            // Both ports are servers': whichever way round is known.
            FlowKey other = new FlowKey(segment.destination(), segment.source());
            flow = flows.current(other);
            fromClient = flow == null;
        }
        if (flow == null || syn && fromClient && flow.endedBy(segment)) {
            flows.supersede(key);
            flow = isServer(key.server()) ? begin(key, segment, sighting, there == null ? null : segment.destination()) : null;
        }
        if (flow == null) {
            return;
        }
        FlowSegment passed = flow.pass(fromClient, segment, sighting);
        if (passed != null && flow.allowance.keeps(passed)) {
            keep(flow, sighting, passed, null);
        }
        sayLeft(flow, sighting.at());
    }

    /// As soon as a flow that has an owner is over: a server may go on for days. What is left out after that is said last.
    private void sayLeft(Flow flow, long at) {
        if (flow.owner() != null && flow.endsNow()) {
            teller.left(at, flow);
        }
    }

    /// A flow that may be ours, or `null`.
    ///
    /// @param sentTo where its SYN went, if not where it was asked for
    private Flow begin(FlowKey key, TcpSegment first, Sighting sighting, WireEnd sentTo) {
        FlowOwner owner = flows.expected(key, sighting.at() + sighting.uncertainty());
        if (owner == null && mode != Mode.SERVER && !connects.mayBegin(key, sighting.at(), sighting.uncertainty())) {
            return null;
        }
        Flow flow = flows.begin(key, first, sighting, owner != null);
        if (flow != null) {
            flow.sentTo(sentTo);
        }
        if (flow != null && owner != null) {
            own(flow, owner);
        }
        return flow;
    }

    private void error(IcmpError error, Sighting sighting) {
        boolean fromClient = isServer(error.destination());
        FlowKey there = sentOn.asked(error.source(), error.destination());
        Flow flow = flows.current(there != null ? there : fromClient ? new FlowKey(error.source(), error.destination())
                : new FlowKey(error.destination(), error.source()));
        if (flow != null) {
            flow.error(sighting.at());
            if (flow.allowance.keepsError()) {
                keep(flow, sighting, null, error);
            }
        }
    }

    private void keep(Flow flow, Sighting sighting, FlowSegment passed, IcmpError error) {
        if (flow.owner() != null) {
            teller.tell(flow, new PendingPacket(sighting.at(), passed, error, sighting.captured()));
        } else if (flows.mayHold(flow)) {
            flow.held.add(new PendingPacket(sighting.at(), passed, error, sighting.captured()));
        } else {
            flow.allowance.letGo();
        }
    }

    private boolean isServer(WireEnd end) {
        return ports.has(end.port());
    }

    private boolean explained(Connect connect) {
        List<Flow> own = flows.explaining(connect);
        return own.size() == 1 && (own.getFirst().over() || own.getFirst().errorAt() != Flow.NEVER);
    }

    private void decide(Connect connect) {
        if (!connect.hasLocal()) {
            connect.local(ends.client(connect));
        }
        List<Flow> own = flows.explaining(connect);
        if (own.size() == 1 && !incomplete && flows.crowdedOut() == 0) {
            Flow flow = own.getFirst();
            String client = PacketEvents.text(flow.key.client(), connect.candidate);
            Endpoint local = new Endpoint(client, flow.key.client().port());
            own(flow, new FlowOwner(connect.connection, connect.attempt, local, connect.candidate));
        } else if (own.size() > 1) {
            teller.unattributed(connect, own, "nothing tells which is its own");
        } else if (own.size() == 1) {
            teller.unattributed(connect, own, "with packets lost nothing proves that it is its own");
        } else {
            teller.unattributed(connect, flows.leftOpen(connect), "none shows what the call reported");
        }
    }
}
