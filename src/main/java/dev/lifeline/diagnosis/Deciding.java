package dev.lifeline.diagnosis;

import dev.lifeline.analysis.life.FailureDistance;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.Mode;
import java.util.ArrayList;
import java.util.List;

/// Which failure decides when several stages failed.
///
/// - The client's decides where there is a client; a server without clients of its own decides for itself. A server that could
///   not bind decides before its client, which then never had a chance.
/// - A stage that was stopped, an attempt that lost a race and an attempt that was given up are no failures of the trace.
/// - A connection whose own program threw away what came decides only where there is no other.
/// - What the server met after the client got all that it asked for does not make the run a failure.
/// - Within a lane the first connection that failed decides, by its first failure. Where all attempts of its race failed, the
///   one that got farthest decides: an answer from the destination tells more than one from the way there, that more than
///   silence, and silence more than an attempt that never left this machine. At the same distance the first decides.
///
/// @param run the failure that decides
/// @param race all failed attempts of its race, in order of time, where there were several; else empty
/// @param connections how many connections of that lane failed
public record Deciding(UnfinishedStage run, List<UnfinishedStage> race, int connections) {

    /// The failure that decides, or `null` where nothing failed that counts.
    public static Deciding of(Facts facts) {
        Deciding server = facts.mode() == Mode.CLIENT ? null : inLane(facts, Lane.SERVER);
        if (facts.mode() == Mode.SERVER || server != null && server.run().stage() == Stage.BIND) {
            return server;
        }
        Deciding client = inLane(facts, Lane.CLIENT);
        return client != null || facts.notPassed(Lane.CLIENT).isEmpty() ? client : server;
    }

    /// The failure that decides within one lane, or `null`.
    static Deciding inLane(Facts facts, Lane lane) {
        List<UnfinishedStage> failures = new ArrayList<>();
        for (UnfinishedStage run : facts.failed()) {
            if (run.lane() == lane && facts.index().counts(lane, run.connection(), run.failure().code(), run.attempt())) {
                failures.add(run);
            }
        }
        if (failures.isEmpty()) {
            return null;
        }
        UnfinishedStage first = failures.getFirst();
        List<UnfinishedStage> race = new ArrayList<>();
        for (UnfinishedStage run : failures) {
            if (run.connection() == first.connection() && run.attempt() > 0 && lostRace(facts, run)) {
                // A candidate without a route failed at its route, and again when its turn to connect came.
                race.removeIf(earlier -> earlier.attempt() == run.attempt());
                race.add(run);
            }
        }
        UnfinishedStage deciding = first.attempt() > 0 && !race.isEmpty() ? farthest(race) : first;
        return new Deciding(deciding, deciding.attempt() > 0 && race.size() > 1 ? race : List.of(),
                facts.index().failedConnections(lane).cardinality());
    }

    private static boolean lostRace(Facts facts, UnfinishedStage run) {
        return facts.story(run.lane(), run.connection()).tuple() == null;
    }

    private static UnfinishedStage farthest(List<UnfinishedStage> race) {
        UnfinishedStage best = race.getFirst();
        for (UnfinishedStage run : race) {
            best = FailureDistance.of(run.failure().code()) > FailureDistance.of(best.failure().code()) ? run : best;
        }
        return best;
    }
}
