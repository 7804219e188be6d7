package dev.lifeline.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.Failure;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.SocketPurpose;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.socket.Interest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who is a stranger, and from when on that is known.
class ForeignConnectionsTest {

    private static final Endpoint SERVER = new Endpoint("127.0.0.1", 7400);

    private final OwnEvents own = new OwnEvents();
    private final List<String> passed = new ArrayList<>();
    private long sequence;

    private void event(Lane lane, int connection, EventBody body) {
        TraceEvent event = new TraceEvent(sequence, 10 * sequence, lane, Evidence.APPLICATION, connection, 0, body);
        sequence++;
        tell(own.pass(List.of(event)));
    }

    private void tell(List<TraceEvent> events) {
        for (TraceEvent event : events) {
            String what = event.body() instanceof StageEvent stage ? stage.stage().label()
                    : event.body().getClass().getSimpleName();
            passed.add(event.lane().label() + event.connection() + " " + what);
        }
    }

    private long connects(int number, Endpoint to) {
        event(Lane.CLIENT, number, new StageEvent.Started(Stage.CONNECT, null, to));
        return sequence - 1;
    }

    private void connected(int number, long started, int port) {
        FourTuple tuple = new FourTuple(new Endpoint("127.0.0.1", port), SERVER);
        event(Lane.CLIENT, number, new StageEvent.Finished(Stage.CONNECT, started, new Outcome.Connected(tuple)));
    }

    private void fails(int number, long started, ErrorCode code) {
        event(Lane.CLIENT, number, new StageEvent.Failed(Stage.CONNECT, started,
                new Failure(code, Operation.CONNECT, null, null, null)));
    }

    private void accepted(int number, int port) {
        FourTuple tuple = new FourTuple(SERVER, new Endpoint("127.0.0.1", port));
        event(Lane.SERVER, number, new StageEvent.Finished(Stage.ACCEPT, -1, new Outcome.Accepted(tuple, 1, 1)));
    }

    @Test
    void acceptAfterConnectIsOwn() {
        connected(1, connects(1, SERVER), 40_001);
        accepted(1, 40_001);
        assertEquals(List.of("client1 connect", "client1 connect", "server1 accept"), passed);
    }

    @Test
    void acceptBeforeConnectReturnsWaitsForIt() {
        long started = connects(1, SERVER);
        event(Lane.SERVER, 1, new StageEvent.Started(Stage.ACCEPT, SERVER, null));
        accepted(1, 40_001);
        event(Lane.SERVER, 0, new LoopEvent.AcceptLoopEnded(1));
        assertEquals(List.of("client1 connect"), passed);
        connected(1, started, 40_001);
        assertEquals(List.of("client1 connect", "server1 accept", "server1 accept", "server0 AcceptLoopEnded",
                "client1 connect"), passed);
    }

    @Test
    void whileNothingConnectsAStrangerIsKnownAtOnce() {
        accepted(1, 50_001);
        event(Lane.SERVER, 1, new LoopEvent.Registered(Interest.READ));
        connected(1, connects(1, SERVER), 40_001);
        accepted(2, 40_001);
        assertEquals(List.of("client1 connect", "client1 connect", "server2 accept"), passed);
    }

    @Test
    void aStrangerDuringAConnectIsKnownWhenThatHasReturned() {
        long started = connects(1, SERVER);
        accepted(1, 50_001);
        accepted(2, 40_001);
        connected(1, started, 40_001);
        assertEquals(List.of("client1 connect", "server2 accept", "client1 connect"), passed);
    }

    @Test
    void aConnectToAnotherAddressIsNotWaitedFor() {
        connects(1, new Endpoint("::1", 7400));
        accepted(1, 50_001);
        assertEquals(List.of("client1 connect"), passed);
        event(Lane.SERVER, 0, new LoopEvent.AcceptLoopEnded(1));
        assertEquals(List.of("client1 connect", "server0 AcceptLoopEnded"), passed);
    }

    @Test
    void afterARefusalAStrangerIsCertain() {
        fails(1, connects(1, SERVER), ErrorCode.ECONNREFUSED);
        accepted(1, 50_001);
        assertEquals(List.of("client1 connect", "client1 connect"), passed);
    }

    @Test
    void aConnectThatGaveUpMayHaveBeenAccepted() {
        long started = connects(1, SERVER);
        accepted(1, 40_001);
        fails(1, started, ErrorCode.TIMEOUT);
        assertEquals(List.of("client1 connect", "server1 accept", "client1 connect"), passed);
    }

    @Test
    void whatIsOpenAtTheEndPasses() {
        connects(1, SERVER);
        accepted(1, 40_001);
        tell(own.rest());
        assertEquals(List.of("client1 connect", "server1 accept"), passed);
    }

    @Test
    void findingsAboutAStrangersSocketAreItsOwn() {
        connected(1, connects(1, SERVER), 40_001);
        accepted(1, 50_001);
        event(Lane.KERNEL, 1, new KernelEvent.DescriptorFound(Lane.SERVER, SocketPurpose.ACCEPTED, 9, 1));
        accepted(2, 40_001);
        event(Lane.KERNEL, 1, new KernelEvent.DescriptorFound(Lane.SERVER, SocketPurpose.ACCEPTED, 10, 2));
        assertEquals(List.of("client1 connect", "client1 connect", "server2 accept", "kernel1 DescriptorFound"), passed);
    }
}
