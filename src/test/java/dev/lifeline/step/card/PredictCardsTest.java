package dev.lifeline.step.card;

import static dev.lifeline.step.RecordedWalks.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.FindingState;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.walk.Question;
import dev.lifeline.scenario.ScenarioException;
import dev.lifeline.scenario.judge.Finding;
import dev.lifeline.scenario.predict.Option;
import dev.lifeline.scenario.predict.OrderPuzzle;
import dev.lifeline.scenario.predict.Prediction;
import dev.lifeline.scenario.predict.Questions;
import dev.lifeline.scenario.word.EventText;
import dev.lifeline.scenario.yaml.ScenarioReader;
import dev.lifeline.step.CommandException;
import dev.lifeline.step.Journey;
import dev.lifeline.step.Pane;
import dev.lifeline.step.Stop;
import dev.lifeline.step.card.asked.QuestionCard;
import dev.lifeline.step.card.asked.RevealCard;
import dev.lifeline.step.card.asked.SummaryCard;
import dev.lifeline.step.predict.Answered;
import dev.lifeline.step.predict.Answers;
import dev.lifeline.step.predict.OpenQuestion;
import dev.lifeline.step.predict.Ordered;
import dev.lifeline.step.predict.Predictions;
import dev.lifeline.step.predict.Revealed.Outcome;
import dev.lifeline.step.predict.Revealed;
import dev.lifeline.step.predict.RevealedOrder.Break;
import dev.lifeline.step.predict.RevealedOrder;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.GoldenText;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.frame.Line;
import dev.lifeline.view.frame.Role;
import dev.lifeline.view.frame.Segment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PredictCardsTest {

    private static final String FILE = """
            claim: A connection is complete before any program accepts it.
            watch: The queue.
            why: The kernel does it.
            actors:
              server: {kind: server}
              client: {kind: client, to: server}
            steps:
              - {actor: server, do: listen}
              - {actor: client, do: connect, label: connect}
              - {actor: server, do: accept, as: peer, label: accept}
              - {actor: client, do: close}
            expect:
              - {see: stage, of: client, stage: connect, outcome: finished}
            predict:
              - id: returns
                at: connect
                ask: The server listens with a backlog of 8, and its program is busy. What does the client's connect do now?
                options:
                  - {id: waits, say: It waits until the program calls accept, belief: connected-is-accepted,
                     because: "that is how accept sounds; the kernel needs no program to answer a SYN"}
                  - {id: refused, say: It fails with ECONNREFUSED, because: "a refusal means that nobody listens; here the kernel listens"}
                  - {id: at-once, say: It returns at once, right: true, because: the kernel answers the SYN by itself}
                  - {id: silent, say: "It gets no answer, and its socket stays in SYN_SENT until somebody takes one out of the queue",
                     because: "true for a full queue, and this one is empty"}
                proof:
                  - {see: order, events: [client connect finished, server accept started]}
                see:
                  ask: Where was the connection when connect had returned?
                  options:
                    - {id: queue, say: In the accept queue, right: true, because: the listener showed it}
                    - {id: program, say: In the program, because: it had not called accept}
              - id: monitor
                at: accept
                ask: A health check did connect and close once. What has it proved?
                transfer: true
                options:
                  - {id: alive, say: The service answers, because: no program took part in anything you saw}
                  - {id: kernel, say: The kernel listens and its queue has room, right: true, because: that is all that connect needs}
            order:
              - id: six
                at: connect
                ask: Put these in order. One of them never happens.
                because: connect returns at the SYN-ACK, and accept comes when the program has time.
                events: [server accept finished, client packet SYN, client connect finished, server packet RST, server packet SYN-ACK, client close]
                never: [server packet RST]
              - id: nine
                at: accept
                ask: Put these in order.
                events: [server accept finished, client packet SYN, client connect finished, client connect started, server packet SYN-ACK,
                  client close started, server accept started, client packet FIN, step accept]
            """;

    private static Questions questions() {
        try {
            return ScenarioReader.read(FILE.getBytes(StandardCharsets.UTF_8), "asks.yaml", "asks", "own").questions();
        } catch (ScenarioException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /// Of a run that came by another way it is said that it did, and how, and not that it showed nothing or that something is still to come.
    @Test
    void aRunThatDidNotComeToItSaysSo() {
        Prediction returns = questions().prediction("returns");
        Finding order = new Finding(returns.proof().parts().getFirst(), FindingState.NOT_HELD, "", "accept at 1 ms, connect at 2 ms");
        Canvas canvas = new Canvas(160, Glyphs.ASCII);
        String card = RevealCard.of(new Revealed(asked(returns, "waits", 2), Outcome.NOT_SHOWN, null, List.of(order), List.of()), null, canvas).frame().text();
        assertTrue(card.contains("this run did not come to it: accept at 1 ms, connect at 2 ms"), card);

        Journey end = read("loopback");
        end = end.at(end.stops().size()).saying(new RunEvent.Answered(2, "holder", Question.PREDICT, "none", 3));
        String summary = SummaryCard.of(end, canvas).frame().text();
        assertTrue(summary.contains("did not happen as asked") && !summary.contains("nothing has decided it yet"), summary);
    }

    private static Answered asked(Prediction prediction, String choice, int confidence) {
        return new Answered(prediction, choice == null ? null : prediction.option(choice), confidence, 2);
    }

    /// Every card of a question and of what came of it.
    private static List<Card> all(Canvas canvas) {
        Questions questions = questions();
        Prediction returns = questions.prediction("returns");
        Prediction monitor = questions.prediction("monitor");
        List<TraceEvent> evidence = read("loopback").events().subList(4, 6);
        List<Card> cards = new ArrayList<>();
        for (OpenQuestion each : List.of(OpenQuestion.of(returns), OpenQuestion.seeing(returns), OpenQuestion.of(monitor),
                OpenQuestion.of(questions.puzzle("six")), OpenQuestion.of(questions.puzzle("nine")))) {
            cards.add(QuestionCard.keyed(QuestionCard.of(each, canvas), each, canvas));
        }
        cards.add(QuestionCard.sure(canvas));
        Option queue = returns.seeing().right();
        cards.add(RevealCard.of(new Revealed(asked(returns, "at-once", 1).seeing(queue), Outcome.AS_SAID, returns.right(), List.of(), evidence), queue, canvas));
        cards.add(RevealCard.of(new Revealed(asked(returns, "silent", 3).seeing(returns.seeing().option("program")), Outcome.OTHERWISE,
                returns.right(), List.of(), evidence), queue, canvas));
        cards.add(RevealCard.of(new Revealed(asked(returns, null, 0), Outcome.NOT_KNOWN, returns.right(), List.of(), evidence), queue, canvas));
        cards.add(RevealCard.of(new Revealed(asked(returns, "waits", 2), Outcome.NOT_SHOWN, null, List.of(), List.of()), null, canvas));
        cards.add(RevealCard.of(new Revealed(asked(monitor, "alive", 2), Outcome.NOT_JUDGED, null, List.of(), List.of()), null, canvas));
        OrderPuzzle six = questions.puzzle("six");
        List<EventText> e = six.events();
        List<EventText> run = List.of(e.get(1), e.get(4), e.get(2), e.get(0));
        List<TraceEvent> four = read("loopback").events().subList(4, 8);
        cards.add(RevealCard.of(new RevealedOrder(new Ordered(six, run, 2), true, run, List.of(e.get(3)), List.of(e.get(5)), null, four), canvas));
        cards.add(RevealCard.of(new RevealedOrder(new Ordered(six, List.of(e.get(0), e.get(1)), 2), false, run, List.of(e.get(3)), List.of(),
                new Break(Break.Kind.TOO_EARLY, e.get(0), e.get(1)), four), canvas));
        cards.add(RevealCard.of(new RevealedOrder(new Ordered(six, List.of(), 2), false, run, List.of(e.get(3)), List.of(), null, four), canvas));
        return cards;
    }

    @Test
    void questionsAndWhatCameOfThemAsTheyAreSeen() {
        StringBuilder drawn = new StringBuilder();
        for (Card card : all(new Canvas(80, Glyphs.UNICODE))) {
            drawn.append(card.frame().text()).append('\n');
        }
        // What broke and which belief was touched; as it came; not known.
        for (Frame frame : List.of(summary("waits", 3), summary("at-once", 2), summary(null, 0))) {
            drawn.append(frame.text()).append('\n');
        }

        GoldenText.check("step-predict.txt", drawn.toString());
    }

    @Test
    void aQuestionFitsTenLinesWithItsKeysAndNothingIsWiderThanItsCanvas() {
        for (int width = 60; width <= 120; width += 4) {
            for (Glyphs glyphs : Glyphs.values()) {
                for (Card card : all(new Canvas(width, glyphs))) {
                    for (Line line : card.frame().lines()) {
                        assertTrue(line.text().length() <= width, width + ": " + line.text());
                        assertTrue(glyphs == Glyphs.UNICODE || line.text().chars().allMatch(c -> c >= 0x20 && c < 0x7f), line.text());
                    }
                }
                for (Card card : all(new Canvas(width, glyphs)).subList(0, 6)) {
                    assertTrue(card.frame().lines().size() <= QuestionCard.MOST, width + ": " + card.frame().text());
                }
            }
        }
    }

    @Test
    void noAnswerIsCalledGoodOrBadByItsColour() {
        for (Card card : all(new Canvas(80, Glyphs.UNICODE))) {
            for (Line line : card.frame().lines()) {
                for (Segment each : line.segments()) {
                    assertTrue(each.role() != Role.BAD && each.role() != Role.GOOD, line.text());
                }
            }
        }
    }

    @Test
    void whatTheRunSaidLeadsBackToItsEvents() throws CommandException {
        Journey journey = read("loopback");
        Card told = all(new Canvas(80, Glyphs.UNICODE)).get(6);

        assertEquals(1, told.facts().size());
        assertTrue(WhereCard.of(told, 1, journey, new Canvas(80, Glyphs.UNICODE)).frame().text().contains("event 4"), told.frame().text());
    }

    private static int before(Journey journey, String label) {
        for (Stop stop : journey.stops()) {
            if (!stop.isEnd() && (stop.lane().label() + " " + stop.stage().label()).equals(label)) {
                return stop.number();
            }
        }
        throw new IllegalStateException("no stop before " + label);
    }

    /// All that a walk shows at its cursor.
    private static String seen(Journey at) throws CommandException {
        Canvas canvas = new Canvas(80, Glyphs.UNICODE);
        StringBuilder drawn = new StringBuilder();
        Card card = StopCard.of(at, canvas);
        drawn.append(card.frame().text()).append(StopCard.footer(at, card, canvas).text());
        for (int fact = 1; fact <= card.facts().size(); fact++) {
            drawn.append(WhereCard.of(card, fact, at, canvas).frame().text());
        }
        for (Pane pane : Pane.values()) {
            drawn.append(InspectCard.of(at, pane, canvas).frame().text());
        }
        for (int depth = 1; depth <= 3 && at.stop().isHeld(); depth++) {
            drawn.append(WhyCard.of(at, depth, false, canvas).text());
        }
        return drawn.append(SummaryCard.of(at, canvas).frame().text()).append(NotebookPage.frame(at, canvas).text())
                .append(NotebookPage.info(at, canvas).text()).append(NotebookPage.markdown(at)).toString();
    }

    /// The walk as it was when it stood at a stop: nothing of what came later is recorded.
    private static Journey cut(Journey whole, int stop) {
        long end = whole.stops().get(stop - 1).upTo();
        List<TraceEvent> events = whole.events().stream().filter(event -> event.sequence() < end).toList();
        return new Journey(whole.header(), events, whole.stops(), stop, end, List.of(), List.of(), 1, false, false, 0, true);
    }

    @Test
    void beforeItRanNothingThatIsShownDependsOnWhatCameLater() throws CommandException {
        Journey walk = read("loopback");
        int connect = before(walk, "client connect");
        Journey at = walk.at(connect);

        assertFalse(Answers.open(at).isEmpty());
        assertEquals(seen(cut(walk, connect)), seen(at));
        Journey answered = at.saying(new RunEvent.Answered(connect, "returns", Question.PREDICT, "waits", 3));
        assertEquals(seen(cut(walk, connect).saying(new RunEvent.Answered(connect, "returns", Question.PREDICT, "waits", 3))), seen(answered));
        assertTrue(seen(answered).contains("nothing has decided it yet"), seen(answered));
    }

    @Test
    void whyDoesNotTellWhatIsAskedBeforeItRan() throws CommandException {
        Journey walk = read("loopback");
        Canvas canvas = new Canvas(80, Glyphs.UNICODE);
        int connect = before(walk, "client connect");
        for (int depth = 1; depth <= 3; depth++) {
            String why = WhyCard.of(walk.at(connect), depth, false, canvas).text();
            assertTrue(why.contains("not yet       more would tell what is asked here"), why);
            assertFalse(why.contains("accepted"), why);
            assertTrue(WhyCard.of(walk.at(connect).quiet(), depth, false, canvas).text().contains("accepted") || depth == 1);
            assertFalse(WhyCard.of(walk.at(walk.stops().size()).at(connect), depth, false, canvas).text().contains("not yet"), "it has run");
        }
    }

    @Test
    void aQuestionStandsOpenOnlyWhereItsAnswerWasNotSeen() {
        Journey walk = read("loopback");
        int connect = before(walk, "client connect");
        Canvas canvas = new Canvas(80, Glyphs.UNICODE);

        assertTrue(StopCard.footer(walk.at(connect), StopCard.of(walk.at(connect), canvas), canvas).text().contains("p predict"));
        assertTrue(StopCard.of(walk.at(connect), canvas).frame().text().contains("what comes next?"));
        Journey back = walk.at(connect + 1).at(connect);
        assertEquals(List.of(), Answers.open(back));
        assertFalse(StopCard.footer(back, StopCard.of(back, canvas), canvas).text().contains("p predict"));
        assertEquals(List.of(), Answers.open(walk.at(connect).quiet()));
    }

    @Test
    void answersAreReadOutOfTheWalkAndThoseToNoQuestionArePassedOver() {
        Journey walk = read("loopback");
        int connect = before(walk, "client connect");
        Journey said = walk.at(connect).saying(new RunEvent.Answered(connect, "returns", Question.PREDICT, "waits", 9))
                .saying(new RunEvent.Answered(connect, "no-such", Question.ORDER, "1 2", 0))
                .saying(new RunEvent.Answered(connect, "holder", Question.PREDICT, "no-such-option", 2));

        Predictions predictions = Answers.of(said);
        assertEquals(List.of("returns", "holder"), predictions.asked().stream().map(each -> each.prediction().id()).toList());
        assertEquals(0, predictions.asked("returns").confidence(), "a damaged figure is none");
        assertTrue(predictions.asked("holder").isOpen());
        assertEquals(List.of(), Answers.open(said));
        assertTrue(StopCard.of(said, new Canvas(80, Glyphs.UNICODE)).frame().text().contains("predicted     returns: It waits"));
    }

    private static Frame summary(String choice, int confidence) {
        Journey walk = read("loopback");
        int connect = before(walk, "client connect");
        Journey end = walk.at(connect).saying(new RunEvent.Answered(connect, "returns", Question.PREDICT, choice, confidence))
                .at(walk.stops().size());
        return SummaryCard.of(end, new Canvas(80, Glyphs.UNICODE)).frame();
    }
}
