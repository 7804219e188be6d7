package dev.lifeline.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SocketSnapshotTest {

    @ParameterizedTest
    @CsvSource({"ESTABLISHED, 5, 7, 5, 7", "CLOSE_WAIT, 1, 0, 0, 0", "CLOSE_WAIT, 6, 3, 5, 3", "FIN_WAIT1, 0, 1, 0, 0", "SYN_SENT, 0, 1, 0, 0",
        "LAST_ACK, 1, 1, 0, 0", "CLOSING, 1, 1, 0, 0", "CLOSE_WAIT, 0, 0, 0, 0"})
    void aSynOrFinIsNoByteThatWaits(SocketState state, long receive, long send, long unread, long unacknowledged) {
        SocketSnapshot socket = new SocketSnapshot(state, 1, 1, receive, send, SocketTimer.NONE, 0, 0, null, null, null);
        assertEquals(unread, socket.unread());
        assertEquals(unacknowledged, socket.unacknowledged());
    }
}
