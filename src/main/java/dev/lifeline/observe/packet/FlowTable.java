package dev.lifeline.observe.packet;

import dev.lifeline.linux.wire.TcpSegment;
import dev.lifeline.linux.wire.WireEnd;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The flows of which one knows that they are ours, those that may be, and the owners whose flow was not seen yet. All bounded.
final class FlowTable {

    private static final int MAX_CLAIMED = 4096;
    private static final int MAX_EXPECTED = 4096;
    private static final int MAX_WAITING = 1024;
    private static final int MAX_WAITING_WITHOUT_SYN = 64;
    private static final int MAX_HELD = 4096;
    private static final int MAX_HELD_OF_ONE = 256;

    private final boolean inFull;
    private final boolean makesRoom;
    private final Map<FlowKey, Flow> claimed = new LinkedHashMap<>();
    private final Map<FlowKey, Flow> waiting = new LinkedHashMap<>();
    private final Map<FlowKey, Expected> expected = new LinkedHashMap<>();
    private final List<Flow> withPacketsLeft = new ArrayList<>();
    /// Claimed flows that are not over yet.
    private final Map<FlowKey, Flow> alive = new HashMap<>();
    private int withoutSyn;
    private int held;
    private long crowdedOut;

    private record Expected(long from, FlowOwner owner) {
    }

    /// @param inFull whether all packets of a connection are wanted
    /// @param makesRoom whether the eldest that waits makes room for a new one, or the new one has to go
    FlowTable(boolean inFull, boolean makesRoom) {
        this.inFull = inFull;
        this.makesRoom = makesRoom;
    }

    /// The latest flow between two ends, or `null`.
    Flow current(FlowKey key) {
        Flow flow = waiting.get(key);
        return flow != null ? flow : claimed.get(key);
    }

    /// An owner whose flow has not been seen: its packets are on their way.
    ///
    /// @param from its flow began no earlier; [Flow#NEVER] where that is not known
    void expect(FlowKey key, long from, FlowOwner owner) {
        expected.put(key, new Expected(from, owner));
        dropEldest(expected, MAX_EXPECTED);
    }

    /// The owner who waits for a flow that begins now, or `null`; it waits no more.
    FlowOwner expected(FlowKey key, long at) {
        Expected its = expected.get(key);
        if (its == null || its.from != Flow.NEVER && at < its.from) {
            return null;
        }
        expected.remove(key);
        return its.owner;
    }

    /// Where a client's end connected to whose flow has not been seen, or `null`.
    WireEnd expectedServer(WireEnd client) {
        for (FlowKey key : expected.keySet()) {
            if (key.client().equals(client)) {
                return key.server();
            }
        }
        return null;
    }

    /// A new flow, which waits for its owner; `null` where too many wait already.
    ///
    /// @param owned whether it has one already, and need not wait
    Flow begin(FlowKey key, TcpSegment first, Sighting sighting, boolean owned) {
        Flow flow = new Flow(key, first, sighting, PacketQuota.of(inFull));
        Flow earlier = waiting.remove(key);
        if (earlier != null) {
            released(earlier);
        }
        if (!owned && crowded(flow)) {
            crowdedOut++;
            if (!makesRoom) {
                return null;
            }
            released(dropEldest(waiting, waiting.size() - 1));
        }
        withoutSyn += flow.synSeen ? 0 : 1;
        waiting.put(key, flow);
        return flow;
    }

    private boolean crowded(Flow flow) {
        return waiting.size() >= MAX_WAITING || !makesRoom && !flow.synSeen && withoutSyn >= MAX_WAITING_WITHOUT_SYN;
    }

    /// Another connection between the same two ends has begun, and it is not ours: what follows is not the earlier one's.
    void supersede(FlowKey key) {
        Flow earlier = claimed.remove(key);
        if (earlier != null) {
            retired(earlier);
        }
    }

    /// Tells whether one more packet of a waiting flow may be kept; if so, it is counted.
    boolean mayHold(Flow flow) {
        if (held >= MAX_HELD || flow.held.size() >= MAX_HELD_OF_ONE) {
            return false;
        }
        held++;
        return true;
    }

    /// The flow has an owner.
    void own(Flow flow, FlowOwner owner) {
        if (waiting.remove(flow.key) == flow) {
            released(flow);
        }
        flow.owner(owner);
        Flow earlier = claimed.remove(flow.key);
        if (earlier != null) {
            retired(earlier);
        }
        claimed.put(flow.key, flow);
        if (claimed.size() > MAX_CLAIMED) {
            retired(dropEldest(claimed, MAX_CLAIMED));
        }
        alive.put(flow.key, flow);
    }

    /// Waiting flows that may be the one of a failed connect.
    List<Flow> explaining(Connect connect) {
        List<Flow> found = new ArrayList<>(1);
        for (Flow flow : waiting.values()) {
            if (connect.explains(flow)) {
                found.add(flow);
            }
        }
        return found;
    }

    /// Waiting flows that do not show what a failed connect reported, and may be its own all the same.
    List<Flow> leftOpen(Connect connect) {
        List<Flow> found = new ArrayList<>(0);
        for (Flow flow : waiting.values()) {
            if (connect.leavesOpen(flow)) {
                found.add(flow);
            }
        }
        return found;
    }

    /// Forgets waiting flows that belong to none of these.
    void keepOnly(List<Connect> connects) {
        Iterator<Flow> all = waiting.values().iterator();
        while (all.hasNext()) {
            Flow flow = all.next();
            if (!mayBelong(flow, connects)) {
                all.remove();
                released(flow);
            }
        }
    }

    private static boolean mayBelong(Flow flow, List<Connect> connects) {
        for (Connect connect : connects) {
            if (connect.mayBegin(flow.key, flow.firstAt, flow.uncertainty)) {
                return true;
            }
        }
        return false;
    }

    /// Tells whether every owner has his flow, and every such flow is over.
    boolean over() {
        for (Iterator<Flow> all = alive.values().iterator(); all.hasNext();) {
            if (all.next().over()) {
                all.remove();
            }
        }
        return alive.isEmpty() && expected.isEmpty();
    }

    /// Tells whether every owner has his flow.
    boolean allSeen() {
        return expected.isEmpty();
    }

    /// All flows that have an owner and of which something may have been left out.
    List<Flow> claimed() {
        List<Flow> all = new ArrayList<>(withPacketsLeft);
        all.addAll(claimed.values());
        return all;
    }

    /// How many flows were not looked at because too many waited.
    long crowdedOut() {
        return crowdedOut;
    }

    private void released(Flow flow) {
        held -= flow.held.size();
        withoutSyn -= flow.synSeen ? 0 : 1;
    }

    private void retired(Flow flow) {
        alive.remove(flow.key);
        if (flow.allowance.left() > 0 && withPacketsLeft.size() < MAX_CLAIMED) {
            withPacketsLeft.add(flow);
        }
    }

    private static <T> T dropEldest(Map<FlowKey, T> map, int most) {
        if (map.size() <= most) {
            return null;
        }
        Iterator<T> eldest = map.values().iterator();
        T dropped = eldest.next();
        eldest.remove();
        return dropped;
    }
}
