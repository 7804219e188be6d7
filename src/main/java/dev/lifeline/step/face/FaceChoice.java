package dev.lifeline.step.face;

import dev.lifeline.view.frame.Canvas;

/// The face that a terminal can show of what a person wishes, decided anew at each stop: terminals change their size.
///
/// @param face the face that is shown
/// @param why it is another one than was wished for; `null` where it is not
public record FaceChoice(Face face, String why) {

    /// The least size for the full face: the screens that terminals have had since the VT100.
    public static final int FULL_COLUMNS = 80;

    /// The rows of it.
    public static final int FULL_ROWS = 24;

    private static final int BIG_ROWS = 16;

    /// Chooses.
    ///
    /// @param wish `null` where nobody wishes for one
    /// @param screen whether a terminal is there that can be painted on
    /// @param columns of the terminal; 0 where that is not known, as of a pseudo-terminal that nobody gave a size
    /// @param rows of it; 0 where that is not known
    public static FaceChoice of(Face wish, boolean screen, int columns, int rows) {
        int wide = columns > 0 ? columns : FULL_COLUMNS;
        int high = rows > 0 ? rows : FULL_ROWS;
        boolean narrow = screen && wide < Canvas.MIN_WIDTH;
        Face other = narrow ? Face.PLAIN : Face.LINE;
        if (wish == null) {
            return new FaceChoice(other, null);
        } else if (wish == Face.FULL && !screen) {
            return new FaceChoice(other, "the full face needs a terminal that can be painted on: cards append instead");
        } else if (wish == Face.FULL && (wide < FULL_COLUMNS || high < FULL_ROWS)) {
            return new FaceChoice(other, "the full face needs " + FULL_COLUMNS + " x " + FULL_ROWS + ", and this terminal has " + wide + " x " + high
                    + ": " + (narrow ? "sentences" : "cards") + " append until it is larger");
        }
        if (wish == Face.BIG && screen && (narrow || high < BIG_ROWS)) {
            return new FaceChoice(other, "the big face needs " + Canvas.MIN_WIDTH + " x " + BIG_ROWS + ", and this terminal has " + wide + " x " + high
                    + ": " + (narrow ? "sentences" : "cards") + " append until it is larger");
        }
        return new FaceChoice(wish, null);
    }
}
