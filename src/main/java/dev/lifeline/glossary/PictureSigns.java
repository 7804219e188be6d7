package dev.lifeline.glossary;

/// The signs of pictures, and what stands for each where a terminal shows ASCII only: always one column for one.
public final class PictureSigns {

    private static final String UNICODE = "─│┌┐└┘├┤┬┴┼▶◀■□█░▒┄×";
    private static final String ASCII = "-|+++++++++><#.#.:-x";

    private PictureSigns() {
    }

    /// The line in ASCII.
    public static String ascii(String line) {
        StringBuilder out = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            int at = UNICODE.indexOf(line.charAt(i));
            out.append(at < 0 ? line.charAt(i) : ASCII.charAt(at));
        }
        return out.toString();
    }
}
