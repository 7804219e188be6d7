package dev.lifeline.run;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.SocketPurpose;
import dev.lifeline.model.event.StageEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which connections of a run's server are not its client's: other programs may connect to it as well.
///
/// Accept may return before connect does, so whose a connection is may be open until those connects have ended that were under
/// way when it was accepted. Only what is certain counts as a stranger: after a connect to the server that failed and may have
/// reached it all the same, what is not known stays the client's.
final class ForeignConnections {

    private enum Whose { UNKNOWN, OWN, STRANGER }

    /// An accepted connection.
    private static final class Guest {
        private final FourTuple tuple;
        private final long at;
        private final Set<Long> awaited = new HashSet<>();
        private Whose whose = Whose.UNKNOWN;
        private boolean over;

        Guest(FourTuple tuple, long at) {
            this.tuple = tuple;
            this.at = at;
        }
    }

    private final Map<Integer, Guest> guests = new HashMap<>();
    private final List<Guest> byTime = new ArrayList<>();
    private final List<Guest> undecided = new ArrayList<>(2);
    private final Map<Long, Endpoint> connecting = new HashMap<>(4);
    private final Set<FourTuple> connected = new HashSet<>(4);
    private final Set<Endpoint> doubtful = new HashSet<>(2);
    private int strangers;

    /// Takes note of the next event; to be called for all, in order of arrival.
    void look(TraceEvent event) {
        if (!(event.body() instanceof StageEvent stage)) {
            return;
        }
        if (event.lane() == Lane.CLIENT && stage.stage() == Stage.CONNECT) {
            connect(event.sequence(), stage);
        } else if (event.lane() == Lane.SERVER && stage instanceof StageEvent.Finished finished
                && finished.outcome() instanceof Outcome.Accepted accepted) {
            accepted(event, accepted.tuple());
        } else if (event.lane() == Lane.SERVER && stage.stage() == Stage.CLOSE && !(stage instanceof StageEvent.Started)) {
            Guest guest = guests.get(event.connection());
            if (guest != null) {
                guest.over = true;
            }
        }
    }

    /// Says if it is still open whose this event is.
    boolean undecided(TraceEvent event) {
        return whose(event) == Whose.UNKNOWN;
    }

    /// Says if this event is about a connection of another program.
    boolean have(TraceEvent event) {
        return whose(event) == Whose.STRANGER;
    }

    /// The number of connections of other programs so far.
    int count() {
        return strangers;
    }

    /// The number of connections, without those of strangers, that are over at the server.
    int othersOver() {
        int count = 0;
        for (Guest guest : byTime) {
            count += guest.over && guest.whose != Whose.STRANGER ? 1 : 0;
        }
        return count;
    }

    private void connect(long sequence, StageEvent stage) {
        if (stage instanceof StageEvent.Started started && started.remote() != null) {
            connecting.put(sequence, started.remote());
        } else if (stage instanceof StageEvent.Finished finished && finished.outcome() instanceof Outcome.Connected made) {
            connected.add(made.tuple().reversed());
            ended(finished.started());
        } else if (stage instanceof StageEvent.Failed failed) {
            Endpoint remote = connecting.get(failed.started());
            if (remote != null && failed.failure().code() != ErrorCode.ECONNREFUSED) {
                doubtful.add(remote);
            }
            ended(failed.started());
        }
    }

    private void accepted(TraceEvent event, FourTuple tuple) {
        Guest guest = new Guest(tuple, event.at());
        guests.put(event.connection(), guest);
        byTime.add(guest);
        connecting.forEach((sequence, remote) -> {
            if (remote.equals(tuple.local())) {
                guest.awaited.add(sequence);
            }
        });
        undecided.add(guest);
        decide();
    }

    private void ended(long connect) {
        connecting.remove(connect);
        for (Guest guest : undecided) {
            guest.awaited.remove(connect);
        }
        decide();
    }

    private void decide() {
        for (Guest guest : undecided) {
            if (connected.remove(guest.tuple) || doubtful.contains(guest.tuple.local())) {
                guest.whose = Whose.OWN;
            } else if (guest.awaited.isEmpty()) {
                guest.whose = Whose.STRANGER;
                strangers++;
            }
        }
        undecided.removeIf(guest -> guest.whose != Whose.UNKNOWN);
    }

    private Whose whose(TraceEvent event) {
        if (event.lane() == Lane.SERVER && event.connection() > 0) {
            Guest guest = guests.get(event.connection());
            return guest == null ? Whose.UNKNOWN : guest.whose;
        }
        boolean ofAccepted = event.body() instanceof KernelEvent.SynSaved
                || event.body() instanceof KernelEvent.DescriptorFound found && found.purpose() == SocketPurpose.ACCEPTED;
        return ofAccepted ? whoseAt(event.at()) : Whose.OWN;
    }

    /// Findings about an accepted socket name no ends. They are made, and stamped, before the next one is accepted.
    private Whose whoseAt(long at) {
        for (int i = byTime.size() - 1; i >= 0; i--) {
            if (byTime.get(i).at <= at) {
                return byTime.get(i).whose;
            }
        }
        return Whose.OWN;
    }
}
