package dev.lifeline.analysis;

import dev.lifeline.model.TraceHeader;

/// Decides if the connections of a trace are shown each by itself, or summed up: those of a server and those of a play differ,
/// those of one client that connects again and again are alike.
public final class ConnectionGrouping {

    /// More connections of a play than these are summed up: nobody reads a screen for each.
    private static final int MOST = 8;

    private ConnectionGrouping() {
    }

    public static boolean shows(TraceIndex index) {
        // Crowds have a table of their own.
        int connections = index.header().connections() - (index.hasCrowds() ? index.crowds().connections() : 0);
        return connections <= 1 || index.header().mode() == TraceHeader.Mode.SERVER
                || connections <= MOST && (!index.actors().isEmpty() || index.actors().hasDatagrams());
    }
}
