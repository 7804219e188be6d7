package dev.lifeline.step;

import dev.lifeline.text.Escapes;
import dev.lifeline.text.Quoted;

/// Reads what stands behind `send`, `shutdown`, `close` and `reset`.
final class HandParser {

    private static final String ON = "on ";

    private HandParser() {
    }

    static Command read(CommandWord word, String rest) throws CommandException {
        String text = "";
        String behind = rest;
        if (word == CommandWord.SEND) {
            int end = rest.isEmpty() ? 0 : end(rest);
            boolean quoted = end > 0 && isQuote(rest.charAt(0));
            text = rest.substring(quoted ? 1 : 0, quoted ? end - 1 : end);
            behind = rest.substring(end).strip();
            check(word, text);
        }
        if (!behind.isEmpty() && !behind.startsWith(ON) || behind.strip().equals(ON.strip())) {
            throw wrong(word);
        }
        return new Command.Hand(word, text, behind.isEmpty() ? "" : behind.substring(ON.length()).strip());
    }

    private static void check(CommandWord word, String text) throws CommandException {
        if (text.isEmpty()) {
            throw wrong(word);
        }
        if (Escapes.unknown(text) >= 0) {
            throw new CommandException("in " + Quoted.typed(text) + " the escape at character " + (Escapes.unknown(text) + 1)
                    + " is not known; there are \\n \\r \\t \\\\ \\\" \\xHH");
        }
    }

    /// The end of the text: behind its second quote, or before the first blank.
    private static int end(String rest) throws CommandException {
        if (!isQuote(rest.charAt(0))) {
            int end = 0;
            while (end < rest.length() && !Character.isWhitespace(rest.charAt(end))) {
                end++;
            }
            return end;
        }
        for (int i = 1; i < rest.length(); i++) {
            if (rest.charAt(i) == '\\') {
                i++;
            } else if (rest.charAt(i) == rest.charAt(0)) {
                return i + 1;
            }
        }
        throw new CommandException("the quote is not closed: " + wrong(CommandWord.SEND).getMessage());
    }

    private static boolean isQuote(char sign) {
        return sign == '\'' || sign == '"';
    }

    private static CommandException wrong(CommandWord word) {
        return new CommandException("write " + word.word() + " " + word.usage());
    }
}
