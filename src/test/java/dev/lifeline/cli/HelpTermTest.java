package dev.lifeline.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.glossary.Glossary;
import dev.lifeline.glossary.Term;
import dev.lifeline.model.counter.KernelCounter;
import dev.lifeline.terminal.TerminalFacts;
import dev.lifeline.text.Glyphs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTermTest {

    private static String help(int columns, Glyphs glyphs, String... words) {
        List<String> args = new ArrayList<>(List.of("help"));
        args.addAll(List.of(words));
        Shell.Ran ran = new Shell().with(new TerminalFacts(columns, false, false, glyphs)).run(args.toArray(new String[0]));
        assertAll(() -> assertEquals(0, ran.code()), () -> assertEquals("", ran.err()));
        return ran.out();
    }

    private static List<Term> terms() {
        List<Term> terms = new ArrayList<>();
        Glossary.topics().forEach(topic -> terms.addAll(topic.terms()));
        return terms;
    }

    private static void assertFits(String text, int columns) {
        text.lines().forEach(line -> assertTrue(line.length() <= columns, columns + ": " + line));
    }

    /// With the prompt below it a screen has room for 23 lines.
    @ParameterizedTest
    @CsvSource({"UNICODE", "ASCII"})
    void everyTermFitsAScreen(Glyphs glyphs) {
        for (Term term : terms()) {
            String screen = help(80, glyphs, term.word());
            assertTrue(screen.lines().count() <= 23, screen);
            assertFits(screen, 80);
            assertTrue(glyphs == Glyphs.UNICODE || screen.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 0x7F), screen);
            assertEquals(term.picture().isEmpty() ? 2 : 3, screen.split("\n\n").length - 1, screen);
        }
    }

    /// Whatever a scenario can expect of the kernel's counters has its screen, by each name that people know it by.
    @Test
    void everyCounterIsExplained() {
        for (KernelCounter counter : KernelCounter.values()) {
            for (int columns : new int[] {60, 200}) {
                assertFits(help(columns, Glyphs.ASCII, counter.label()), columns);
            }
            assertTrue(help(200, Glyphs.ASCII, "counters").contains(counter.label()), counter.label());
        }
        assertEquals("""
                TCPAbortOnClose

                A counter of Linux, of the whole machine or network namespace. It rises by one each
                time that a socket was closed with unread bytes, and sent a reset.

                read it   nstat -az TcpExtTCPAbortOnClose
                expect it {see: counter, name: TCPAbortOnClose, rose: '>= 1'}
                source    net/ipv4: __tcp_close
                """, help(84, Glyphs.ASCII, "tcpextTCPAbortOnClose"));
        assertTrue(help(80, Glyphs.ASCII, "ActiveOpens").contains("nstat -az TcpActiveOpens"));
        assertTrue(help(80, Glyphs.ASCII, "RetransSegs").contains("nstat -az TcpRetransSegs"));
        assertFits(help(60, Glyphs.ASCII, "counters"), 60);
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 200})
    void everyTermKeepsToTheWidth(int columns) {
        for (Term term : terms()) {
            assertFits(help(columns, Glyphs.UNICODE, term.word()), columns);
        }
        assertFits(help(columns, Glyphs.UNICODE, "terms"), columns);
    }

    @Test
    void aTermSaysWhereToSeeItAndWhereToReadOn() {
        String screen = help(80, Glyphs.UNICODE, "accept", "queue");
        assertAll(() -> assertTrue(screen.startsWith("accept queue\n\nConnections that "), screen),
                () -> assertTrue(screen.contains("■■□□"), screen), () -> assertTrue(screen.contains("see it    trace run connected-not-accepted\n"), screen),
                () -> assertTrue(screen.contains("\nsource    listen(2), ss(8)\n"), screen),
                () -> assertTrue(screen.endsWith("\nsee also  backlog, inode-0, SYN-queue, ListenOverflows\n"), screen));
    }

    @ParameterizedTest
    @CsvSource({"accept-queue --ascii", "--ascii accept queue", "accept --ascii queue"})
    void anOptionMayStandAnywhere(String words) {
        assertEquals(help(80, Glyphs.ASCII, "accept-queue"), help(80, Glyphs.UNICODE, words.split(" ")));
    }

    @Test
    void forAReaderAloudThereIsNoPictureAndNoColumn() {
        for (Term term : terms()) {
            String aloud = help(80, Glyphs.UNICODE, term.word(), "--accessible");
            assertTrue(aloud.chars().allMatch(c -> c == '\n' || c >= ' ' && c < 0x7F), aloud);
            assertFalse(aloud.contains("  "), aloud);
            assertTrue(aloud.contains("Source: " + term.sources().getFirst().split(" ")[0]), aloud);
        }
    }

    @Test
    void colourIsAnAdditionOnly() {
        String plain = help(80, Glyphs.UNICODE, "RST");
        String coloured = help(80, Glyphs.UNICODE, "RST", "--color=always");
        assertTrue(coloured.contains("\u001b["), coloured);
        assertEquals(plain, coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
        assertEquals(plain, new Shell().with("NO_COLOR", "1").with(new TerminalFacts(80, true, true, Glyphs.UNICODE)).run("help", "RST").out());
    }

    @Test
    void allTermsAreListedByTopic() {
        String list = help(80, Glyphs.UNICODE, "terms").replaceAll("\\s+", " ");
        for (Term term : terms()) {
            assertTrue(list.contains(" " + term.word() + ",") || list.contains(" " + term.word() + " "), term.word());
        }
        Glossary.topics().forEach(topic -> assertTrue(list.contains(topic.title()), topic.title()));
    }

    /// A command is looked up first; the stage of its name has a name of its own.
    @Test
    void aCommandIsACommand() {
        assertEquals(help(80, Glyphs.UNICODE, "connect"), new Shell().with(new TerminalFacts(80, false, false, Glyphs.UNICODE)).run("connect", "--help").out());
        assertTrue(help(80, Glyphs.UNICODE, "connect-stage").startsWith("connect stage\n"));
    }
}
