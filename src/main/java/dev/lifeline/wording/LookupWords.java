package dev.lifeline.wording;

import dev.lifeline.model.Target;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.text.Printable;

/// News of a look-up besides its addresses in words: another name of the host, and another order.
public final class LookupWords {


    private LookupWords() {
    }

    /// Writes the news, safe to print: `canonical db1.example, plain Java would try 192.0.2.7 first`; empty where there is no news.
    ///
    /// @param target what the person asked for, as the header has it: the name in it need not be told again
    public static String of(Outcome.Answers answers, Target target) {
        String canonical = answers.canonical() == null || names(target, answers.canonical()) ? ""
                : "canonical " + Printable.ascii(answers.canonical());
        String order = answers.javaOrder().isEmpty() || answers.addresses().isEmpty()
                || answers.javaOrder().getFirst().equals(answers.addresses().getFirst()) ? ""
                : "plain Java would try " + Printable.ascii(answers.javaOrder().getFirst()) + " first";
        return canonical.isEmpty() || order.isEmpty() ? canonical + order : canonical + ", " + order;
    }

    /// Writes the same behind other words: `; canonical db1.example`.
    static String behind(Outcome.Answers answers, Target target) {
        String words = of(answers, target);
        return words.isEmpty() ? "" : "; " + words;
    }

    /// Says if the host of a target is that name; a dot at the end only says that a name is whole (RFC 1034 section 3.1).
    private static boolean names(Target target, String canonical) {
        return whole(target.host()).equalsIgnoreCase(whole(canonical));
    }

    private static String whole(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
