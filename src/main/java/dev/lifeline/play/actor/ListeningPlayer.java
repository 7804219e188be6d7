package dev.lifeline.play.actor;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.play.ListenAddress;
import dev.lifeline.play.Play;
import dev.lifeline.record.Gates;
import dev.lifeline.scenario.ActorSpec;
import dev.lifeline.scenario.judge.ActorOnTrace;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Base of actors that wait for connections: a place, gates, and the connections that became theirs.
abstract class ListeningPlayer implements Player, HasPort {

    final Play play;
    final ActorSpec spec;
    final ListenAddress place;
    final Gates gates;

    /// Guarded by itself.
    final List<ActorOnTrace.Own> own = new ArrayList<>();

    ListeningPlayer(Play play, ActorSpec spec) {
        this.play = play;
        this.spec = spec;
        this.gates = play.gates().of(spec.name());
        this.place = new ListenAddress(play, spec.name(), Lane.SERVER, spec.role().place());
    }

    @Override
    public final Endpoint endpoint() throws IOException, CannotAct {
        return place.endpoint();
    }

    @Override
    public final ActorOnTrace onTrace() {
        synchronized (own) {
            return new ActorOnTrace(spec.kind(), own, place.known());
        }
    }
}
