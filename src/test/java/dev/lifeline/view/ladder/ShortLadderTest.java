package dev.lifeline.view.ladder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.Detail;
import dev.lifeline.view.DrawnLife;
import dev.lifeline.view.KernelFixtures;
import dev.lifeline.view.PlayFixtures;
import dev.lifeline.view.TraceFixtures;
import dev.lifeline.view.ViewContract;
import dev.lifeline.view.WitnessedLives;
import dev.lifeline.view.frame.Canvas;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The ladder of the normal detail: what a person has to read, and no more.
class ShortLadderTest {

    private final Ladder ladder = new Ladder(0, Detail.NORMAL);

    static List<DrawnLife> lives() {
        List<DrawnLife> lives = new ArrayList<>(DrawnLife.all());
        lives.addAll(WitnessedLives.all());
        TraceFixtures.Fixture relay = PlayFixtures.relay();
        lives.add(new DrawnLife("relay", relay.trace(), relay.verdict()));
        TraceFixtures.Fixture pools = PlayFixtures.pools();
        lives.add(new DrawnLife("pools", pools.trace(), pools.verdict()));
        return lives;
    }

    @Test
    void drawsWhatAPersonHasLookedAt() {
        ViewContract.golden("ladder/short-80-unicode.txt", lives(), life -> drawn(life, 80, Glyphs.UNICODE));
        ViewContract.golden("ladder/short-60-ascii.txt", lives(), life -> drawn(life, 60, Glyphs.ASCII));
    }

    @ParameterizedTest
    @MethodSource("lives")
    void isNeverWiderThanItsCanvas(DrawnLife life) {
        ViewContract.neverWiderThanItsCanvas(ladder, life);
    }

    @ParameterizedTest
    @MethodSource("lives")
    void printsNothingThatMovesACursor(DrawnLife life) {
        ViewContract.onlyPrintable(ladder, life);
    }

    @ParameterizedTest
    @MethodSource("lives")
    void fitsAScreen(DrawnLife life) {
        assertTrue(drawn(life, 80, Glyphs.UNICODE).lines().count() <= 46, drawn(life, 80, Glyphs.UNICODE));
    }

    /// A short ladder leaves out, and never says what the long one does not: each failure is there, and no packet arrives that did not.
    @ParameterizedTest
    @MethodSource("lives")
    void leavesOutNoFailureAndNoDoubt(DrawnLife life) {
        String all = life.drawnBy(new Ladder(), 200, Glyphs.UNICODE);
        String few = life.drawnBy(ladder, 200, Glyphs.UNICODE);
        assertEquals(all.contains(" failed "), few.contains(" failed"), few);
        assertEquals(all.contains("ICMP"), few.contains("ICMP"), few);
        assertEquals(all.contains("not captured"), few.contains("not captured"), few);
        assertEquals(all.contains(" held before "), few.contains(" held before "), few);
        assertEquals(all.lines().filter(line -> line.contains("?: not acknowledged")).toList(),
                few.lines().filter(line -> line.contains("?: not acknowledged")).toList());
    }

    @Test
    void aClosedWindowIsAnEmptyBarAndAnOpenOneIsFull() {
        String text = drawn(named("witnessed-window"), 80, Glyphs.UNICODE);
        assertTrue(text.contains(" window [□□□□] 0 ") && text.contains(" window [■■■■] 65,536 "), text);
        assertTrue(drawn(named("witnessed-window"), 80, Glyphs.ASCII).contains(" window [....] 0 "));
    }

    @Test
    void theCallStandsOnItsPacketAndTheQueueIsAPicture() {
        String text = drawn(named("witnessed"), 80, Glyphs.UNICODE);
        assertTrue(text.contains(" (connect) ") && text.contains(" FIN (close) ") && text.contains(" \"ping\\n\", 5 bytes "), text);
        assertFalse(text.contains("queue ["), "1 of 128 explains nothing: " + text);
        assertFalse(text.contains("write"), text);
        DrawnLife life = named("witnessed");
        List<TraceEvent> events = new ArrayList<>();
        for (TraceEvent event : life.index().events()) {
            events.add(event.body() instanceof KernelEvent.ListenerSeen seen ? new TraceEvent(event.sequence(), event.at(), event.lane(),
                    event.evidence(), event.connection(), event.attempt(),
                    new KernelEvent.ListenerSeen(seen.local(), 2, 8, seen.occasion(), seen.cause())) : event);
        }
        DrawnLife few = new DrawnLife("few places", new Trace(life.index().header(), events, true), life.verdict());
        assertTrue(drawn(few, 80, Glyphs.UNICODE).contains("queue [■■□□□□□□] 2 of 8"), drawn(few, 80, Glyphs.UNICODE));
    }

    @Test
    void withoutPacketsNothingIsToldByThem() {
        String text = drawn(named("loopback"), 80, Glyphs.UNICODE);
        assertTrue(text.contains(" accept: from ") && text.contains(" connect: ") && text.contains(" first byte: "), text);
    }

    @Test
    void dataThatFlowsIsOneArrow() {
        String text = drawn(named("witnessed-bulk"), 80, Glyphs.UNICODE);
        assertTrue(text.lines().filter(line -> line.contains(" data × ")).count() == 1, text);
    }

    /// What tells a peer that is there from one that is gone; and a close that waited, which its FIN alone does not show.
    @Test
    void aProbesAnswerAndACloseThatWaitedAreDrawn() {
        TraceFixtures.Fixture kept = KernelFixtures.keptAlive();
        String text = drawn(new DrawnLife("kept", kept.trace(), kept.verdict()), 80, Glyphs.UNICODE);
        assertTrue(text.contains(" keep-alive probe 1 ") && text.contains(" keep-alive probe 2 "), text);
        assertEquals(2, text.lines().filter(line -> line.contains("◀─") && line.contains(" ACK ") && !line.contains("SYN")).count(), text);
        assertTrue(text.contains("FIN (close)") && text.contains("close: closed, 400 ms"), text);
    }

    @Test
    void theLinesOfAPlayHaveTheNamesOfTheirActors() {
        String text = drawn(named("relay"), 80, Glyphs.UNICODE);
        assertTrue(text.lines().filter(line -> line.matches(" +ms +(caller +kernel +relay|relay +kernel +backend|stranger.*)")).count() == 3, text);
    }

    private String drawn(DrawnLife life, int width, Glyphs glyphs) {
        return ladder.picture(life.index(), life.verdict(), new Canvas(width, glyphs)).text();
    }

    private static DrawnLife named(String name) {
        return lives().stream().filter(life -> life.name().equals(name)).findFirst().orElseThrow();
    }
}
