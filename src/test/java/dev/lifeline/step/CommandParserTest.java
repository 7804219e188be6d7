package dev.lifeline.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CommandParserTest {

    @Test
    void anEmptyLineIsTheNextStage() throws CommandException {
        assertEquals(new Command.Plain(CommandWord.NEXT), CommandParser.parse("  "));
    }

    @ParameterizedTest
    @EnumSource(CommandWord.class)
    void eachWordAndItsLetterIsThatCommand(CommandWord word) {
        assertEquals(word, CommandParser.find(word.word()));
        if (!word.letter().isEmpty()) {
            assertEquals(word, CommandParser.find(word.letter()));
        }
    }

    @Test
    void aBeginningIsEnoughWhereNoOtherCommandHasIt() throws CommandException {
        assertEquals(new Command.Plain(CommandWord.CONTINUE), CommandParser.parse("cont"));
        assertEquals(new Command.Inspect(Pane.QUEUES), CommandParser.parse("ins q"));
    }

    @Test
    void placesNameStageSideAndLane() throws CommandException {
        assertEquals(new Command.Break(new StopPlace(Stage.ACCEPT, false, null)), CommandParser.parse("break accept"));
        assertEquals(new Command.Break(new StopPlace(Stage.FIRST_BYTE, true, Lane.SERVER)), CommandParser.parse("br after first-byte on server"));
        assertEquals(new Command.Break(new StopPlace(Stage.FIRST_BYTE, false, Lane.CLIENT)), CommandParser.parse("break before read on client"));
        assertEquals(new Command.Until(Stage.CLOSE), CommandParser.parse("until close"));
    }

    @Test
    void numbersAndTexts() throws CommandException {
        assertEquals(new Command.Where(2), CommandParser.parse("?2"));
        assertEquals(new Command.Where(2), CommandParser.parse("? 2"));
        assertEquals(new Command.GoTo(3), CommandParser.parse("goto 3"));
        assertEquals(new Command.Delete(0), CommandParser.parse("delete all"));
        assertEquals(new Command.Why(1), CommandParser.parse("why"));
        assertEquals(new Command.Why(3), CommandParser.parse("why 3"));
        assertEquals(new Command.Note("a  b"), CommandParser.parse("note a  b "));
    }

    @Test
    void handsNameATextAndASide() throws CommandException {
        assertEquals(new Command.Hand(CommandWord.SEND, "a b\\n", ""), CommandParser.parse("send 'a b\\n'"));
        assertEquals(new Command.Hand(CommandWord.SEND, "a'b\\\"", "peer"), CommandParser.parse("send \"a'b\\\"\" on peer"));
        assertEquals(new Command.Hand(CommandWord.SEND, "a", "server"), CommandParser.parse("send a on  server"));
        assertEquals(new Command.Hand(CommandWord.RESET, "", "client"), CommandParser.parse("reset on client"));
    }

    @Test
    void anOutcomeIsOneOfAfter() throws CommandException {
        assertEquals(new Command.Break(new StopPlace(Stage.CONNECT, true, Lane.CLIENT, new StageOutcome("ECONNRESET"))),
                CommandParser.parse("break after connect on client if outcome=econnreset"));
        assertEquals("after connect if outcome=failed", ((Command.Break) CommandParser.parse("br after connect if outcome = failed")).place().text());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
        "contine ~ there is no command 'contine' (did you mean continue?); h lists them",
        "send ~ write send 'TEXT' [on client|server|ACTOR]",
        "send '' ~ write send 'TEXT' [on client|server|ACTOR]",
        "send a b ~ write send 'TEXT' [on client|server|ACTOR]",
        "send 'a ~ the quote is not closed: write send 'TEXT' [on client|server|ACTOR]",
        "send a\\q ~ in 'a\\q' the escape at character 2 is not known; there are \\n \\r \\t \\\\ \\\" \\xHH",
        "close on ~ write close [on client|server|ACTOR]",
        "close server ~ write close [on client|server|ACTOR]",
        "break accept if outcome=failed ~ a stage has an outcome when it has ended: write break after STAGE if outcome=failed",
        "break after connect if outcome=econnrefusd ~ 'econnrefusd' is no outcome (did you mean ECONNREFUSED?): write if outcome=finished, failed, "
                + "or a code as ECONNREFUSED",
        "break after connect if ~ write if outcome=finished, failed, or a code as ECONNREFUSED",
        "diff 1 ~ diff compares two runs: write diff 1 2",
        "diff 1 x ~ 'x' is no number: write diff [N N]",
        "next now ~ next takes no words behind it",
        "break ~ write break [before|after] STAGE [on client|server] [if outcome=finished|failed|CODE]",
        "break before ~ write break [before|after] STAGE [on client|server] [if outcome=finished|failed|CODE]",
        "break accept on mars ~ 'mars' is no side: write on client or on server",
        "break handshake ~ nobody can be stopped at the handshake: the kernel does it, and goes on; before connect the SYN has not gone out",
        "until clsoe ~ 'clsoe' is no stage (did you mean close?): there are lookup, route, bind, connect, accept, tls, write, first-byte, "
                + "data, handler, idle, protocol, close",
        "goto x ~ 'x' is no number: write goto N",
        "goto 0 ~ '0' is no number: write goto N",
        "? ~ write ? N",
        "why 4 ~ why has three depths: why 1, why 2, why 3",
        "i sokets ~ there is nothing called 'sokets' to inspect (did you mean sockets?): there are sockets, queues, tcpinfo, packets, route, threads",
        "inspect ~ write inspect and one of sockets, queues, tcpinfo, packets, route, threads",
        "note ~ write note TEXT"})
    void aSlipIsToldWithWhatWouldBeRight(String line, String told) {
        assertEquals(told, assertThrows(CommandException.class, () -> CommandParser.parse(line)).getMessage());
    }

    @Test
    void controlSequencesOfALineDoNotReachTheMessage() {
        String told = assertThrows(CommandException.class, () -> CommandParser.parse("\u001b[31mred")).getMessage();

        assertEquals(-1, told.indexOf('\u001b'), told);
    }
}
