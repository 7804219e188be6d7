package dev.lifeline.analysis.socket;

import dev.lifeline.model.Endpoint;
import java.util.HashSet;
import java.util.Set;

/// The places at which listeners were seen in a trace: which of them takes a connection depends on all.
public final class ListenerPlaces {

    private final Set<Endpoint> places = new HashSet<>();

    /// Adds one.
    public void add(Endpoint listener) {
        places.add(listener);
    }

    /// Says if a listener takes what comes to a server's end: it fits, and none that was seen fits better.
    public boolean takes(Endpoint listener, Endpoint server) {
        int fit = ListenerMatch.fit(listener, server);
        for (Endpoint each : places) {
            if (ListenerMatch.fit(each, server) > fit) {
                return false;
            }
        }
        return fit > 0;
    }
}
