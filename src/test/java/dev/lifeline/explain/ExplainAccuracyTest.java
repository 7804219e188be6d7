package dev.lifeline.explain;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the whole engine says of texts that real clients and servers wrote, and whose stage is known because `scripts/provoke` induced it.
/// The texts kept aside are looked at by nobody who writes rules: of them only the counts are told. `-Dlifeline.misses=FOLDER` writes the
/// answers that are not right, of the texts that may be seen.
class ExplainAccuracyTest {

    private static final Explainer EXPLAINER = Explainer.builtIn();

    @ParameterizedTest
    @CsvSource({
        // what, whether its texts may be told, and in percent: right at least, the hard negatives right at least, surely wrong at most
        "seen,       true,  95, 95, 3",
        "kept-aside, false, 93, 94, 3",
        "varied,     false, 90, 93, 4"})
    void placesWhatRealProgramsSay(String name, boolean told, int right, int none, int surelyWrong) throws IOException {
        AnswerTally tally = new AnswerTally();
        List<ProvokedText> texts = ProvokedText.read(name);
        String folder = System.getProperty("lifeline.misses");
        try (PrintWriter misses = new PrintWriter(told && folder != null ? Files.newBufferedWriter(Path.of(folder, "misses.txt")) : Writer.nullWriter())) {
            for (ProvokedText text : texts) {
                List<Explanation> answers = EXPLAINER.answer(text.text());
                assertFalse(answers.isEmpty(), text.text());
                tally.add(text, answers.getFirst());
                AnswerTally.Mark mark = AnswerTally.mark(text, answers.getFirst());
                if (mark != AnswerTally.Mark.RIGHT) {
                    misses.println(mark + " " + text.stages() + " · " + text.runtime() + " · " + text.client() + " · " + text.fault());
                    answers.forEach(a -> misses.println("   said " + a.stage() + " " + a.alternatives() + " " + a.confidence() + " " + a.code() + " " + a.operation() + " " + a.runtime() + " "
                            + a.words().stream().map(Words::text).toList()));
                    text.text().lines().limit(30).forEach(line -> misses.println("   |" + line));
                }
            }
        }
        assertTrue(texts.size() > 300, name);
        String report = tally.report(name);
        System.out.println(report);
        assertTrue(100 * tally.right() >= right, report);
        assertTrue(100 * tally.right(ErrorStage.NONE) >= none, report);
        assertTrue(100 * tally.surelyWrong() <= surelyWrong, report);
    }
}
