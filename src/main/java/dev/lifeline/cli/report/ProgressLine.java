package dev.lifeline.cli.report;

import dev.lifeline.cli.Io;

/// A line on standard error that is drawn again and again where a person waits, and leaves nothing behind.
final class ProgressLine {

    /// Narrower than every terminal that a trace is drawn for. A longer line would be broken in two when the terminal gets smaller, and one
    /// of the two would stay.
    private static final int MOST = 59;

    /// DECAWM of xterm's control sequences: what does not fit is not put on the next line.
    private static final String WRAP_OFF = "\u001b[?7l";
    private static final String WRAP_ON = "\u001b[?7h";

    private final Io io;
    private final boolean wanted;
    private boolean shown;

    /// Silent where standard error is no terminal.
    ///
    /// @param quiet whether a person asked for no redraws
    ProgressLine(Io io, boolean quiet) {
        this.io = io;
        this.wanted = io.terminal().err() && !quiet && !io.dumb();
    }

    boolean wanted() {
        return wanted;
    }

    /// Draws the line, cut to the width of the terminal.
    ///
    /// @param hint stands behind it where there is room for all of it
    void draw(String text, String hint) {
        if (wanted) {
            int room = Math.min(MOST, io.terminal().errColumns() - 1);
            String line = text.length() + hint.length() <= room ? text + hint : text.substring(0, Math.min(text.length(), room));
            write(Io.ERASE_LINE + WRAP_OFF + line + WRAP_ON);
            shown = true;
        }
    }

    void erase() {
        if (shown) {
            write(Io.ERASE_LINE);
            shown = false;
        }
    }

    private void write(String text) {
        io.err().print(text);
        io.err().flush();
    }
}
