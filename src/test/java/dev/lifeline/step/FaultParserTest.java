package dev.lifeline.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Lane;
import dev.lifeline.model.walk.FaultKind;
import dev.lifeline.step.Command.Fault.Act;
import dev.lifeline.step.card.FaultCard;
import dev.lifeline.step.card.HelpCard;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Line;
import dev.lifeline.wording.step.FaultWords;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultParserTest {

    private static Command.Fault add(FaultKind kind, long time, long bytes, Lane lane) {
        return new Command.Fault(Act.ADD, kind, time, 0, bytes, lane, 0);
    }

    @Test
    void figuresAreReadAsPeopleWriteThem() throws CommandException {
        assertEquals(add(FaultKind.LATENCY, 200_000_000L, 0, Lane.SERVER), CommandParser.parse("fault add latency 200ms on server"));
        assertEquals(add(FaultKind.LATENCY, 1_500_000_000L, 0, null), CommandParser.parse("fault add lat 1.5 s"));
        assertEquals(add(FaultKind.SLICER, 0, 3, Lane.CLIENT), CommandParser.parse("fault add slicer 3 bytes on client"));
        assertEquals(add(FaultKind.SLICER, 10_000_000L, 1, null), CommandParser.parse("fault add slicer 1 10 ms"));
        assertEquals(add(FaultKind.BANDWIDTH, 0, 2_048, null), CommandParser.parse("fault add bandwidth 2KiB/s"));
        assertEquals(new Command.Fault(Act.ADD, FaultKind.LATENCY, 200_000_000L, 50_000_000L, 0, Lane.CLIENT, 0), CommandParser.parse("fault add latency 200ms 50 ms on client"));
        assertEquals(add(FaultKind.TIMEOUT, 2_000_000_000L, 0, null), CommandParser.parse("fault add timeout 2s"));
        assertEquals(add(FaultKind.TIMEOUT, 0, 0, null), CommandParser.parse("fault add timeout"));
        assertEquals(add(FaultKind.REFUSE, 0, 0, null), CommandParser.parse("fault add refuse"));
    }

    @Test
    void aFaultIsTakenAwayByItsWordItsNumberOrWithAll() throws CommandException {
        assertEquals(new Command.Fault(Act.CLEAR, null, 0, 0, 0, null, 0), CommandParser.parse("fault clear"));
        assertEquals(new Command.Fault(Act.CLEAR, null, 0, 0, 0, null, 3), CommandParser.parse("fault clear 3"));
        assertEquals(new Command.Fault(Act.CLEAR, FaultKind.SLICER, 0, 0, 0, null, 0), CommandParser.parse("fault clear slicer"));
        assertEquals(new Command.Fault(Act.LIST, null, 0, 0, 0, null, 0), CommandParser.parse("fault"));
    }

    @ParameterizedTest
    @EnumSource(FaultKind.class)
    void whatTheListSaysIsUnderstood(FaultKind kind) throws CommandException {
        String typed = FaultWords.typed(kind).replace("[", "").replace("]", "");

        assertEquals(kind, ((Command.Fault) CommandParser.parse("fault add " + typed)).kind());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "fault frob            | fault has no word 'frob': write fault list, fault add WORD or fault clear",
        "fault add             | write fault add and one of the words that fault list shows",
        "fault add slicr 3     | there is no fault 'slicr' (did you mean slicer?); fault list shows them",
        "fault add latency     | write fault add latency 200ms [50ms] on client, or on server",
        "fault add latency 3 x | '3 x' is no time: write fault add latency 200ms [50ms] on client, or on server",
        "fault add slicer 0    | 0 is outside 1 byte to 1 GiB: write fault add slicer 3 bytes [10ms] on client, or on server",
        "fault add slicer x    | 'x' is no number of bytes: write fault add slicer 3 bytes [10ms] on client, or on server",
        "fault add refuse 3s   | '3s' is too much: write fault add refuse",
        "fault add timeout on kernel | 'kernel' is no side: write fault add timeout [2s] on client, or on server",
        "fault add latency 1s 2s | the jitter is longer than the latency: write fault add latency 200ms [50ms] on client, or on server",
        "fault add timeout soon | 'soon' is no time: write fault add timeout [2s] on client, or on server",
        "fault list all        | fault list takes no words behind it; to have one: fault add all",
    })
    void aMistakeIsSaidWithWhatToWrite(String line, String sentence) {
        assertEquals(sentence, assertThrows(CommandException.class, () -> CommandParser.parse(line)).getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 120})
    void theListNamesAllAndFitsItsWidthAndAScreen(int width) {
        List<FaultOffer> offers = new ArrayList<>();
        for (FaultKind kind : FaultKind.values()) {
            offers.add(new FaultOffer(kind, kind.isOfListener() ? List.of() : List.of(Lane.CLIENT, Lane.SERVER),
                    kind == FaultKind.SLICER ? List.of("fault 1: slicer 3 bytes on client") : List.of()));
        }
        List<Line> lines = FaultCard.of(offers, new Canvas(width, Glyphs.UNICODE)).lines();

        assertTrue(lines.size() <= 22, "and a prompt below");
        for (Line line : lines) {
            assertTrue(line.text().length() <= width, line.text());
        }
        for (FaultKind kind : FaultKind.values()) {
            assertTrue(lines.stream().anyMatch(line -> line.text().startsWith(FaultWords.typed(kind))
                    && line.text().endsWith(kind.isOfListener() ? "not in this run" : "client, server")), kind.label());
        }
        assertTrue(lines.stream().anyMatch(line -> line.text().startsWith("on now        fault 1: slicer 3 bytes on client")));
    }

    @Test
    void helpSaysWhatEachDoes() throws CommandException {
        String help = HelpCard.of("fault", true, new Canvas(80, Glyphs.UNICODE)).text().replaceAll("\\s+", " ");

        for (FaultKind kind : FaultKind.values()) {
            assertTrue(help.contains(kind.label() + ": " + FaultWords.about(kind)), help);
        }
    }
}
