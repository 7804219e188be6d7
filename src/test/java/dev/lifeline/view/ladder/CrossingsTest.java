package dev.lifeline.view.ladder;

import static dev.lifeline.view.Life.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.analysis.DrawnConnection;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.text.Glyphs;
import dev.lifeline.view.Life;
import dev.lifeline.view.Lives;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrossingsTest {

    private static final FourTuple TUPLE = new FourTuple(Lives.CLIENT, Lives.SERVER);

    private final Life life = new Life();

    @Test
    void theSameFourTupleOnBothSidesIsOneHandshake() {
        life.client(1).begins(1, Stage.CONNECT).ends(3, Stage.CONNECT, new Outcome.Connected(TUPLE));
        life.server(1).begins(2, Stage.ACCEPT).ends(4, Stage.ACCEPT, new Outcome.Accepted(TUPLE.reversed(), 1, 1));
        assertEquals(List.of("both handshake"), crossings());
    }

    @Test
    void anotherFourTupleIsNoHandshakeOfOurs() {
        FourTuple translated = new FourTuple(Lives.SERVER, new Endpoint("192.0.2.1", 4000));
        life.client(1).begins(1, Stage.CONNECT).ends(3, Stage.CONNECT, new Outcome.Connected(TUPLE));
        life.server(1).begins(2, Stage.ACCEPT).ends(4, Stage.ACCEPT, new Outcome.Accepted(translated, 1, 1));
        assertEquals(List.of(), crossings());
    }

    @Test
    void whatOneSideWroteAndTheOtherReadHasCrossed() {
        wrote(1, 2, "ping");
        life.server(1).at(3, new StreamEvent.ChunkRead(bytes("ping")));
        assertEquals(List.of("from client \"ping\""), crossings());
    }

    @Test
    void aReadMayBeStampedBeforeTheWriteReturned() {
        wrote(1, 5, "ping");
        life.server(1).at(3, new StreamEvent.ChunkRead(bytes("ping")));
        assertEquals(List.of("from client \"ping\""), crossings());
    }

    @Test
    void whatNobodyWasSeenToWriteHasNoArrow() {
        life.server(1).at(3, new StreamEvent.ChunkRead(bytes("ping")));
        assertEquals(List.of(), crossings());
    }

    @Test
    void moreBytesReadThanWrittenHaveNoArrow() {
        wrote(1, 2, "ping");
        life.server(1).at(3, new StreamEvent.ChunkRead(bytes("ping"))).at(4, new StreamEvent.ChunkRead(bytes("more")));
        assertEquals(List.of("from client \"ping\""), crossings());
    }

    @Test
    void aReadBeforeAnyWriteBeganHasNoArrow() {
        life.server(1).at(1, new StreamEvent.ChunkRead(bytes("ping")));
        wrote(2, 3, "ping");
        assertEquals(List.of(), crossings());
    }

    @Test
    void anEndOfStreamBehindAnOutputThatWasShutIsItsFin() {
        life.client(1).at(1, new StreamEvent.OutputShut());
        life.server(1).at(2, new StreamEvent.EndOfStream());
        assertEquals(List.of("from client FIN"), crossings());
    }

    @Test
    void anEndOfStreamThatNobodyWasSeenToSendHasNoArrow() {
        life.server(1).at(2, new StreamEvent.EndOfStream());
        assertEquals(List.of(), crossings());
    }

    @Test
    void aResetNeedsAnEndThatWasClosedByReset() {
        life.client(1).begins(1, Stage.FIRST_BYTE);
        life.server(1).begins(2, Stage.CLOSE).ends(4, Stage.CLOSE, new Outcome.Closed(CloseKind.RESET, null, 0, 0));
        life.client(1).fails(3, Stage.FIRST_BYTE, ErrorCode.ECONNRESET, Operation.READ, null, null);
        assertEquals(List.of("from server RST"), crossings());
    }

    @Test
    void aResetByAnOrderlyEndHasNoArrow() {
        life.client(1).begins(1, Stage.FIRST_BYTE);
        life.server(1).begins(2, Stage.CLOSE).ends(4, Stage.CLOSE, new Outcome.Closed(CloseKind.HALF, Lane.SERVER, 0, 0));
        life.client(1).fails(3, Stage.FIRST_BYTE, ErrorCode.ECONNRESET, Operation.READ, null, null);
        assertEquals(List.of(), crossings());
    }

    private void wrote(double from, double to, String text) {
        life.client(1).begins(from, Stage.WRITE)
                .ends(to, Stage.WRITE, new Outcome.Moved(bytes(text), 1, Ending.COMPLETE));
    }

    private List<String> crossings() {
        Trace trace = life.trace(Mode.LOOPBACK, "localhost:7007", 1, true);
        TraceIndex index = TraceIndex.of(trace);
        List<String> found = new ArrayList<>();
        for (Rung rung : Rungs.of(index, DrawnConnection.of(index.connections().numbered(1), index), Glyphs.UNICODE, Length.FULL, false)) {
            if (rung instanceof Rung.Crossing crossing) {
                found.add((crossing.both() ? "both " : "from " + crossing.from().label() + " ") + crossing.label());
            }
        }
        return found;
    }
}
