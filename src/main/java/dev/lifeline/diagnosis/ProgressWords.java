package dev.lifeline.diagnosis;

import dev.lifeline.analysis.ConnectionSide;
import dev.lifeline.diagnosis.evidence.EvidenceOfSuccess;
import dev.lifeline.diagnosis.evidence.StageEvidence;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.LookupSource;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Printable;
import java.util.ArrayList;
import java.util.List;

/// What one side of one connection got done, in words: a summary, and what it proves. Texts are in code, because a run that went
/// well must not pay for reading a file.
public record ProgressWords(Facts facts, Lane lane, int connection) {

    /// The last connection of the side that the trace is about: the server's where no client took part.
    static ProgressWords last(Facts facts) {
        boolean alone = facts.mode() == Mode.SERVER || facts.mode() == Mode.LOOPBACK && facts.sides().lastProgressed(Lane.CLIENT) == 0
                && facts.sides().outcome(Lane.SERVER, facts.sides().lastProgressed(Lane.SERVER), Stage.BIND) != null;
        Lane lane = alone ? Lane.SERVER : Lane.CLIENT;
        return new ProgressWords(facts, lane, facts.sides().lastProgressed(lane));
    }

    /// The steps in a few words: `connected, answered, closed`.
    String summary() {
        List<String> steps = new ArrayList<>();
        ConnectionSide story = story();
        if (lane == Lane.SERVER) {
            long accepted = accepted();
            boolean listened = facts.sides().outcome(lane, connection, Stage.BIND) != null;
            steps.add(accepted > 0 ? "accepted " + Counted.of(accepted, "connection", "connections")
                    : listened ? "listened, nobody came" : "nothing happened");
        } else if (story.tuple() != null) {
            steps.add(story.withItself() ? "connected to itself" : "connected");
        } else {
            steps.add(facts.sides().outcome(lane, connection, Stage.LOOKUP) == null ? "nothing happened" : "looked up");
        }
        exchange(story, steps);
        if (story.outcome(Stage.CLOSE) instanceof Outcome.Closed closed) {
            steps.add(switch (closed.how()) {
                case ORDERLY, HALF -> "closed";
                case RESET -> "reset";
                case ABANDONED -> "given up";
            });
        }
        return String.join(", ", steps);
    }

    private void exchange(ConnectionSide story, List<String> steps) {
        if (lane == Lane.SERVER) {
            if (story.read() > 0) {
                steps.add(story.written() > 0 ? "read and answered" : "read");
            } else if (story.written() > 0) {
                steps.add("spoke first");
            }
        } else if (story.read() > 0 && story.withItself()) {
            steps.add("read its own bytes");
        } else if (story.read() > 0) {
            steps.add(story.written() > 0 ? "answered" : "the server spoke first");
        } else if (story.written() > 0) {
            steps.add(story.passed(Stage.FIRST_BYTE) ? "sent, no answer came" : "sent");
        } else if (story.outcome(Stage.FIRST_BYTE) != null) {
            steps.add(story.quiet() ? "no banner came" : "the peer ended without a byte");
        }
    }

    /// The whole life of the connection as one stage, which nothing ended.
    UnfinishedStage life() {
        return new UnfinishedStage(lane, connection, 0, Stage.CLOSE, null, null, -1, null, Long.MAX_VALUE, -1);
    }

    /// What the kernel and the wire add; `null` where they said nothing.
    private EvidenceOfSuccess gains() {
        return facts.kernel().isEmpty() ? null : new EvidenceOfSuccess(this, StageEvidence.of(facts, life()));
    }

    /// What the stages that finished prove, in sentences.
    String proved() {
        StringBuilder text = new StringBuilder();
        lookup(text);
        if (facts.sides().outcome(lane, connection, Stage.ROUTE) instanceof Outcome.RouteChosen route) {
            say(text, "The route leaves from " + route.source().address()
                    + (route.device() == null ? "." : " through " + Printable.prose(route.device()) + "."));
        }
        if (facts.sides().outcome(lane, connection, Stage.BIND) instanceof Outcome.Listening listening) {
            say(text, "The server listened on " + listening.local() + ".");
        }
        ConnectionSide story = story();
        if (story.tuple() != null) {
            say(text, lane == Lane.SERVER ? "A connection from " + story.tuple().remote() + " was accepted."
                    : "The handshake with " + story.tuple().remote() + " completed.");
        }
        say(text, Additions.itself(story));
        if (story.written() > 0 || story.read() > 0) {
            say(text, "The kernel took " + Counted.bytes(story.written()) + "; " + Counted.bytes(story.read()) + " came in.");
        }
        if (story.outcome(Stage.CLOSE) instanceof Outcome.Closed closed && closed.how() == CloseKind.ORDERLY) {
            say(text, "Both ends closed in order.");
        }
        EvidenceOfSuccess gains = gains();
        if (gains != null) {
            say(text, gains.proved());
        }
        return text.isEmpty() ? "Nothing: no stage finished." : text.toString();
    }

    private void lookup(StringBuilder text) {
        if (facts.sides().outcome(lane, connection, Stage.LOOKUP) instanceof Outcome.Answers answers
                && answers.source() != LookupSource.LITERAL) {
            say(text, "The name has " + Counted.of(answers.addresses().size(), "address", "addresses")
                    + " (" + answers.source().label() + ").");
        }
    }

    /// What a run that went well leaves open.
    String notProved() {
        StringBuilder text = new StringBuilder();
        ConnectionSide story = story();
        List<Stage> missing = facts.notPassed(lane);
        if (!missing.isEmpty()) {
            say(text, "Not reached, though asked for: " + String.join(", ", missing.stream().map(Stage::label).toList()) + ".");
        }
        if (story.withItself()) {
            say(text, "Anything about a server: that needs another source port.");
            return text.toString();
        }
        say(text, facts.mode() == Mode.SERVER ? "What the clients saw: their side is not observed." : ofTheApplication(story));
        EvidenceOfSuccess gains = gains();
        if (facts.mode() == Mode.CLIENT) {
            say(text, gains == null ? "What the server saw: its side is not observed." : gains.open());
        } else if (facts.mode() == Mode.LOOPBACK && story.tuple() != null) {
            say(text, "How it goes across a network: both ends were on this machine.");
        }
        say(text, gains == null ? "" : gains.notProved());
        return text.toString();
    }

    private String ofTheApplication(ConnectionSide story) {
        if (story.tuple() == null) {
            return "That anything accepts a connection there.";
        }
        if (facts.expectationHeld()) {
            return "That the application is healthy beyond this one answer.";
        }
        return story.read() == 0 ? "That the application is healthy: only TCP was checked."
                : "That the answer is right: bytes came, and nobody checked what they mean.";
    }

    private ConnectionSide story() {
        return facts.story(lane, connection);
    }

    private long accepted() {
        return facts.sides().all(Lane.SERVER).stream().filter(story -> story.outcome(Stage.ACCEPT) != null).count();
    }

    private static void say(StringBuilder text, String sentence) {
        if (!text.isEmpty() && !sentence.isEmpty()) {
            text.append(' ');
        }
        text.append(sentence);
    }
}
