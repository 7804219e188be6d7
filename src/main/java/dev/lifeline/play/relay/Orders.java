package dev.lifeline.play.relay;

import java.util.ArrayList;
import java.util.List;

/// Word to all pairs of a relay that they are to end, and how. Threads: any.
public final class Orders {

    private final List<Runnable> listening = new ArrayList<>();
    private volatile boolean stopping;
    private volatile boolean resetting;
    private volatile boolean cut;

    /// Has all end.
    ///
    /// @param reset whether both sides get a reset
    public void stop(boolean reset) {
        stop(reset, false);
    }

    /// Has all end because the play is over.
    public void cut() {
        if (!stopping) {
            stop(false, true);
        }
    }

    private void stop(boolean reset, boolean over) {
        List<Runnable> told;
        synchronized (listening) {
            resetting = reset;
            cut = over;
            stopping = true;
            told = List.copyOf(listening);
        }
        for (Runnable each : told) {
            each.run();
        }
    }

    public boolean stopping() {
        return stopping;
    }

    /// Tells whether it is the end of the play that ends them.
    boolean isCut() {
        return cut;
    }

    boolean resetting() {
        return resetting;
    }

    /// Has this called when it is time to end: at once where it is already.
    void onStop(Runnable told) {
        boolean late;
        synchronized (listening) {
            listening.add(told);
            late = stopping;
        }
        if (late) {
            told.run();
        }
    }

    void forget(Runnable told) {
        synchronized (listening) {
            listening.remove(told);
        }
    }
}
