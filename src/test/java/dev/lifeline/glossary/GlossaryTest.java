package dev.lifeline.glossary;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.Labelled;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.scenario.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GlossaryTest {

    private static final Pattern END_OF_SENTENCE = Pattern.compile("[.?!](?= |$)");

    /// An RFC with or without a section, a manual page, a header of the kernel, a sysctl; or that the tool made the word.
    private static final Pattern SOURCE = Pattern.compile("RFC \\d+( section \\d+(\\.\\d+)*)?|[a-z0-9_.-]+\\([1-8]\\)|(linux|net)/[a-z_]+\\.h"
            + "|sysctl net\\.[a-z0-9_.]+|this tool's own word");

    static List<Term> terms() {
        List<Term> terms = new ArrayList<>();
        Glossary.topics().forEach(topic -> terms.addAll(topic.terms()));
        return terms;
    }

    @Test
    void everyTopicHasItsTitleAndItsTerms() {
        for (TermTopic topic : Glossary.topics()) {
            assertTrue(topic.title() != null && topic.terms().size() > 5, topic.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("terms")
    void aTermIsShortSourcedAndConnected(Term term) {
        Matcher ends = END_OF_SENTENCE.matcher(term.text());
        int sentences = (int) ends.results().count();
        assertAll(() -> assertTrue(sentences >= 2 && sentences <= 6, sentences + " sentences"),
                () -> assertTrue(term.text().endsWith(".") || term.text().endsWith(".\""), term.text()),
                () -> assertTrue(term.text().chars().allMatch(c -> c >= ' ' && c < 0x7F), term.text()),
                () -> assertTrue(!term.sources().isEmpty(), "no source"),
                () -> term.sources().forEach(source -> assertTrue(SOURCE.matcher(source).matches(), source)),
                () -> term.scenarios().forEach(id -> assertNotNull(Catalogue.topicOf(id), id)),
                () -> term.see().forEach(other -> assertTrue(Glossary.find(other) != null && Glossary.find(other) != term, other)));
    }

    /// In ASCII a picture keeps its columns.
    @ParameterizedTest
    @MethodSource("terms")
    void aPictureFits(Term term) {
        assertTrue(term.picture().size() <= 6, term.picture().toString());
        for (String line : term.picture()) {
            String ascii = PictureSigns.ascii(line);
            assertAll(() -> assertTrue(line.length() <= Term.PICTURE_WIDTH, line), () -> assertEquals(line.length(), ascii.length(), ascii),
                    () -> assertTrue(ascii.chars().allMatch(c -> c >= ' ' && c < 0x7F), ascii));
        }
    }

    static Stream<Labelled> constants() {
        return Stream.of(SocketState.values(), ErrorCode.values(), Evidence.values(), CloseKind.values())
                .flatMap(Stream::of);
    }

    /// A new constant is a new word on screens.
    @ParameterizedTest
    @MethodSource("constants")
    void everyConstantThatScreensNameHasItsTerm(Labelled constant) {
        assertNotNull(Glossary.find(constant.label()), constant + " has no term: add one to resources/dev/lifeline/glossary");
    }

    /// `trace help connect` is about the command, so the stage of that name has another.
    @ParameterizedTest
    @MethodSource("dev.lifeline.model.Stage#values")
    void everyStageHasItsTerm(Stage stage) {
        String label = stage == Stage.CONNECT ? "connect stage" : stage.label();
        assertNotNull(Glossary.find(label), label + " has no term: add one to resources/dev/lifeline/glossary/stages.txt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept-queue", "accept queue", "ACCEPT_QUEUE", "Accept Queue", "acceptqueue", "queued"})
    void aTermIsFoundHoweverItIsSpelled(String word) {
        assertSame(Glossary.find("accept queue"), Glossary.find(word));
        assertEquals("accept-queue", Glossary.find(word).word());
    }

    @ParameterizedTest
    @CsvSource({"FIN-WAIT-1, FIN_WAIT1", "econnreset, ECONNRESET", "time_wait, TIME_WAIT", "EAI_NONAME, ENOTFOUND", "keepalive, keep-alive-probe",
        "broken pipe, EPIPE", "nodelay, Nagle"})
    void otherNamesFindIt(String spelling, String word) {
        assertEquals(word, Glossary.find(spelling).word());
    }

    @ParameterizedTest
    @CsvSource({"acept-queue, accept-queue", "ECONRESET, ECONNRESET", "timewait2, TIME_WAIT", "happy eyebals, happy-eyeballs"})
    void aMistypedOneIsGuessed(String typed, String word) {
        assertNull(Glossary.find(typed));
        assertEquals(word, Glossary.nearest(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"quinoa-harvest", "mark", "psh", ""})
    void nothingIsGuessedWhereNothingIsNear(String word) {
        assertNull(Glossary.find(word));
        assertNull(Glossary.nearest(word));
    }

    @Test
    void aTermIsReadLineByLine() {
        TermTopic topic = new TermReader("x.txt", """
                # a comment
                topic: Some words

                [one, first]
                also: eins, 1st
                text: It is
                  one. And no more.
                | a ──▶ b
                scenario: half-close
                source: tcp(7), RFC 9293
                see: two

                [two]
                text: Another.
                """).topic();

        assertEquals(new TermTopic("Some words", List.of(
                new Term(List.of("one", "first"), List.of("eins", "1st"), "It is one. And no more.", List.of("a ──▶ b"), List.of("half-close"),
                        List.of("tcp(7)", "RFC 9293"), List.of("two")),
                new Term(List.of("two"), List.of(), "Another.", List.of(), List.of(), List.of(), List.of()))), topic);
    }

    @ParameterizedTest
    @CsvSource({"'[one]\ntxt: a', x.txt:2", "'topic: a\ntext: b', x.txt:2", "'topic: a\n[one]\nno key', x.txt:3"})
    void aLineThatIsNoneIsNamed(String content, String place) {
        String message = assertThrows(IllegalArgumentException.class, () -> new TermReader("x.txt", content).topic()).getMessage();
        assertTrue(message.startsWith(place), message);
    }
}
