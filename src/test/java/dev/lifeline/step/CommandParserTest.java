package dev.lifeline.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.Stage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        assertEquals(new Command.Until(new StopPlace(Stage.CLOSE, false, null)), CommandParser.parse("until close"));
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
        assertEquals(new Command.Break(new StopPlace(Stage.CONNECT, true, Lane.CLIENT, null, new StageOutcome("ECONNRESET"))),
                CommandParser.parse("break after connect on client if outcome=econnreset"));
        assertEquals("after connect if outcome=failed", ((Command.Break) CommandParser.parse("br after connect if outcome = failed")).place().text());
    }

    private static final PlayNames NAMES = new PlayNames(labels(), List.of("client", "server-2", "peer"));

    private static Map<String, Integer> labels() {
        Map<String, Integer> labels = new LinkedHashMap<>();
        labels.put("late", 4);
        labels.put("close", 6);
        return labels;
    }

    @Test
    void aStageIsMeantBeforeALabelOfItsNameAndAtSaysThatItIsTheLabel() throws CommandException {
        StepPlace late = new StepPlace(4, "late");
        assertEquals(new Command.Break(late), CommandParser.parse("break at late", NAMES));
        assertEquals(new Command.Break(late), CommandParser.parse("break late", NAMES));
        assertEquals(new Command.Until(late), CommandParser.parse("until late", NAMES));
        assertEquals(new Command.Until(new StepPlace(6, "close")), CommandParser.parse("until at close", NAMES));
        assertEquals(new Command.Until(new StopPlace(Stage.CLOSE, false, null)), CommandParser.parse("until close", NAMES));
        assertEquals("at late, before step 4", late.text());
        assertEquals(new Command.Break(new StepEnd(4, "late")), CommandParser.parse("break after late", NAMES));
        assertEquals("after close, step 6", ((Command.Break) CommandParser.parse("break after at close", NAMES)).place().text());
        assertEquals(new Command.Break(new StopPlace(Stage.CLOSE, true, null)), CommandParser.parse("break after close", NAMES));
    }

    @Test
    void anActorOfAScenarioCanBeNamedAndASideToo() throws CommandException {
        StopPlace second = new StopPlace(Stage.ACCEPT, false, null, "server-2", null);
        assertEquals(new Command.Break(second), CommandParser.parse("break before accept of server-2", NAMES));
        assertEquals("before accept on server-2", second.text());
        assertEquals(new Command.Break(new StopPlace(Stage.ACCEPT, false, Lane.SERVER)), CommandParser.parse("break accept on server", NAMES));
    }

    @Test
    void watchesNameAValueASideAndABound() throws CommandException {
        assertEquals(new Command.Watching(new Watch(Watch.Value.RECVQ, Lane.SERVER, null, 0, null)), CommandParser.parse("watch recvq on server"));
        assertEquals(new Command.Watching(new Watch(Watch.Value.SENDQ, null, null, 4096, null)), CommandParser.parse("watch sendq>=4096"));
        assertEquals(new Command.Watching(new Watch(Watch.Value.ACCEPTQ, null, null, 1, null)), CommandParser.parse("watch acceptq on server >= 1"));
        Watch state = new Watch(Watch.Value.STATE, Lane.CLIENT, null, 0, SocketState.CLOSE_WAIT);
        assertEquals(new Command.Watching(state), CommandParser.parse("watch state on client = close-wait"));
        assertEquals("state on client = CLOSE_WAIT", state.text());
        Watch peer = new Watch(Watch.Value.RECVQ, null, "peer", 5, null);
        assertEquals(new Command.Watching(peer), CommandParser.parse("watch recvq on peer >= 5", NAMES));
        assertEquals("recvq on peer >= 5", peer.text());
        assertEquals(new Command.Watching(new Watch(Watch.Value.RECVQ, Lane.CLIENT, null, 0, null)), CommandParser.parse("watch recvq on client", NAMES),
                "a side is meant before an actor of its name: what is accepted is another actor's than the one that listens");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
        "watch ~ write watch recvq|sendq|acceptq|state [on client|server|ACTOR] [>= N or = STATE]",
        "watch recv-q ~ 'recv-q' cannot be watched (did you mean recvq?): there are recvq, sendq, acceptq, state",
        "watch recvq server ~ write watch recvq|sendq|acceptq|state [on client|server|ACTOR] [>= N or = STATE]",
        "watch recvq on pear ~ 'pear' is no side and no actor (did you mean peer?): write on client or on server, or on one of client, server-2, peer",
        "watch recvq = 5 ~ write watch recvq >= N, N at least 1; without it any change stops",
        "watch recvq >= many ~ write watch recvq >= N, N at least 1; without it any change stops",
        "watch state = CLOSED ~ 'CLOSED' is no state (did you mean CLOSE?): write watch state = CLOSE_WAIT, or another state as ss has them",
        "watch state >= 5 ~ write watch state = CLOSE_WAIT, or another state as ss has them",
        "break at ltae ~ no step has the label 'ltae' (did you mean late?): there are late, close",
        "break at ~ write at and a label: there are late, close",
        "until ltae ~ 'ltae' is no stage: there are lookup, route, bind, connect, accept, tls, request, write, first-byte, data, handler, response, idle, protocol, "
                + "close; labels are late, close",
        "break accept on sever-2 ~ 'sever-2' is no side and no actor (did you mean server-2?): write on client or on server, or on one of client, "
                + "server-2, peer"})
    void aSlipOfAStopIsToldWithTheNamesThatThereAre(String line, String told) {
        assertEquals(told, assertThrows(CommandException.class, () -> CommandParser.parse(line, NAMES)).getMessage());
    }

    @Test
    void labelsAreOnlyThereInAScenario() {
        assertEquals("no step has a label here: labels are names of steps in a scenario",
                assertThrows(CommandException.class, () -> CommandParser.parse("break at late")).getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
        "break,x ~ before", "break,x ~ late", "break,x ~ first-byte", "break,before,x ~ accept", "break,accept,x ~ on", "break,accept,on,x ~ server-2",
        "break,after,x ~ late", "watch,recvq,on,x ~ peer", "break,after,connect,x ~ if", "break,after,connect,if,x ~ outcome=ECONNREFUSED", "break,at,x ~ close", "until,x ~ late",
        "watch,x ~ acceptq", "watch,state,x ~ =", "watch,state,=,x ~ CLOSE_WAIT", "watch,recvq,x ~ >="})
    void theNextWordIsCompleted(String line, String expected) {
        List<String> words = List.of(line.split(","));

        List<String> offered = Completion.of(CommandParser.find(words.getFirst()), words, NAMES);

        assertTrue(offered.contains(expected), offered.toString());
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
        "break ~ write break [before|after] STAGE [on client|server|ACTOR] [if outcome=finished|failed|CODE], or at LABEL, or after LABEL",
        "break before ~ write break [before|after] STAGE [on client|server|ACTOR] [if outcome=finished|failed|CODE], or at LABEL, or after LABEL",
        "break accept on mars ~ 'mars' is no side: write on client or on server",
        "break handshake ~ nobody can be stopped at the handshake: the kernel does it, and goes on; before connect the SYN has not gone out",
        "until clsoe ~ 'clsoe' is no stage (did you mean close?): there are lookup, route, bind, connect, accept, tls, request, write, "
                + "first-byte, data, handler, response, idle, protocol, close",
        "goto x ~ 'x' is no number: write goto N",
        "goto 0 ~ '0' is no number: write goto N",
        "? ~ write ? N",
        "why 4 ~ why has three depths: why 1, why 2, why 3",
        "i sokets ~ there is nothing called 'sokets' to inspect (did you mean sockets?): there are sockets, queues, tcpinfo, packets, route, threads, tls, request",
        "inspect ~ write inspect and one of sockets, queues, tcpinfo, packets, route, threads, tls, request",
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
