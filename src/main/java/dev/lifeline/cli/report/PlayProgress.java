package dev.lifeline.cli.report;

import dev.lifeline.cli.Io;
import java.util.ArrayList;
import java.util.List;

/// One line on standard error that says how many plays have ended and which ones go on, where a person is there to read it.
final class PlayProgress {

    private static final String ERASE_LINE = "\r\u001b[K";

    private final Io io;
    private final boolean wanted;
    private final int width;
    private final List<String> running = new ArrayList<>();
    private int all;
    private int ended;

    /// @param quiet whether a person asked for no redraws
    PlayProgress(Io io, boolean quiet, int width) {
        this.io = io;
        this.wanted = io.terminal().err() && !quiet && !"dumb".equals(io.environment().get("TERM"));
        this.width = width;
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
        erase();
    }

    synchronized void show() {
        draw();
    }

    synchronized void end() {
        all = 0;
        erase();
    }

    private void draw() {
        if (wanted && all > 0 && ended < all) {
            String line = ended + " of " + all + " played, now: " + String.join(", ", running) + " (Ctrl-C ends them)";
            io.err().print(ERASE_LINE + (line.length() < width ? line : line.substring(0, width - 1)));
            io.err().flush();
        }
    }

    private void erase() {
        if (wanted) {
            io.err().print(ERASE_LINE);
            io.err().flush();
        }
    }
}
