package dev.lifeline.run;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.client.Deadlines;
import dev.lifeline.client.Resolver;
import dev.lifeline.client.Script;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Target;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.race.Personality;
import dev.lifeline.server.Behaviour;
import dev.lifeline.server.ServerOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// A server of our own is open to every program on the machine; the trace is of our own connections.
@Timeout(60)
class TraceRunTest {

    private static final long SECOND = 1_000_000_000;

    /// Takes the events as a recording does, and has other programs connect: before the client's first connect, and later.
    private static final class Crowd implements RunObserver {
        private final List<TraceEvent> events = new ArrayList<>();
        private final List<Socket> open = new ArrayList<>();
        private final int early;
        private int port;

        Crowd(int early) {
            this.early = early;
        }

        private void come() throws IOException {
            Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
            socket.getOutputStream().write('x');
            assertEquals('x', socket.getInputStream().read());
            open.add(socket);
        }

        @Override
        public void header(TraceHeader header) throws IOException {
            port = header.target().port();
            for (int i = 0; i < early; i++) {
                come();
            }
            if (early > 0) {
                open.removeFirst().close();
            }
        }

        @Override
        public void take(List<TraceEvent> more) {
            events.addAll(more);
        }

        @Override
        public void failed(IOException cause) {
            throw new AssertionError(cause);
        }
    }

    private static Trace run(int count, RunObserver witness) throws Exception {
        Script script = Script.CONNECT_ONLY.sending(new byte[] {'p'}).stoppingAfter(1).within(Deadlines.DEFAULT);
        ConnectPlan plan = new ConnectPlan(new Target("127.0.0.1", 0),
                new ServerPlan(Behaviour.DEFAULT, ServerOptions.DEFAULT_BACKLOG), null, null, Personality.DEFAULT,
                SECOND, SECOND, script, count, 0, EvidenceChoice.AUTO);
        return TraceRun.prepare(plan, "test", Resolver.SYSTEM).execute(witness);
    }

    private static List<TraceEvent> accepts(List<TraceEvent> events) {
        return events.stream().filter(event -> event.body() instanceof StageEvent.Finished finished
                && finished.outcome() instanceof Outcome.Accepted).toList();
    }

    private static long closes(List<TraceEvent> events) {
        return events.stream().filter(event -> event.lane() == Lane.SERVER && event.body() instanceof StageEvent.Finished finished
                && finished.stage() == Stage.CLOSE).count();
    }

    private static List<String> remarks(List<TraceEvent> events) {
        return events.stream()
                .filter(event -> event.body() instanceof RunEvent.Remark remark && remark.text().contains("program"))
                .map(event -> ((RunEvent.Remark) event.body()).text()).toList();
    }

    @Test
    void connectionsOfOtherProgramsAreCountedAndNotShown() throws Exception {
        Crowd crowd = new Crowd(3);
        Trace trace = run(2, crowd);
        List<Integer> numbers = accepts(trace.events()).stream().map(TraceEvent::connection).toList();
        assertAll(() -> assertEquals(List.of(4, 5), numbers), () -> assertEquals(2, closes(trace.events())),
                () -> assertEquals(List.of("3 connections of other programs were accepted meanwhile; they are not shown"),
                        remarks(trace.events())),
                () -> assertTrue(trace.events().stream().noneMatch(event -> event.lane() == Lane.SERVER && event.connection() > 0
                        && event.connection() < 4), trace.events().toString()));
    }

    @Test
    void aRecordingHasTheSameEventsAsTheTrace() throws Exception {
        Crowd crowd = new Crowd(1);
        Trace trace = run(3, crowd);
        assertAll(() -> assertEquals(trace.events(), new Trace(trace.header(), crowd.events, true).events()),
                () -> assertEquals(List.of("1 connection of another program was accepted meanwhile; it is not shown"),
                        remarks(crowd.events)));
    }

    @Test
    void withoutOthersNothingIsSaid() throws Exception {
        Crowd nobody = new Crowd(0);
        Trace trace = run(3, nobody);
        assertAll(() -> assertEquals(3, accepts(trace.events()).size()), () -> assertEquals(List.of(), remarks(trace.events())),
                () -> assertEquals(trace.events(), new Trace(trace.header(), nobody.events, true).events()));
    }
}
