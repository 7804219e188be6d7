package dev.lifeline.diagnosis.texts;

import dev.lifeline.text.Printable;
import dev.lifeline.text.ShellWord;
import java.util.List;

/// Puts values in the place of `{name}`, once for people and once for a shell.
public final class Template {

    private Template() {
    }

    /// A sentence; of what is not known it says so.
    public static String prose(String text, Circumstances about) {
        return text.indexOf('{') < 0 ? text : fill(text, about, true);
    }

    /// The first command whose values are all known and safe to paste; `null` where there is none.
    public static String command(List<String> commands, Circumstances about) {
        for (String command : commands) {
            String filled = fill(command, about, false);
            if (filled != null) {
                return filled;
            }
        }
        return null;
    }

    private static String fill(String text, Circumstances about, boolean prose) {
        StringBuilder out = new StringBuilder(text.length() + 32);
        int from = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            int close = text.indexOf('}', open);
            Placeholder placeholder = Placeholder.of(text.substring(open + 1, close));
            String value = about.value(placeholder);
            if (prose && value == null) {
                value = about.phrase("not-known");
            }
            value = !prose ? ShellWord.ofName(value) : placeholder.composed() ? value : Printable.prose(value);
            if (value == null) {
                return null;
            }
            out.append(text, from, open).append(value);
            from = close + 1;
        }
        return out.append(text, from, text.length()).toString();
    }
}
