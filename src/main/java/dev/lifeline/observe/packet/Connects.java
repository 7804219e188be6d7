package dev.lifeline.observe.packet;

import dev.lifeline.linux.wire.WireEnd;
import dev.lifeline.model.Failure;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.observe.WireEnds;
import java.util.ArrayList;
import java.util.List;

/// The client's connects that have not given a four-tuple: under way, or failed and not decided yet. For one thread.
final class Connects {

    private final List<Connect> all = new ArrayList<>();

    List<Connect> all() {
        return all;
    }

    /// A stage of the client began; it need not be a connect.
    void began(TraceEvent event, StageEvent.Started started) {
        WireEnd remote = started.stage() == Stage.CONNECT && started.remote() != null ? WireEnds.of(started.remote()) : null;
        if (remote != null) {
            all.add(new Connect(event, started.remote(), remote));
        }
    }

    void failed(TraceEvent event, Failure failure) {
        Connect connect = underWay(event);
        if (connect != null) {
            connect.failed(event.at(), failure);
        }
    }

    /// The connect of an event gave a four-tuple: it is no longer one of these.
    ///
    /// @return it, or `null` where its beginning was not told
    Connect returned(TraceEvent event) {
        Connect connect = underWay(event);
        all.remove(connect);
        return connect;
    }

    private Connect underWay(TraceEvent event) {
        for (Connect each : all) {
            if (each.connection == event.connection() && each.attempt == event.attempt() && each.endedAt() == Connect.OPEN) {
                return each;
            }
        }
        return null;
    }

    /// The run is over, and connects are still under way.
    void cut(long at) {
        for (Connect connect : all) {
            if (connect.endedAt() == Connect.OPEN) {
                connect.cut(at);
            }
        }
    }

    /// Takes out those that had ended before a time.
    List<Connect> endedBefore(long time) {
        List<Connect> ended = new ArrayList<>(0);
        for (int i = all.size() - 1; i >= 0; i--) {
            if (all.get(i).endedAt() < time) {
                ended.add(all.remove(i));
            }
        }
        return ended;
    }

    /// Where those that were under way at a time connect to, if all of them connect to the same.
    ///
    /// @return `null` where they do not, or there is none
    WireEnd onlyRemote(long at, long uncertainty) {
        WireEnd only = null;
        for (Connect connect : all) {
            if (connect.underWay(at, uncertainty)) {
                if (only != null && !only.equals(connect.remote())) {
                    return null;
                }
                only = connect.remote();
            }
        }
        return only;
    }

    /// Tells whether a flow that began then and there may belong to one of them.
    boolean mayBegin(FlowKey key, long at, long uncertainty) {
        for (Connect connect : all) {
            if (connect.mayBegin(key, at, uncertainty)) {
                return true;
            }
        }
        return false;
    }
}
