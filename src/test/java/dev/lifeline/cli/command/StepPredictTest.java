package dev.lifeline.cli.command;

import static dev.lifeline.cli.command.PipedWalk.shell;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.cli.Shell;
import dev.lifeline.file.TraceReader;
import dev.lifeline.model.Trace;
import dev.lifeline.model.event.RunEvent.Answered;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Predictions on real sockets: asked before the call, told after it.
@Timeout(120)
class StepPredictTest {

    private static final String SCENARIO = """
            claim: A connection is complete before any program accepts it.
            watch: The queue while nobody has called accept.
            why: The kernel does it.
            actors:
              server: {kind: server}
              client: {kind: client, to: server}
            steps:
              - {actor: server, do: listen}
              - {actor: client, do: connect, label: connect}
              - {actor: server, do: accept, as: peer, label: accept}
              - {actor: client, do: close, label: close}
              - {actor: peer, do: close}
            expect:
              - {see: stage, of: client, stage: connect, outcome: finished}
            predict:
              - id: returns
                at: connect
                ask: What does connect do?
                options:
                  - {id: waits, say: It waits for accept, belief: connected-is-accepted, because: it sounds so}
                  - {id: at-once, say: It returns at once, right: true, because: the kernel answers}
                proof:
                  - {see: order, events: [client connect finished, server accept started]}
                see:
                  ask: Where was the connection when connect had returned?
                  options:
                    - {id: queue, say: In the accept queue, right: true, because: it was}
                    - {id: program, say: In the program, because: it was not}
              - id: taken
                at: accept
                ask: What does accept send?
                transfer: true
                options:
                  - {id: nothing, say: Nothing, right: true, because: it hands out what is there}
                  - {id: ack, say: An ACK, because: the kernel has sent it}
            order:
              - id: life
                at: connect
                ask: Put these in order; one never happens.
                events: [server accept, client connect finished, client close, server connect]
                never: [server connect]
            """;

    @TempDir
    Path folder;

    private Path scenario;

    @BeforeEach
    void write() throws Exception {
        scenario = folder.resolve("asks.yaml");
        Files.writeString(scenario, SCENARIO);
    }

    private Shell.Ran walk(String commands, String... more) {
        List<String> args = new java.util.ArrayList<>(List.of("step"));
        args.addAll(List.of(more));
        return shell(commands).with("XDG_STATE_HOME", folder.resolve("state").toString()).run(args.toArray(String[]::new));
    }

    private static List<Answered> answers(Path recording) throws Exception {
        Trace trace = TraceReader.read(recording).trace();
        return trace.events().stream().filter(event -> event.body() instanceof Answered).map(event -> (Answered) event.body()).toList();
    }

    private static void before(Shell.Ran ran, String first, String later) {
        assertTrue(ran.out().contains(first), ran.out());
        assertTrue(ran.out().indexOf(first) < ran.out().indexOf(later), first + " before " + later + ": " + ran.out());
    }

    @Test
    void aWrongAnswerIsToldAfterTheCallFirstWhatWasSeenAndThenWhatTheKernelSaid() throws Exception {
        Path saved = folder.resolve("walk.ndjson");
        Shell.Ran ran = walk("n\np\na\n3\np b a c\nn\nn\nb\nn\nn\nn\nsave " + saved + "\n", scenario.toString());

        assertEquals(0, ran.code(), ran.err() + ran.out());
        before(ran, "predict       What does connect do?", "connect       client");
        before(ran, "how sure?", "connect       client");
        before(ran, "accept        server", "look back     Where was the connection");
        before(ran, "look back     Where was", "you said      a  It waits for accept; sure (3 of 3)");
        before(ran, "you said      a  It waits", "kernel said   b  It returns at once");
        before(ran, "you saw       In the program; the run shows: In the accept queue", "kernel said");
        before(ran, "over          the end", "A connection is complete before any program");
        before(ran, "over          the end", "the run       b a c");
        before(ran, "right         the run went in this order", "predicted     3 questions in this walk, 2 answered, 1 as it came");
        assertTrue(ran.out().contains("broke first   returns, asked at stop 2"), ran.out());
        assertTrue(ran.out().contains("belief        \"connect() has returned: the program has accepted.\", sure"), ran.out());
        assertEquals(List.of("waits 3", "2 1 3 0", "program 0"), answers(saved).stream().map(each -> each.choice() + " " + each.confidence()).toList());

        Shell.Ran again = walk("n\nn\nn\nn\nn\nsummary\n", "--replay", saved.toString());
        assertEquals(0, again.code(), again.err());
        assertTrue(again.out().contains("predicted     returns: It waits for accept, sure (3 of 3)"), again.out());
        before(again, "you said      a  It waits for accept", "REPLAY        the end");
    }

    @Test
    void aRightAnswerDoNotKnowAndASkipAreToldAsWhatTheyAre() throws Exception {
        Path page = folder.resolve("page.md");
        Shell.Ran ran = walk("n\np b 1\np\n\nn\np ?\nn\n\nn\nn\nnotebook " + page + "\n", scenario.toString());

        assertEquals(0, ran.code(), ran.err() + ran.out());
        assertAll(() -> assertTrue(ran.out().contains("skipped; p asks again as long as you stand here"), ran.out()),
                () -> assertTrue(ran.out().contains("noted: don't know"), ran.out()),
                () -> assertTrue(ran.out().contains("you said      b  It returns at once; a guess (1 of 3)"), ran.out()),
                () -> assertTrue(ran.out().contains("you said      don't know\nis right      a  Nothing; no run of this walk shows it"), ran.out()),
                () -> assertFalse(ran.out().contains("the run  "), "the puzzle was skipped: " + ran.out()),
                () -> assertTrue(ran.out().contains("predicted     3 questions in this walk, 2 answered, 1 as it came"), ran.out()),
                () -> assertTrue(Files.readString(page).contains("## Predictions\n\n```\npredicted     3 questions"), Files.readString(page)));
    }

    /// In sentences a number stands for a choice, but not while it can be an answer.
    @Test
    void inSentencesALetterAndAFigureAreForTheQuestion() throws Exception {
        Path saved = folder.resolve("plain.ndjson");
        Shell.Ran ran = walk("1\np\n2\na\n3\nsave " + saved + "\n2\nq\n", scenario.toString(), "--face", "plain");

        assertEquals(0, ran.code(), ran.err() + ran.out());
        assertFalse(ran.out().startsWith("Claim:"), "it would tell the answer: " + ran.out());
        before(ran, "stop 2: the play stands before step 2", "What does connect do?\na: It waits for accept\nb: It returns at once\n");
        before(ran, "What does connect do?", "Answer one of a b, with 1 to 3 behind it");
        before(ran, "How sure? Type 1 for a guess", "Noted; it is told once it was seen");
        before(ran, "Noted; it is told once it was seen", "Run 1, stop 3");
        assertEquals(List.of("waits 3"), answers(saved).stream().map(each -> each.choice() + " " + each.confidence()).toList());
    }

    @Test
    void inSentencesWhatComesOfAnAnswerIsWhole() {
        Shell.Ran ran = walk("n\np a 3\nn\nn\nn\n\nq\n", scenario.toString(), "--face", "plain");

        String text = ran.out().replaceAll("\\s+", " ");
        assertTrue(text.contains("You said: a: It waits for accept; sure (3 of 3). Line 1: Kernel said: b: It returns at once. "
                + "Because: the kernel answers. Tempting: a: it sounds so."), ran.out());
    }

    @Test
    void nonsenseIsAnsweredInOneLineAndTheQuestionStays() {
        Shell.Ran ran = walk("n\np\nzzz\nb 7\nb\n9\n2\np\na a\n\nq\n", scenario.toString());

        assertAll(() -> assertTrue(ran.out().contains("? answer one of a b, with 1 to 3 behind it"), ran.out()),
                () -> assertEquals(3, ran.out().split("\\? how sure is 1, 2 or 3", -1).length, ran.out()),
                () -> assertTrue(ran.out().contains("? a is there twice"), ran.out()),
                () -> assertTrue(ran.out().contains("noted; it is told once it was seen"), ran.out()));
    }

    @Test
    void theEndOfInputInAQuestionKeepsWhatWasSaid() throws Exception {
        Shell.Ran ran = walk("n\np\nb\n", scenario.toString());
        assertEquals(0, ran.code(), ran.err());
        try (var kept = Files.list(folder.resolve("state/lifeline/steps"))) {
            assertEquals(List.of("at-once 0"), answers(kept.findFirst().orElseThrow()).stream().map(each -> each.choice() + " " + each.confidence()).toList());
        }
        assertEquals(0, walk("n\np\n", scenario.toString()).code());
    }

    @Test
    void aCommandLeavesAQuestion() {
        Shell.Ran ran = walk("n\np\ni sockets\np\nn\n", scenario.toString());

        assertEquals(2, ran.out().split("predict       What does connect do", -1).length - 1, ran.out());
        assertTrue(ran.out().contains("accept queue  [■"), "it went on: " + ran.out());
    }

    @Test
    void askAsksByItselfAndOffIsSilent() {
        Shell.Ran asked = walk("n\n\n\nn\n", scenario.toString(), "--predict", "ask");
        before(asked, "predict       What does connect do?", "order         Put these in order");
        before(asked, "order         Put these in order", "accept queue  [■");

        Shell.Ran off = walk("n\np\nn\n", scenario.toString(), "--predict", "off");
        assertFalse(off.out().contains("what comes next?"), off.out());
        assertTrue(off.out().startsWith("claim         A connection is complete"), "nothing is asked, so it may be told: " + off.out());
        String why = walk("w 3\nn\nw 2\n", scenario.toString()).out();
        assertFalse(why.contains("The kernel does it") || why.contains("A connection is complete"), why);
        assertTrue(why.contains("not yet       its claim would tell what this walk asks"), why);
        assertTrue(off.out().contains("? questions are off: --predict offer has them"), off.out());
        assertEquals(2, walk("q\n", "--predict", "aks").code());
        assertTrue(walk("q\n", "--predict", "aks").err().contains("did you mean ask?"));
    }

    /// Somebody who wants to be asked runs past no question: `continue` goes to the next one, live and in a recording.
    @Test
    void whereQuestionsComeByThemselvesNobodyRunsPastOne() throws Exception {
        Path saved = folder.resolve("asked.ndjson");
        Shell.Ran live = walk("c\n\n\nc\n\nc\n\nsave " + saved + "\n", "--predict", "ask");
        assertTrue(live.out().contains("stopped       before connect, client                          run 1, stop 2"), live.out());
        assertTrue(live.out().contains("stopped       before write, client                            run 1, stop 3"), live.out());
        assertTrue(live.out().contains("stopped       before close, client                            run 1, stop 4"), live.out());

        Shell.Ran offered = walk("c\n");
        assertTrue(offered.line("over          the end").endsWith("run 1, stop 2"), offered.out());
        Shell.Ran replayed = walk("c\n\n\nc\n", "--replay", saved.toString(), "--predict", "ask");
        assertTrue(replayed.out().contains("REPLAY        before connect, client"), replayed.out());
        assertTrue(replayed.out().contains("REPLAY        before write, client"), replayed.out());
    }

    @Test
    void lookingBackNothingIsAskedAndWhatIsPastIsNoPrediction() {
        Shell.Ran ran = walk("n\nn\nb\np\nn\np\n", scenario.toString());

        assertTrue(ran.out().contains("? what comes next was seen already, so it is no prediction any more: live goes"), ran.out());
    }

    @Test
    void programsGetAPredictionAndARevealAsLinesOfTheirOwn() {
        Shell.Ran ran = walk("n\np\na 2\nn\nn\n\n", scenario.toString(), "--json");

        assertAll(() -> assertTrue(ran.out().contains("\"kind\":\"step\",\"replay\":false,\"predictions\":[\"returns\",\"life\"]"), ran.out()),
                () -> assertTrue(ran.out().contains("{\"type\":\"prediction\",\"stop\":2,\"id\":\"returns\",\"question\":\"predict\","
                        + "\"ask\":\"What does connect do?\",\"options\":[\"It waits for accept\",\"It returns at once\"]"), ran.out()),
                () -> assertTrue(ran.out().contains("\"type\":\"prediction\",\"stop\":4,\"id\":\"returns\",\"question\":\"see\""), ran.out()),
                () -> assertTrue(ran.out().contains("{\"type\":\"reveal\",\"stop\":4,\"id\":\"returns\",\"question\":\"predict\",\"outcome\":\"otherwise\","
                        + "\"said\":\"waits\",\"shown\":\"at-once\","), ran.out()));
    }

    /// Which of its questions can be told depends on what the kernel shows here.
    @Test
    void theWalkWithoutAScenarioAsksBeforeItConnects() {
        Shell.Ran ran = walk("n\np c 3\nbreak accept\nc\nc\n");

        assertEquals(0, ran.code(), ran.err());
        before(ran, "what comes next? 2 questions: p asks them before it runs", "connect       client");
        before(ran, "before accept, server", "you said      c  It returns at once; sure (3 of 3)");
        assertTrue(ran.out().contains("kernel said   c  It returns at once"), ran.out());
    }
}
