package dev.lifeline.step.intro;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.step.Command;
import dev.lifeline.step.CommandWord;
import dev.lifeline.step.Journey;
import dev.lifeline.step.Pane;
import dev.lifeline.step.Stop;

/// One thing to try in a first walk.
enum IntroStep {
    GO("Enter, with nothing before it", "Programs stand still here, the kernel does not. Press Enter: the one who is named behind stopped goes on to the next stage."),
    WHERE("? 1", "The lines above stopped are what happened on the way. Each rests on calls, looks and packets: type ? 1 to see those of line 1."),
    UNTIL("until accept", "Enter goes stage by stage; a word goes further. Type until accept"),
    QUEUE("i queues", "Nobody has called accept(), and the client is connected: the kernel did that alone. Where is the connection? Type i queues"),
    WHY("w", "Each stop and each word can be explained: type w for this stop (w 3 says most), help accept-queue for a word."),
    BACK("b", "Sockets cannot go back, the recording can. Type b to look at the stop before."),
    LIVE("live", "REPLAY says that nothing runs there. Type live to stand where the sockets are."),
    BREAK("break close", "A breakpoint stops whoever comes by. Type break close"),
    RUN("c", "Now let everybody go on until somebody comes there. Type c");

    private final String typed;
    private final String text;

    IntroStep(String typed, String text) {
        this.typed = typed;
        this.text = text;
    }

    /// The line that is to be typed.
    String typed() {
        return typed;
    }

    /// The words that are said before it.
    String text() {
        return text;
    }

    /// Says if it can be tried where the person stands.
    boolean isPossible(Journey journey) {
        return switch (this) {
            case GO, BREAK, RUN -> !journey.isOver();
            case WHERE -> true;
            case WHY -> journey.stop().isHeld() || journey.stop().kind() == Stop.Kind.STEP || journey.isOver() && journey.whole();
            case UNTIL -> !journey.isOver() && journey.header().mode().observes(Lane.SERVER) && !accepted(journey);
            case QUEUE -> journey.stop().stage() == Stage.ACCEPT && !journey.stop().after();
            case BACK -> journey.cursor() > 1;
            case LIVE -> journey.live() && journey.isReplay();
        };
    }

    private static boolean accepted(Journey journey) {
        for (TraceEvent event : journey.seen().recorded()) {
            if (event.body() instanceof StageEvent stage && stage.stage() == Stage.ACCEPT) {
                return true;
            }
        }
        return false;
    }

    /// Says if a command was the one that is tried, or does as well.
    ///
    /// @param journey after it
    boolean isDoneBy(Command command, Journey journey) {
        CommandWord word = command.word();
        return switch (this) {
            case GO -> word == CommandWord.NEXT || word == CommandWord.STEP;
            case WHERE -> word == CommandWord.WHERE;
            case UNTIL -> journey.stop().stage() == Stage.ACCEPT && !journey.stop().after();
            case QUEUE -> command instanceof Command.Inspect inspect && inspect.pane() == Pane.QUEUES;
            case BACK -> journey.isReplay() && (word == CommandWord.BACK || word == CommandWord.GOTO);
            case LIVE -> !journey.isReplay();
            case BREAK -> word == CommandWord.BREAK;
            case RUN -> word == CommandWord.CONTINUE || word == CommandWord.UNTIL || journey.isOver();
            case WHY -> word == CommandWord.WHY || word == CommandWord.HELP;
        };
    }

    /// The remark on what it showed, by what is seen now.
    String found(Command command, Journey journey) {
        return switch (this) {
            case GO -> "That was one stage; the last figure of its line is how long it took, without your pause.";
            case WHERE -> "That is the evidence: who saw what, when, and as which event of the recording.";
            case UNTIL, LIVE -> "";
            case QUEUE -> "It lies in the accept queue until the program takes it; i sockets shows both its ends.";
            case BACK -> "This is stop " + journey.cursor() + " as it was then, the kernel's side, too.";
            case BREAK -> "info lists it, delete takes it away.";
            case RUN -> journey.isOver() ? "The run came to its end." : "Somebody stands at " + (journey.stop().stage() == null ? "a step" : journey.stop().stage().label()) + ".";
            case WHY -> command.word() == CommandWord.HELP ? "So does trace help, without a walk." : "";
        };
    }
}
