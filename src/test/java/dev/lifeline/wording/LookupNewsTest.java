package dev.lifeline.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.analysis.TraceBuilder;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Target;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.LookupSource;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.View;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.ladder.Ladder;
import dev.lifeline.view.plain.Plain;
import dev.lifeline.view.waterfall.Waterfall;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookupNewsTest {

    private static final List<String> BOTH = List.of("::1", "127.0.0.1");

    @ParameterizedTest
    @CsvSource({"multi.test:7007,multi.test", "Multi.TEST:7007,multi.test", "multi.test.:80,multi.test",
            "multi.test:80,multi.test.", "https://multi.test/a,multi.test", "multi.test,multi.test"})
    void theNameThatWasAskedForIsNoNews(String target, String canonical) {
        assertEquals("", OutcomeWords.news(answers(BOTH, canonical), Target.of(target)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"www.test:80", "multi.test.example:80", "multi.test2:80", "db:80", "80"})
    void anotherNameIsTold(String target) {
        assertEquals("canonical multi.test", OutcomeWords.news(answers(BOTH, "multi.test"), Target.of(target)));
    }

    @Test
    void anOrderWithAnotherFirstAddressIsTold() {
        assertEquals("plain Java would try 127.0.0.1 first", OutcomeWords.news(answers(BOTH.reversed(), null), new Target("a", 1)));
        assertEquals("", OutcomeWords.news(answers(List.of(), null), new Target("a", 1)));
    }

    @Test
    void everyViewShowsBoth() {
        Trace trace = new TraceBuilder("www.test:80", Mode.CLIENT)
                .done(Lane.CLIENT, Stage.LOOKUP, 1, 20, answers(BOTH.reversed(), "multi.test")).trace();
        Verdict verdict = new Verdict(Verdict.Result.COMPLETED, null, null, null, null, null, null, "", "All.",
                "Nothing.", null);
        for (View view : List.of(new Waterfall(), new Ladder(), new Plain())) {
            String text = view.draw(TraceIndex.of(trace), verdict, new Canvas(200, Glyphs.ASCII)).text()
                    .replaceAll("\\s+", " ");
            assertTrue(text.contains("canonical multi.test, plain Java would try"), text);
        }
    }

    private static Outcome.Answers answers(List<String> javaOrder, String canonical) {
        return new Outcome.Answers(LookupSource.DNS, BOTH, javaOrder, canonical);
    }
}
