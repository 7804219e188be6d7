package dev.lifeline.view.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Target;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.walk.StepEnding;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.answer.PlayAnswer;
import dev.lifeline.view.frame.Canvas;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The sockets at the labels of a play's steps.
class LabelTablesTest {

    private static final Endpoint SERVER = new Endpoint("127.0.0.1", 7007);
    private static final FourTuple TUPLE = new FourTuple(new Endpoint("127.0.0.1", 50000), SERVER);
    private static final long MILLI = 1_000_000;

    private final List<TraceEvent> events = new ArrayList<>();

    private long event(double at, Lane lane, int connection, EventBody body) {
        events.add(new TraceEvent(events.size(), (long) (at * MILLI), lane, Evidence.KERNEL, connection, 0, body));
        return events.size() - 1;
    }

    private void seen(double at, Lane end, SocketState state, long inode, long unread, long cause) {
        event(at, Lane.KERNEL, 1, new KernelEvent.SocketSeen(end, end == Lane.CLIENT ? TUPLE : TUPLE.reversed(),
                new SocketSnapshot(state, 7, inode, unread, 0, SocketTimer.NONE, 0, 0, null, null, null), Occasion.EVENT, cause));
    }

    /// A write at label `request`, of which sockets are expected, and a look by a step at label `later`; a connect whose own look is none.
    private TraceIndex play() {
        event(0, Lane.SERVER, 0, new PlayEvent.ActorPlaced("server", SERVER));
        event(0, Lane.CLIENT, 1, new PlayEvent.ConnectionOwned("client", null, false));
        event(0, Lane.CLIENT, 0, new PlayEvent.StepStarted(1, "client", "connect", "connected"));
        long connect = event(1, Lane.CLIENT, 1, new StageEvent.Started(Stage.CONNECT, null, SERVER));
        long connected = event(2, Lane.CLIENT, 1, new StageEvent.Finished(Stage.CONNECT, connect, new Outcome.Connected(TUPLE)));
        seen(2.1, Lane.CLIENT, SocketState.ESTABLISHED, 11, 0, connected);
        event(2.2, Lane.CLIENT, 0, new PlayEvent.StepEnded(1, "client", "connect", StepEnding.DONE, null));
        event(2.5, Lane.SERVER, 1, new StageEvent.Finished(Stage.ACCEPT, -1, new Outcome.Accepted(TUPLE.reversed(), 0, 1)));
        event(3, Lane.CLIENT, 0, new PlayEvent.StepStarted(2, "client", "write", "request"));
        long ended = event(4, Lane.CLIENT, 0, new PlayEvent.StepEnded(2, "client", "write", StepEnding.DONE, null));
        seen(4.1, Lane.CLIENT, SocketState.ESTABLISHED, 11, 0, ended);
        seen(4.15, Lane.SERVER, SocketState.ESTABLISHED, 0, 7, ended);
        event(4.2, Lane.KERNEL, 0, new KernelEvent.ListenerSeen(SERVER, 1, 8, Occasion.EVENT, ended, 1));
        long look = event(6, Lane.CLIENT, 0, new PlayEvent.StepStarted(3, "machine", "look", "later"));
        seen(6.1, Lane.CLIENT, SocketState.CLOSE_WAIT, 11, 1, look);
        event(6.15, Lane.SERVER, 1, new PlayEvent.ConnectionOwned("peer", "server", false));
        event(6.2, Lane.KERNEL, 1, new KernelEvent.SocketGone(Lane.SERVER, TUPLE.reversed(), SocketState.LAST_ACK, look));
        event(6.3, Lane.CLIENT, 0, new PlayEvent.StepEnded(3, "machine", "look", StepEnding.DONE, null));
        TraceHeader header = new TraceHeader("test", new Target("127.0.0.1", 7007), TraceHeader.Mode.LOOPBACK, Instant.EPOCH, "test", Map.of(),
                List.of(), List.of(), 1);
        return TraceIndex.of(new Trace(header, events, true));
    }

    @Test
    void bothEndsAndTheListenerAreShownAsSsWould() {
        assertEquals("""

                sockets              state        inode             recv-q  send-q  timer
                client               ESTABLISHED  11                     0       0  -
                client's server end  ESTABLISHED  0 (not accepted)       7       0  -
                server               LISTEN       -                      1       8  -
                              at request, looked at by 3.2 ms, 0.2 ms after the step had ended

                sockets       state       inode  recv-q  send-q  timer
                client        CLOSE_WAIT  11          1       0  -
                peer          gone        -           -       -  -
                              at later, looked at by 5.2 ms
                """, LabelTables.all(play(), false, new Canvas(100, Glyphs.ASCII)).text());
    }

    /// Where a table would lose its queues, the same is said in a sentence.
    @Test
    void aNarrowTerminalLosesNoQueue() {
        assertEquals("""

                sockets       client ESTABLISHED; client's server end
                              ESTABLISHED, not accepted, 7 bytes unread;
                              server: accept queue 1 of 8
                              at request, looked at by 3.2 ms, 0.2 ms after
                              the step had ended

                sockets       state       inode  recv-q  send-q  timer
                client        CLOSE_WAIT  11          1       0  -
                peer          gone        -           -       -  -
                              at later, looked at by 5.2 ms
                """, LabelTables.all(play(), false, new Canvas(60, Glyphs.ASCII)).text());
    }

    /// Of a crowd the first are shown, and what the others are is counted.
    @Test
    void ofManyTheOthersAreCountedByTheirState() {
        event(0, Lane.CLIENT, 0, new PlayEvent.StepStarted(1, "storm", "connect", "storm"));
        long ended = event(1, Lane.CLIENT, 0, new PlayEvent.StepEnded(1, "storm", "connect", StepEnding.DONE, null));
        for (int i = 1; i <= 20; i++) {
            FourTuple tuple = new FourTuple(new Endpoint("127.0.0.1", 50000 + i), SERVER);
            SocketSnapshot socket = new SocketSnapshot(i > 14 ? SocketState.SYN_SENT : SocketState.ESTABLISHED, 7, 1, 0, 0, SocketTimer.NONE, 0, 0,
                    null, null, null);
            event(2, Lane.KERNEL, i, i == 20 ? new KernelEvent.SocketGone(Lane.CLIENT, tuple, SocketState.SYN_SENT, ended)
                    : new KernelEvent.SocketSeen(Lane.CLIENT, tuple, socket, Occasion.EVENT, ended));
        }
        TraceHeader header = new TraceHeader("test", new Target("127.0.0.1", 7007), TraceHeader.Mode.LOOPBACK, Instant.EPOCH, "test", Map.of(),
                List.of(), List.of(), 20);
        String text = LabelTables.all(TraceIndex.of(new Trace(header, events, true)), false, new Canvas(100, Glyphs.ASCII)).text();
        assertEquals(11, text.lines().filter(line -> line.startsWith("client ")).count(), text);
        assertTrue(text.contains("              and 9 more ends of connections: 3 ESTABLISHED, 5 SYN_SENT, 1 gone\n"), text);
    }

    @Test
    void sentencesSayTheSame() {
        assertEquals("""
                At request, looked at by 3.2 ms, 0.2 ms after the step had ended: client ESTABLISHED; client's server end ESTABLISHED, not
                  accepted, 7 bytes unread; server: accept queue 1 of 8.
                At later, looked at by 5.2 ms: client CLOSE_WAIT; peer gone.
                """, LabelTables.all(play(), true, new Canvas(126, Glyphs.ASCII)).text());
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 200})
    void nothingIsWiderThanTheTerminal(int width) {
        for (boolean sentences : new boolean[] {false, true}) {
            LabelTables.all(play(), sentences, new Canvas(width, Glyphs.UNICODE)).text().lines()
                    .forEach(line -> assertTrue(line.length() <= width, line));
        }
    }

    @Test
    void theNormalAnswerHasTheMomentThatIsToBeWatchedAndNoOther() {
        TraceIndex index = play();
        String told = "at request: client ESTABLISHED; client's server end ESTABLISHED,";
        assertTrue(normal(index, "The bytes at request, and the state.").contains("sockets       " + told));
        assertTrue(!normal(index, "The bytes at request, and the state.").contains("at later"));
        assertTrue(!normal(index, "The bytes that were requested, and the pre-request.").contains("sockets"));
        assertTrue(PlayAnswer.sentences(text("What is there at later."), List.of(), List.of(), "", index.labels(), new Canvas(120, Glyphs.ASCII)).text()
                .contains("At later: client CLOSE_WAIT; peer gone."));
    }

    private static ScenarioText text(String watch) {
        return new ScenarioText("id", "A claim.", watch, "A reason.", List.of());
    }

    private static String normal(TraceIndex index, String watch) {
        return PlayAnswer.normal(text(watch), List.of(), List.of(), "", index.labels(), new Canvas(120, Glyphs.ASCII), 10).text();
    }
}
