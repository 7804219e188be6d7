package dev.lifeline.diagnosis;

import dev.lifeline.analysis.ConnectionSide;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceHeader.Mode;
import java.util.EnumSet;
import java.util.Set;

/// The first event that is missing when both ends are watched: it names the part of the path that disappeared.
///
/// @param milestone which
/// @param laterSeen whether a later one is there all the same: then the path works and the recording has a gap
public record MissingEvent(Milestone milestone, boolean laterSeen) {

    /// The first of the expected events that was not seen, or `null` where none is missing.
    public static MissingEvent first(Set<Milestone> expected, Set<Milestone> seen) {
        Milestone missing = null;
        for (Milestone milestone : Milestone.values()) {
            if (missing == null && expected.contains(milestone) && !seen.contains(milestone)) {
                missing = milestone;
            } else if (missing != null && seen.contains(milestone)) {
                return new MissingEvent(missing, true);
            }
        }
        return missing == null ? null : new MissingEvent(missing, false);
    }

    /// The first event that is missing from the last connection of a trace; `null` where none is, or where only one side was
    /// watched.
    public static MissingEvent of(Trace trace) {
        Facts facts = Facts.of(trace);
        return of(facts, facts.sides().lastProgressed(Lane.CLIENT));
    }

    static MissingEvent of(Facts facts, int clientConnection) {
        if (facts.mode() != Mode.LOOPBACK) {
            return null;
        }
        ConnectionSide client = facts.story(Lane.CLIENT, clientConnection);
        return first(expected(facts, client), seen(client, facts.sides().serverOf(client.tuple())));
    }

    private static Set<Milestone> expected(Facts facts, ConnectionSide client) {
        EnumSet<Milestone> expected = EnumSet.of(Milestone.CLIENT_CONNECT, Milestone.SERVER_ACCEPT);
        if (client.written() > 0) {
            expected.add(Milestone.SERVER_FIRST_DATA);
        }
        if (facts.planned(Lane.CLIENT, Stage.FIRST_BYTE)) {
            expected.add(Milestone.CLIENT_FIRST_DATA);
        }
        return expected;
    }

    private static Set<Milestone> seen(ConnectionSide client, ConnectionSide server) {
        EnumSet<Milestone> seen = EnumSet.noneOf(Milestone.class);
        if (client.tuple() != null) {
            seen.add(Milestone.CLIENT_CONNECT);
        }
        if (server != null) {
            seen.add(Milestone.SERVER_ACCEPT);
            if (server.read() > 0) {
                seen.add(Milestone.SERVER_FIRST_DATA);
            }
        }
        if (client.read() > 0) {
            seen.add(Milestone.CLIENT_FIRST_DATA);
        }
        return seen;
    }
}
