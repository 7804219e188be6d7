package dev.lifeline.text;

/// The signs that a terminal can show: the full set, or ASCII only.
public enum Glyphs {
    UNICODE("▏▎▍▌▋▊▉█", "░", "┄", "▒", "→", "│", "─", "▶", "◀", "…", "µ", "·", "×", "■", "□"),
    ASCII("#", ".", "-", ":", "->", "|", "-", ">", "<", "...", "u", ".", "x", "#", ".");

    private final String eighths;
    private final String inferred;
    private final String unknown;
    private final String held;
    private final String arrow;
    private final String vertical;
    private final String horizontal;
    private final String headRight;
    private final String headLeft;
    private final String ellipsis;
    private final String micro;
    private final String dot;
    private final String times;
    private final String full;
    private final String empty;

    Glyphs(String eighths, String inferred, String unknown, String held, String arrow, String vertical, String horizontal,
           String headRight, String headLeft, String ellipsis, String micro, String dot, String times,
           String full, String empty) {
        this.eighths = eighths;
        this.inferred = inferred;
        this.unknown = unknown;
        this.held = held;
        this.arrow = arrow;
        this.vertical = vertical;
        this.horizontal = horizontal;
        this.headRight = headRight;
        this.headLeft = headLeft;
        this.ellipsis = ellipsis;
        this.micro = micro;
        this.dot = dot;
        this.times = times;
        this.full = full;
        this.empty = empty;
    }

    /// Bar pieces from the thinnest to the full block; a set without thin pieces has only the full one.
    public String eighths() {
        return eighths;
    }

    /// Fills a span that was concluded rather than measured.
    public String inferred() {
        return inferred;
    }

    /// Fills a stretch of time of which nobody knows what was in it.
    public String unknown() {
        return unknown;
    }

    /// Fills a span in which a lane was held on purpose.
    public String held() {
        return held;
    }

    /// From one end to the other, inside text.
    public String arrow() {
        return arrow;
    }

    /// A line of life.
    public String vertical() {
        return vertical;
    }

    /// The shaft of an arrow between lines of life.
    public String horizontal() {
        return horizontal;
    }

    /// The head of an arrow to the right.
    public String headRight() {
        return headRight;
    }

    /// The head of an arrow to the left.
    public String headLeft() {
        return headLeft;
    }

    /// Stands for text that was cut.
    public String ellipsis() {
        return ellipsis;
    }

    /// The prefix of a millionth.
    public String micro() {
        return micro;
    }

    /// A moment without length.
    public String dot() {
        return dot;
    }

    /// An end by failure.
    public String times() {
        return times;
    }

    /// A place of a queue or window that is taken.
    public String full() {
        return full;
    }

    /// A place that is free.
    public String empty() {
        return empty;
    }
}
