package dev.lifeline.play.actor;

import dev.lifeline.client.Dialer;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Target;
import dev.lifeline.play.Play;
import dev.lifeline.play.pool.WorkerStream;
import dev.lifeline.race.Personality;
import dev.lifeline.record.CodedException;
import dev.lifeline.record.Gates;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import dev.lifeline.scenario.word.TargetText;
import dev.lifeline.server.Backend;
import java.io.EOFException;
import java.io.IOException;
import java.util.List;

/// A server of this play or another, asked by a worker over a connection that stands in the client's lane.
///
/// @param actor whose worker asks
/// @param patience nanoseconds that connect, and the answer, may take each
record BackendCall(Play play, Gates gates, String actor, TargetText to, long patience) implements Backend {

    @Override
    public Endpoint endpoint() throws IOException {
        try {
            Target there = play.target(to);
            return new Endpoint(there.host(), there.port());
        } catch (CannotAct e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public byte[] ask(byte[] request) throws IOException, InterruptedException {
        Endpoint there = endpoint();
        LaneRecorder out = play.lane(Lane.CLIENT).connection(play.numbers().nextClient());
        play.owns(actor, Lane.CLIENT, out.connection());
        try (Dialer dialer = new Dialer(out, gates, Personality.DEFAULT, null, patience)) {
            WorkerStream stream = new WorkerStream(dialer.dial(List.of(there)).channel(), new StageRunner(out, gates), null,
                    patience);
            byte[] answer;
            try {
                stream.write(request);
                answer = stream.read();
            } finally {
                stream.close();
            }
            if (answer == null) {
                throw new EOFException("the backend ended its stream without an answer");
            }
            return answer;
        } catch (StageFailure e) {
            throw new CodedException(e.failure().code(), "the backend " + there + ": " + e.failure().code().text());
        }
    }
}
