package dev.lifeline.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.diagnosis.texts.Circumstances;
import dev.lifeline.diagnosis.texts.Placeholder;
import dev.lifeline.diagnosis.texts.Section;
import dev.lifeline.diagnosis.texts.TextFile;
import dev.lifeline.model.Trace;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Each section about what got done is told of some of [CommonLives].
class ProgressTextsTest {

    @Test
    void everySectionIsToldOfSomeLife() {
        Set<Section> open = new HashSet<>();
        TextFile.PROGRESS.sections().values().forEach(open::addAll);
        for (Trace trace : CommonLives.all()) {
            Circumstances about = Progress.last(Facts.of(trace)).about();
            for (String what : TextFile.PROGRESS.sections().keySet()) {
                open.remove(TextFile.PROGRESS.about(what, about));
                open.remove(TextFile.PROGRESS.about(what, about.with(Placeholder.COUNT, "2")));
            }
        }
        assertEquals(Set.of(), open);
    }
}
