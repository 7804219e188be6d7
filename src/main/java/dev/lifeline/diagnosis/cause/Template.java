package dev.lifeline.diagnosis.cause;

import dev.lifeline.text.Printable;
import dev.lifeline.text.ShellWord;
import java.util.List;

/// Puts values in the place of `{name}`, once for people and once for a shell.
public final class Template {

    /// Where the values come from.
    public interface Values {
        /// The value of a placeholder, or `null` where it is not known.
        ///
        /// @throws IllegalArgumentException where there is no such placeholder
        String value(String name);
    }

    private Template() {
    }

    /// A sentence; what is not known is said so.
    public static String prose(String text, Values values) {
        return fill(text, name -> {
            String value = values.value(name);
            return value == null ? "(not known)" : Printable.prose(value);
        });
    }

    /// The first command whose values are all known and safe to paste; `null` where there is none.
    public static String command(List<String> commands, Values values) {
        for (String command : commands) {
            String filled = fill(command, name -> ShellWord.ofName(values.value(name)));
            if (filled != null) {
                return filled;
            }
        }
        return null;
    }

    private static String fill(String text, Values values) {
        int open = text.indexOf('{');
        if (open < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 32);
        int from = 0;
        for (; open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            String value = values.value(text.substring(open + 1, close));
            if (value == null) {
                return null;
            }
            out.append(text, from, open).append(value);
            from = close + 1;
        }
        return out.append(text, from, text.length()).toString();
    }
}
