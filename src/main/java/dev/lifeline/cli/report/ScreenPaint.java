package dev.lifeline.cli.report;

/// Frames that are painted over one another on the ordinary screen of a terminal: no second screen (smcup) is used, so that the last
/// frame stays when the program has gone. What stood there before is scrolled out of the way first, and can be scrolled back to.
final class ScreenPaint {

    private static final String HOME = "\u001b[H";
    private static final String ERASE_REST_OF_LINE = "\u001b[K";
    private static final String ERASE_BELOW = "\u001b[J";

    private boolean foreign = true;

    /// From now on something else than a frame stands on the screen.
    void other() {
        foreign = true;
    }

    /// Writes a frame for a screen, in one piece. The cursor stands below it then.
    ///
    /// @param text each line ended by a line feed; fewer lines than the screen has
    /// @param rows of the screen
    String over(String text, int rows) {
        String before = foreign ? "\n".repeat(rows) : "";
        foreign = false;
        // Before each line, not behind it: behind the last column the cursor still stands on it, and would erase it.
        return before + HOME + ERASE_REST_OF_LINE + text.replace("\n", "\n" + ERASE_REST_OF_LINE) + ERASE_BELOW;
    }
}
