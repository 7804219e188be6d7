package dev.lifeline.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.Failure;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Kinds;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Target;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.LookupSource;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.waterfall.WaterfallRow;
import dev.lifeline.view.waterfall.WaterfallRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomeWordsTest {

    private static final Endpoint LOCAL = new Endpoint("::1", 52814);
    private static final Endpoint REMOTE = new Endpoint("::1", 7007);

    @Test
    void aCodeOfTheCLibraryIsNamedWhereItIsAnotherThanTheCanonicalOne() {
        assertEquals("ENOTFOUND (EAI_NONAME): No such name", FailureWords.mark(
                new Failure(ErrorCode.ENOTFOUND, Operation.GETADDRINFO, null, null, "EAI_NONAME", "x")));
        assertEquals("EAI_AGAIN: " + ErrorCode.EAI_AGAIN.text(), FailureWords.mark(
                new Failure(ErrorCode.EAI_AGAIN, Operation.GETADDRINFO, null, null, "EAI_AGAIN", "x")));
    }

    @Test
    void namesAddressesAndWhereTheyCameFrom() {
        assertEquals("::1, 127.0.0.1  (hosts file)",
                words(new Outcome.Answers(LookupSource.HOSTS_FILE, List.of("::1", "127.0.0.1"), List.of())));
    }

    @Test
    void leavesOutWhatIsNotKnownOfARoute() {
        assertEquals("source ::1", words(new Outcome.RouteChosen(REMOTE, LOCAL, null, 0)));
        assertEquals("lo, source ::1, mtu 65536", words(new Outcome.RouteChosen(REMOTE, LOCAL, "lo", 65_536)));
    }

    @Test
    void drawsTheArrowThatTheTerminalCanShow() {
        Outcome connected = new Outcome.Connected(new FourTuple(LOCAL, REMOTE));
        assertEquals("[::1]:52814 → [::1]:7007", OutcomeWords.phrase(connected, Glyphs.UNICODE, "  "));
        assertEquals("[::1]:52814 -> [::1]:7007", OutcomeWords.phrase(connected, Glyphs.ASCII, "  "));
    }

    @Test
    void saysWhichAcceptOfAWakeUpItWas() {
        assertEquals("from [::1]:52814, wake-up 4", words(new Outcome.Accepted(new FourTuple(REMOTE, LOCAL), 4, 1)));
        assertEquals("from [::1]:52814, wake-up 4, accept 3 of it",
                words(new Outcome.Accepted(new FourTuple(REMOTE, LOCAL), 4, 3)));
    }

    @Test
    void showsFewBytesAndCountsMany() {
        assertEquals("\"ping\\n\"", words(new Outcome.Moved(new Bytes(5, "ping\\n", false), 1, Ending.COMPLETE)));
        assertEquals("12 chunks, 3,400 bytes", words(new Outcome.Moved(new Bytes(3_400, "x", true), 12, Ending.COMPLETE)));
        assertEquals("3,400 bytes, \"xyz...\", byte limit",
                words(new Outcome.Moved(new Bytes(3_400, "xyz", true), 1, Ending.LIMIT)));
        assertEquals("no bytes, end of stream", words(new Outcome.Moved(new Bytes(0, "", false), 0, Ending.END_OF_STREAM)));
    }

    @Test
    void saysWhoClosedFirstOnlyWhereThatIsKnown() {
        assertEquals("orderly, server first; read 1,000, wrote 1 byte",
                words(new Outcome.Closed(CloseKind.ORDERLY, Lane.SERVER, 1_000, 1)));
        assertEquals("reset; read 0, wrote 0 bytes", words(new Outcome.Closed(CloseKind.RESET, null, 0, 0)));
    }

    @Test
    void keepsTheSystemsWordsForAnErrorThatHasNoNameAndMakesThemSafe() {
        assertEquals("to [::1]:7007  UNKNOWN: kaputt\\x1b[31m",
                FailureWords.phrase(new Span.Failed(new Failure(ErrorCode.UNKNOWN, Operation.READ, null, REMOTE, "kaputt\u001b[31m"), 0), Glyphs.ASCII, "  "));
        assertEquals("EPIPE: Broken pipe",
                FailureWords.phrase(new Span.Failed(new Failure(ErrorCode.EPIPE, Operation.WRITE, null, null, "x"), 0), Glyphs.ASCII, "  "));
    }

    @Test
    void hasWordsAndARowForEveryKindOfStateAndOutcome() {
        List<Span.State> states = new ArrayList<>(Kinds.of(Span.State.class));
        for (Outcome outcome : Kinds.of(Outcome.class)) {
            states.add(new Span.Done(outcome));
        }
        for (Span.State state : states) {
            Span span = new Span(Stage.CONNECT, Lane.CLIENT, Evidence.APPLICATION, 1, 1, 0, 5, LOCAL, REMOTE, state);
            WaterfallRow row = new WaterfallRows(TraceIndex.of(empty()), Glyphs.ASCII).of(List.of(span), List.of()).getFirst();
            assertEquals(span.ran(), row.kind().ran(), () -> "how " + state + " went");
            assertFalse(row.detail().isBlank(), () -> "no words for " + state);
        }
    }

    @Test
    void aColumnHasItsGapAndATextDoesNot() {
        Span lookup = new Span(Stage.LOOKUP, Lane.CLIENT, Evidence.APPLICATION, 1, 0, 0, 1_000, null, null,
                new Span.Done(new Outcome.Answers(LookupSource.HOSTS_FILE, List.of("127.0.0.1"), List.of())));
        assertEquals("127.0.0.1  (hosts file)", StageWords.phrase(lookup, Glyphs.UNICODE));
        assertEquals("lookup finished at 0.001 ms after 1.0 \u00b5s: 127.0.0.1 (hosts file)", StageWords.ended(lookup));
    }

    private static Trace empty() {
        return new Trace(new TraceHeader("test", new Target("a", 1), TraceHeader.Mode.CLIENT, Instant.EPOCH, "", Map.of(), List.of(),
                List.of(), 1), List.of(), true);
    }

    private static String words(Outcome outcome) {
        return OutcomeWords.phrase(outcome, Glyphs.ASCII, "  ");
    }
}
