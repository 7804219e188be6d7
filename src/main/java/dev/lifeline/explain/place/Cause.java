package dev.lifeline.explain.place;

import java.util.ArrayList;
import java.util.List;

/// One of the causes that an entry tells: its text, and the error that it is told to have caused.
final class Cause {

    /// The error that it caused, `null` for the outermost.
    Cause outer;
    /// Tells whether it went wrong besides, while the other error was under way: then the other stays one of its own.
    final boolean besides;
    /// Tells whether what is told last in it happened first, as in a traceback of Python.
    boolean innermostLast;
    /// Where its text lies in the entry: starts and ends.
    final List<int[]> pieces = new ArrayList<>(2);

    Cause(Cause outer, boolean besides) {
        this.outer = outer;
        this.besides = besides;
    }

    Cause outermost() {
        Cause at = this;
        while (at.outer != null) {
            at = at.outer;
        }
        return at;
    }

    boolean holds(int place) {
        for (int[] piece : pieces) {
            if (place >= piece[0] && place < piece[1]) {
                return true;
            }
        }
        return false;
    }

    int start() {
        return pieces.isEmpty() ? 0 : pieces.getFirst()[0];
    }
}
