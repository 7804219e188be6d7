package dev.lifeline.view.ladder;

import dev.lifeline.text.Glyphs;

/// The pieces of a line of life that only the ladder needs.
///
/// @param busy the line while a call is under way
/// @param unobserved the line of a participant whom nobody watches
/// @param right where words leave the line to the right: idle, a call begins, a call ends, a call goes on
/// @param left the same to the left
/// @param both the same to both sides
/// @param unknown the end of an arrow of which nobody knows where it came to
record LadderSigns(char busy, char unobserved, String right, String left, String both, char unknown) {

    private static final LadderSigns UNICODE = new LadderSigns('┃', '┊', "├┟┞┠", "┤┧┦┨", "┼╁╀╂", '?');
    private static final LadderSigns ASCII = new LadderSigns('#', '\'', "++++", "++++", "++++", '?');

    static LadderSigns of(Glyphs glyphs) {
        return switch (glyphs) {
            case UNICODE -> UNICODE;
            case ASCII -> ASCII;
        };
    }

    /// The branch off a line, by what the line does before and after.
    char branch(boolean toTheRight, boolean busyBefore, boolean busyAfter) {
        return branch(!toTheRight, toTheRight, busyBefore, busyAfter);
    }

    /// The branch off a line to either side or to both.
    char branch(boolean toTheLeft, boolean toTheRight, boolean busyBefore, boolean busyAfter) {
        int which = busyBefore ? (busyAfter ? 3 : 2) : busyAfter ? 1 : 0;
        return (toTheLeft && toTheRight ? both : toTheRight ? right : left).charAt(which);
    }
}
