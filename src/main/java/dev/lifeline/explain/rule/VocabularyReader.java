package dev.lifeline.explain.rule;

import dev.lifeline.explain.Confidence;
import dev.lifeline.explain.ErrorStage;
import dev.lifeline.text.Nearest;
import java.util.ArrayList;
import java.util.List;

/// Reads a file of the vocabulary: `FORMAT.md`, beside them, explains the format.
final class VocabularyReader {

    private static final String NONE = "-";
    private static final String EXAMPLE = "example: ";
    private static final List<String> FIELDS = List.of("says", "operation", "runtime", "with", "unless", "exactly", "wrapper",
            "because", "apart", "confidence", "example");

    private final String family;
    private final String text;
    private final boolean strict;
    private final List<Phrase> phrases = new ArrayList<>();
    private String familyRuntime;
    private PhraseDraft draft;
    private int at;
    private int countedTo;
    private int counted = 1;

    private VocabularyReader(String family, String text, boolean strict) {
        this.family = family;
        this.strict = strict;
        this.text = text.endsWith("\n") ? text : text + '\n';
    }

    /// The rules of a file, in its order.
    ///
    /// @param family its name without the ending
    /// @param strict whether the patterns are looked at too, which otherwise waits until their words are found, and the examples kept
    /// @throws IllegalArgumentException where it is not well formed, with file and line
    static List<Phrase> read(String family, String text, boolean strict) {
        return new VocabularyReader(family, text, strict).lines();
    }

    private List<Phrase> lines() {
        int end;
        for (int from = 0; from < text.length(); from = end + 1) {
            end = text.indexOf('\n', from);
            at = from;
            char first = text.charAt(from);
            if (first == '[') {
                close();
                open(from, end);
            } else if (first == ' ' || first == '\t') {
                if (!text.substring(from, end).isBlank()) {
                    throw wrong("an indented line that goes on with nothing");
                }
            } else if (!strict && first == 'e' && text.startsWith(EXAMPLE, from)) {
                // Half of a file, and of use to tests only.
                while (text.startsWith("  ", end + 1)) {
                    end = text.indexOf('\n', end + 1);
                }
            } else if (end > from && first != '#') {
                String line = text.substring(from, end);
                while (text.startsWith("  ", end + 1)) {
                    int more = text.indexOf('\n', end + 1);
                    line = line + ' ' + text.substring(end + 1, more).strip();
                    end = more;
                }
                field(line);
            }
        }
        close();
        return phrases;
    }

    private void open(int from, int end) {
        String head = text.substring(from + 1, end).stripTrailing();
        int blank = head.indexOf(' ');
        if (!head.endsWith("]") || blank < 1 || head.indexOf(' ', blank + 1) > 0) {
            throw wrong("a section begins with [STAGES CODE], with - for none");
        }
        draft = new PhraseDraft(from, line());
        String stages = head.substring(0, blank);
        if (!stages.equals(NONE)) {
            int comma;
            for (int start = 0; start <= stages.length(); start = comma + 1) {
                comma = stages.indexOf(',', start);
                comma = comma < 0 ? stages.length() : comma;
                draft.stages.add(stage(stages.substring(start, comma)));
            }
        }
        String code = head.substring(blank + 1, head.length() - 1);
        draft.code = code.equals(NONE) ? null : code;
        draft.runtime = familyRuntime;
    }

    private ErrorStage stage(String label) {
        for (ErrorStage stage : ErrorStage.values()) {
            if (stage.label().equals(label)) {
                return stage;
            }
        }
        throw wrong("no stage " + label);
    }

    private void field(String line) {
        int colon = line.indexOf(": ");
        if (colon < 0) {
            throw wrong("neither a section nor NAME: VALUE: " + line);
        }
        String name = line.substring(0, colon);
        String value = line.substring(colon + 2).strip();
        if (draft == null) {
            if (!name.equals("runtime")) {
                throw wrong("only runtime: stands before the first section, not " + name);
            }
            familyRuntime = value.equals(NONE) ? null : value;
            return;
        }
        switch (name) {
            case "says" -> draft.says.add(pattern(value));
            case "operation" -> draft.operation = value;
            case "runtime" -> draft.runtime = value.equals(NONE) ? null : value;
            case "with" -> draft.with.add(value);
            case "unless" -> draft.unless.add(value);
            case "exactly" -> draft.exactly = value;
            case "wrapper" -> draft.wrapper = yes(value);
            case "because" -> draft.because = value;
            case "apart" -> draft.apart = value;
            case "confidence" -> draft.confidence = confidence(value);
            case "example" -> draft.examples.add(value);
            default -> throw unknown(name);
        }
    }

    private IllegalArgumentException unknown(String field) {
        String near = Nearest.of(field, FIELDS);
        return wrong("no field " + field + (near == null ? "; there are " + FIELDS : "; " + near + " is one"));
    }

    private PhrasePattern pattern(String value) {
        PhrasePattern pattern = new PhrasePattern(value);
        try {
            if (strict) {
                pattern.first();
            }
            pattern.anchors();
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage() + ": " + value);
        }
        return pattern;
    }

    private boolean yes(String value) {
        if (!value.equals("yes")) {
            throw wrong("wrapper: yes, or nothing");
        }
        return true;
    }

    private Confidence confidence(String label) {
        for (Confidence confidence : Confidence.values()) {
            if (confidence.label().equals(label)) {
                return confidence;
            }
        }
        throw wrong("no confidence " + label);
    }

    private void close() {
        if (draft == null) {
            return;
        }
        int here = at;
        at = draft.from;
        if (draft.says.isEmpty()) {
            throw wrong("a section without says:");
        }
        if (strict && draft.examples.isEmpty()) {
            throw wrong("a section without example:");
        }
        if (draft.stages.size() > 1 == (draft.apart == null)) {
            throw wrong(draft.apart == null ? "several stages, and no apart: that says what tells them apart" : "apart: with one stage");
        }
        phrases.add(draft.phrase(family));
        at = here;
    }

    private IllegalArgumentException wrong(String what) {
        return new IllegalArgumentException(family + ".txt:" + line() + ": " + what);
    }

    /// The line that is being read, counted on from where it was asked for last.
    private int line() {
        if (at < countedTo) {
            countedTo = 0;
            counted = 1;
        }
        for (int end = text.indexOf('\n', countedTo); end >= 0 && end < at; end = text.indexOf('\n', end + 1)) {
            counted++;
            countedTo = end + 1;
        }
        return counted;
    }
}
