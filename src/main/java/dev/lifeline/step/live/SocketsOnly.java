package dev.lifeline.step.live;

import dev.lifeline.step.CommandException;
import dev.lifeline.step.Journey;

/// Refuses commands that need sockets where there are none.
final class SocketsOnly {

    private SocketsOnly() {
    }

    /// Something that is done at the sockets.
    @FunctionalInterface
    interface Act {
        Journey run() throws CommandException, InterruptedException;
    }

    /// Checks that the person stands at sockets that are open.
    ///
    /// @param session the live run; `null` where there is none
    /// @param not what cannot be done elsewhere, as a clause
    /// @throws CommandException where it is not so, with what to do instead
    static void check(Journey journey, LiveSession session, String not) throws CommandException {
        if (!journey.live()) {
            throw new CommandException("a recording has no sockets: " + not + (session == null ? "" : "; live goes to them"));
        } else if (journey.isOver()) {
            throw new CommandException("this is the end, and its sockets are closed: rerun makes new ones");
        } else if (journey.isReplay()) {
            throw recorded(journey);
        }
    }

    /// The refusal at a stop that the sockets have left.
    static CommandException recorded(Journey journey) {
        return new CommandException("this is a recording of stop " + journey.cursor() + ", and nothing runs in it: live goes to the sockets");
    }
}
