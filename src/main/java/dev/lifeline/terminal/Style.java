package dev.lifeline.terminal;

/// Looks of a piece of text: a colour, where there is one, and what is no colour.
///
/// @param many the colour where a terminal has 256, one of xterm's 16 to 255, or [#NONE]
/// @param sixteen the colour where it has 16, one of the eight of ECMA-48, or [#NONE]
/// @param bold bold
/// @param italic italic (ECMA-48: some terminals show it in reverse, or not at all)
/// @param underlined underlined
public record Style(int many, int sixteen, boolean bold, boolean italic, boolean underlined) {

    /// No colour: the person's own.
    public static final int NONE = -1;

    static final Style PLAIN = new Style(NONE, NONE, false, false, false);

    static Style of(int many, int sixteen) {
        return new Style(many, sixteen, false, false, false);
    }

    Style inBold() {
        return new Style(many, sixteen, true, italic, underlined);
    }

    Style inItalic() {
        return new Style(many, sixteen, bold, true, underlined);
    }

    Style withLine() {
        return new Style(many, sixteen, bold, italic, true);
    }

    /// The colour for a terminal with 256 of them, or with 16.
    int color(boolean all) {
        return all ? many : sixteen;
    }
}
