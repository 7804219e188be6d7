package dev.lifeline.step.intro;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.step.Command;
import dev.lifeline.step.CommandException;
import dev.lifeline.step.CommandParser;
import dev.lifeline.step.Journey;
import dev.lifeline.step.RecordedWalks;
import dev.lifeline.view.frame.Wrap;
import java.util.List;
import org.junit.jupiter.api.Test;

class IntroTest {

    private static final Command ASKED = new Command.Help(Intro.WORD);

    /// As somebody stands there who walks live.
    private static Journey live(int stop) {
        return RecordedWalks.live(RecordedWalks.read("loopback"), stop);
    }

    private Intro.Told told = new Intro.Told(Intro.NONE, "");

    private String type(String line, Journey now) throws CommandException {
        told = told.intro().after(CommandParser.parse(line), now);
        return told.text();
    }

    private void assertAsks(String typed, String said) {
        assertTrue(said.contains(typed), said);
        assertTrue(Wrap.lines(said, 78, 0).size() <= 3, said);
    }

    @Test
    void whoDoesWhatItSaysComesToItsEnd() throws CommandException {
        assertAsks("intro, 1 of 9: Programs stand still here", type("help intro", live(2)));
        assertAsks("type ? 1", type("", live(3)));
        assertAsks("Type until accept", type("? 1", live(3)));
        assertAsks("Type i queues", type("until accept", live(4)));
        assertAsks("intro, 5 of 9: It lies in the accept queue", type("i queues", live(4)));
        assertAsks("Type b ", type("w", live(4)));
        assertAsks("This is stop 3 as it was then", type("b", live(4).at(3)));
        assertAsks("Type break close", type("live", live(4)));
        assertAsks("Type c", type("break close", live(4)));
        assertAsks("Somebody stands at close. That is all you need.", type("c", live(9)));
        assertEquals("", type("", live(10)), "nobody is led any more");
    }

    @Test
    void whoTypesSomethingElseIsTold() throws CommandException {
        type("help intro", live(2));

        assertEquals("intro: type Enter, with nothing before it; or go your own way, help intro leaves this", type("i sockets", live(2)));
        assertEquals("", type("i sockets", live(2)), "once is enough");
        assertEquals("intro: type Enter, with nothing before it", told.intro().after(null, live(2)).text(), "a line that was refused");
        assertEquals("intro: left; h lists the commands", type("help intro", live(2)));
        assertEquals("", type("i sockets", live(2)));
    }

    @Test
    void whyIsAskedForOnlyWhereItAnswers() throws CommandException {
        told = new Intro.Told(new Intro(IntroStep.QUEUE, false), "");
        Journey end = live(11);
        assertAsks("type w for this stop", type("i queues", end));
        Journey left = new Journey(end.header(), end.events(), end.stops(), 11, end.upTo(), List.of(), List.of(), 1, true, false, 0, true);
        told = new Intro.Told(new Intro(IntroStep.QUEUE, false), "");
        assertAsks("Type b ", type("i queues", left));
    }

    @Test
    void whatCannotBeTriedIsLeftOut() throws CommandException {
        told = new Intro.Told(new Intro(IntroStep.UNTIL, false), "");
        assertAsks("type w for this stop", type("c", live(9)));
        assertEquals("intro: this run is over; rerun makes a new one, and help intro begins there", Intro.NONE.after(ASKED, live(11)).text());
    }
}
