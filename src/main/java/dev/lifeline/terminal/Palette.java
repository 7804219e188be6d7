package dev.lifeline.terminal;

/// Palettes of sixteen colours that many terminals have; the first eight of each, in the order of ECMA-48: black, red, green, yellow, blue,
/// magenta, cyan, white. Sources: XTerm-col.ad, drivers/tty/vt/vt.c (color_table), ethanschoonover.com/solarized.
public enum Palette {
    XTERM("xterm", Backdrop.BLACK, Backdrop.WHITE, 0x000000, 0xcd0000, 0x00cd00, 0xcdcd00, 0x0000ee, 0xcd00cd, 0x00cdcd, 0xe5e5e5),
    CONSOLE("console", Backdrop.BLACK, Backdrop.WHITE, 0x000000, 0xaa0000, 0x00aa00, 0xaa5500, 0x0000aa, 0xaa00aa, 0x00aaaa, 0xaaaaaa),
    SOLARIZED("Solarized", Backdrop.BASE03, Backdrop.BASE3, 0x073642, 0xdc322f, 0x859900, 0xb58900, 0x268bd2, 0xd33682, 0x2aa198,
            0xeee8d5);

    private final String word;
    private final Backdrop dark;
    private final Backdrop light;
    private final int[] colors;

    Palette(String word, Backdrop dark, Backdrop light, int... colors) {
        this.word = word;
        this.dark = dark;
        this.light = light;
        this.colors = colors;
    }

    /// Its name.
    public String word() {
        return word;
    }

    /// The contrast of one of its colours on its own background for a theme.
    ///
    /// @param number 0 to 7
    public double ratio(int number, Theme theme) {
        return Contrast.ratio(colors[number], (theme == Theme.LIGHT ? light : dark).color());
    }
}
