package dev.lifeline.play;

import dev.lifeline.linux.thread.ThreadCapability;
import java.io.IOException;

/// Does something without the capability for ports below 1024, as an ordinary user would.
public final class Capability {

    private Capability() {
    }

    /// A call that may fail.
    public interface Action {
        void act() throws IOException;
    }

    /// Does it, without the capability where that is wanted. The capability is this thread's again afterwards.
    public static void without(boolean wanted, Action action) throws IOException {
        if (!wanted) {
            action.act();
            return;
        }
        ThreadCapability dropped = ThreadCapability.drop(ThreadCapability.NET_BIND_SERVICE);
        try (dropped) {
            action.act();
        }
    }
}
