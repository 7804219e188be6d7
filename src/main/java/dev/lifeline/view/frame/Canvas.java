package dev.lifeline.view.frame;

import dev.lifeline.text.Glyphs;

/// The place where a frame will be shown.
///
/// @param width columns; 60 to 200 are drawn well, other widths are brought into that range
/// @param glyphs the signs that the terminal can show
public record Canvas(int width, Glyphs glyphs) {

    /// Below this no table is readable.
    public static final int MIN_WIDTH = 60;

    /// Beyond this the eye loses the line.
    public static final int MAX_WIDTH = 200;

    public Canvas {
        width = Math.clamp(width, MIN_WIDTH, MAX_WIDTH);
    }
}
