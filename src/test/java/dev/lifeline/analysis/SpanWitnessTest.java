package dev.lifeline.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.KernelEvent.DescriptorFound;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.SocketPurpose;
import org.junit.jupiter.api.Test;

class SpanWitnessTest {

    /// The server counts its connections, the kernel's events have the numbers of the clients: equal numbers may be different connections.
    @Test
    void anAcceptOfAForeignClientHasNotTheDescriptorOfAnotherConnection() {
        TraceIndex index = TraceIndex.of(new TraceBuilder("localhost:7007", Mode.LOOPBACK).connections(2)
                .connection(1).done(Lane.CLIENT, Stage.CONNECT, 1, 2, new Outcome.Connected(tuple(50001)))
                .connection(2).done(Lane.CLIENT, Stage.CONNECT, 1, 2, new Outcome.Connected(tuple(50002)))
                .connection(1).done(Lane.SERVER, Stage.ACCEPT, 3, 4, new Outcome.Accepted(tuple(50002).reversed(), 1, 1))
                .connection(2).done(Lane.SERVER, Stage.ACCEPT, 5, 6, new Outcome.Accepted(tuple(60000).reversed(), 1, 2))
                .mark(7, Lane.KERNEL, new DescriptorFound(Lane.SERVER, SocketPurpose.ACCEPTED, 9, 77)).trace());
        assertEquals(9, index.witness().descriptor(accept(index, 1)).descriptor());
        assertNull(index.witness().descriptor(accept(index, 2)));
    }

    private static Span accept(TraceIndex index, int connection) {
        return index.timeline().spans().stream().filter(span -> span.stage() == Stage.ACCEPT && span.connection() == connection)
                .findFirst().orElseThrow();
    }

    private static FourTuple tuple(int port) {
        return new FourTuple(new Endpoint("127.0.0.1", port), new Endpoint("127.0.0.1", 7007));
    }
}
