package dev.lifeline.play.actor;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.play.ListenAddress;
import dev.lifeline.play.Play;
import dev.lifeline.record.Gates;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.scenario.ActorSpec;
import dev.lifeline.scenario.action.ActorKind;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.NetworkChannel;
import java.nio.channels.SocketChannel;

/// Base of actors that wait for connections: a place and gates.
abstract class ListeningPlayer implements Player, HasPort {

    final Play play;
    final ActorSpec spec;
    final ListenAddress place;
    final Gates gates;

    ListeningPlayer(Play play, ActorSpec spec) {
        this.play = play;
        this.spec = spec;
        this.gates = play.gates().of(spec.name());
        this.place = new ListenAddress(play, spec.name(), Lane.SERVER, spec.role().place());
    }

    final long now() {
        return play.recorder().clock().now();
    }

    /// Records that a connection was accepted. Only a call that brought one knows its number: beginning and end are recorded when
    /// it has ended, with their own times.
    ///
    /// @param before when the call began, in nanoseconds since the origin of the trace
    /// @return the recorder of the connection
    final LaneRecorder accepted(SocketChannel channel, long before) throws IOException {
        long after = now();
        LaneRecorder its = play.lane(Lane.SERVER).connection(play.numbers().nextServer());
        FourTuple tuple = new FourTuple(Endpoint.of((InetSocketAddress) channel.getLocalAddress()),
                Endpoint.of((InetSocketAddress) channel.getRemoteAddress()));
        long started = stamped(its, before, new StageEvent.Started(Stage.ACCEPT, place.known(), null));
        stamped(its, after, new StageEvent.Finished(Stage.ACCEPT, started, new Outcome.Accepted(tuple, 0, 1)));
        return its;
    }

    static long stamped(LaneRecorder lane, long at, EventBody body) {
        return lane.recorder().record(at, lane.lane(), Evidence.APPLICATION, lane.connection(), 0, body);
    }

    /// Closes a socket, without a word.
    static void discard(NetworkChannel socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // The descriptor is given back all the same: close(2).
        }
    }

    @Override
    public final Endpoint endpoint() throws IOException, CannotAct {
        return place.endpoint();
    }

    @Override
    public final ActorKind kind() {
        return spec.kind();
    }
}
