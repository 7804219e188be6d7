package dev.lifeline.text;

/// Quotes text from outside in a message: safe to print, and cut where it is long.
public final class Quoted {

    private static final int LONGEST = 60;
    private static final String CUT = "...";

    private Quoted() {
    }

    /// Quotes what a person typed: `'conect'`.
    public static String typed(String outside) {
        return typed(outside, LONGEST);
    }

    /// Quotes what a person typed: `'conect'`.
    ///
    /// @param most columns between the quotes
    public static String typed(String outside, int most) {
        String safe = Printable.ascii(outside);
        return "'" + (safe.length() <= most ? safe : safe.substring(0, most - CUT.length()) + CUT) + "'";
    }

    /// Quotes what stands in a file or a setting: `"conect"`.
    public static String content(String outside) {
        return content(outside, LONGEST);
    }

    /// Quotes what stands in a file or a setting: `"conect"`.
    ///
    /// @param most characters of it that are shown
    public static String content(String outside, int most) {
        return '"' + (outside.length() <= most ? Printable.ascii(outside)
                : Printable.ascii(outside.substring(0, most)) + CUT) + '"';
    }
}
