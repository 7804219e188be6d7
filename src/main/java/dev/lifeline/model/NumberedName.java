package dev.lifeline.model;

/// A name with a number behind a hyphen, as `storm-7`.
public final class NumberedName {

    private static final int MOST_DIGITS = 6;

    private NumberedName() {
    }

    /// Finds the number behind a name.
    ///
    /// @param name the part before the hyphen
    /// @return from 1; 0 where the text is not that name with a number, or the number begins with a 0
    public static int number(String name, String text) {
        int from = name.length() + 1;
        int digits = text.length() - from;
        if (digits < 1 || digits > MOST_DIGITS || text.charAt(from - 1) != '-' || text.charAt(from) == '0' || !text.startsWith(name)) {
            return 0;
        }
        int number = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                return 0;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }
}
