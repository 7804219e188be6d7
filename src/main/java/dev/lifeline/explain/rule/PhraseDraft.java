package dev.lifeline.explain.rule;

import dev.lifeline.explain.Confidence;
import dev.lifeline.explain.ErrorStage;
import java.util.ArrayList;
import java.util.List;

/// Collects the fields of a section until it ends.
final class PhraseDraft {

    /// Where the section begins in its file.
    final int from;
    /// The number of that line.
    final int line;
    final List<ErrorStage> stages = new ArrayList<>(2);
    final List<PhrasePattern> says = new ArrayList<>();
    final List<String> with = new ArrayList<>(1);
    final List<String> unless = new ArrayList<>(1);
    final List<String> examples = new ArrayList<>();
    String code;
    String runtime;
    String operation;
    String because;
    String apart;
    String exactly;
    Confidence confidence;
    boolean wrapper;

    PhraseDraft(int from, int line) {
        this.from = from;
        this.line = line;
    }

    Phrase phrase(String family) {
        Confidence sure = confidence != null ? confidence : stages.size() > 1 ? Confidence.MEDIUM : Confidence.HIGH;
        return new Phrase(family, line, runtime, stages, code, operation, says, with, unless, exactly, wrapper,
                because, apart, sure, examples);
    }
}
