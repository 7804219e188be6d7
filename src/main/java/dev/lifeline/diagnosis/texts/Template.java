package dev.lifeline.diagnosis.texts;

import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.text.Printable;
import dev.lifeline.text.ShellWord;
import java.util.List;

/// Puts values in the place of `{name}`, once for people and once for a shell.
public final class Template {

    private static final String CONNECT = "trace connect ";
    private static final String SEND = " --send ";
    private static final String ROUTE = "ip route get {address}";
    private static final String LISTENERS = "ss -ltn 'sport = :{port}'";

    private Template() {
    }

    /// A sentence; of what is not known it says so.
    public static String prose(String text, Circumstances about) {
        return text.indexOf('{') < 0 ? text : fill(text, about, true);
    }

    /// The first command whose values are all known and safe to paste, and that looks at more than was looked at here; `null` where
    /// there is none.
    public static String command(List<String> commands, Circumstances about) {
        for (String command : commands) {
            String filled = fill(command, about, false);
            if (filled != null && !repeats(command, about)) {
                return filled + sent(filled, about) + (command.contains("{url}") ? about.web().options(command.startsWith(CONNECT)) : "");
            }
        }
        return null;
    }

    /// Tells whether a command would only show again what was looked at: the kernel's route to the target, the listeners of its port.
    private static boolean repeats(String command, Circumstances about) {
        return about.figures() != null && (command.equals(ROUTE) && about.figures().witness().route() != null
                || command.equals(LISTENERS) && about.figures().listenersSeen());
    }

    /// The option that has another run say what this one said; empty where it is no such run, says something of its own, or what was
    /// said is not known in whole or not safe to paste.
    private static String sent(String command, Circumstances about) {
        if (!command.startsWith(CONNECT) || command.contains(SEND)
                || !(about.side().outcome(Stage.WRITE) instanceof Outcome.Moved moved)) {
            return "";
        }
        Bytes bytes = moved.bytes();
        boolean whole = bytes.count() > 0 && !bytes.truncated() && bytes.count() == about.side().written();
        return whole && !bytes.preview().isEmpty() && bytes.preview().indexOf('\'') < 0 ? SEND + "'" + Printable.ascii(bytes.preview()) + "'" : "";
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
            value = !prose ? placeholder == Placeholder.URL ? ShellWord.ofUrl(value) : ShellWord.ofName(value) : placeholder.composed() ? value : Printable.prose(value);
            if (value == null) {
                return null;
            }
            out.append(text, from, open).append(value);
            from = close + 1;
        }
        return out.append(text, from, text.length()).toString();
    }
}
