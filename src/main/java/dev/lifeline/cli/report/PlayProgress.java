package dev.lifeline.cli.report;

import dev.lifeline.cli.Io;
import java.util.ArrayList;
import java.util.List;

/// One line on standard error that says how many plays have ended and which ones go on, where a person is there to read it.
final class PlayProgress {

    private final ProgressLine line;
    private final List<String> running = new ArrayList<>();
    private int all;
    private int ended;
    /// Set while a result is written, so that nothing is drawn in between.
    private boolean away;

    /// @param quiet whether a person asked for no redraws
    PlayProgress(Io io, boolean quiet) {
        this.line = new ProgressLine(io, quiet);
    }

    synchronized void begin(int plays) {
        all = plays;
    }

    synchronized void began(String id) {
        running.add(id);
        draw();
    }

    /// One has ended; the line makes room for what is written of it.
    synchronized void ended(String id) {
        ended += running.remove(id) ? 1 : 0;
        away = true;
        line.erase();
    }

    synchronized void show() {
        away = false;
        draw();
    }

    synchronized void end() {
        all = 0;
        line.erase();
    }

    private void draw() {
        if (all > 0 && ended < all && !away) {
            line.draw(ended + " of " + all + " played, now: " + String.join(", ", running), " (Ctrl-C ends them)");
        }
    }
}
