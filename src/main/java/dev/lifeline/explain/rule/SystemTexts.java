package dev.lifeline.explain.rule;

import dev.lifeline.errors.ErrorText;
import dev.lifeline.explain.Confidence;
import dev.lifeline.model.ErrorCode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Makes code parts of the texts that systems give for an error, in all languages: they are kept once, in the package `errors`.
final class SystemTexts {

    /// Texts of a system that everyday sentences have as well.
    private static final List<String> EVERYDAY = List.of("Try again", "Out of memory", "Memory allocation failure",
            "Non-recoverable error", "IPv6 not available", "Unsupported address type");
    private static final String SIGNS = "(){}|\\";

    private SystemTexts() {
    }

    /// A rule for each code, with all texts that stand for it.
    static List<Phrase> phrases() {
        Map<ErrorCode, List<String>> texts = new EnumMap<>(ErrorCode.class);
        ErrorText.all().forEach((text, code) -> {
            if (!EVERYDAY.contains(text) && findable(text)) {
                texts.computeIfAbsent(code, _ -> new ArrayList<>()).add(text);
            }
        });
        List<Phrase> phrases = new ArrayList<>(texts.size());
        texts.forEach((code, said) -> {
            said.sort(null);
            List<PhrasePattern> says = said.stream().map(text -> new PhrasePattern(literal(text))).toList();
            phrases.add(new Phrase("errors", 0, null, List.of(), code.name(), null, says, List.of(), List.of(), null, false, null, null,
                    Confidence.HIGH, said));
        });
        return phrases;
    }

    /// Tells whether it has a word by which it can be looked up; some of Chinese and Japanese have none.
    private static boolean findable(String text) {
        for (String word : text.split(" ", -1)) {
            if (word.length() >= AnchorChoice.SHORTEST) {
                return true;
            }
        }
        return false;
    }

    /// The pattern that finds just this text.
    private static String literal(String text) {
        StringBuilder pattern = new StringBuilder(text.length() + 8);
        for (int i = 0; i < text.length(); i++) {
            if (SIGNS.indexOf(text.charAt(i)) >= 0) {
                pattern.append('\\');
            }
            pattern.append(text.charAt(i));
        }
        return pattern.toString();
    }
}
