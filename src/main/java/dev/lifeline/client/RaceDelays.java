package dev.lifeline.client;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.race.AttemptDelay;
import dev.lifeline.race.Input;
import dev.lifeline.record.LaneRecorder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The delays of a race that follow round-trip times; each is recorded with what it follows from ([RaceEvent.Paced]).
///
/// @param client the client's lane
/// @param history what is known
public record RaceDelays(LaneRecorder client, History history) {

    /// The round-trip times that somebody remembers of earlier connections.
    @FunctionalInterface
    public interface History {
        /// The time to a destination; `null` where nobody remembers one. Asks no network.
        RoundTrip to(Endpoint destination);
    }

    /// The round-trip time to a destination.
    ///
    /// @param smoothed nanoseconds
    /// @param variation nanoseconds
    public record RoundTrip(long smoothed, long variation) {
    }

    /// The delay after each candidate of which something is known, in nanoseconds.
    Map<Endpoint, Long> of(List<Endpoint> candidates) {
        Map<Endpoint, Long> delays = new HashMap<>();
        for (Endpoint each : candidates) {
            RoundTrip trip = history.to(each);
            if (trip != null) {
                long delay = AttemptDelay.of(trip.smoothed(), trip.variation());
                delays.put(each, delay);
                client.mark(new RaceEvent.Paced(each, trip.smoothed(), trip.variation(), delay));
            }
        }
        return delays;
    }

    /// The same for candidates that came during the race.
    Input.Arrived of(Input.Arrived answer) {
        return new Input.Arrived(answer.candidates(), of(answer.candidates()));
    }
}
