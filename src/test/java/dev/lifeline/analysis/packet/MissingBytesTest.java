package dev.lifeline.analysis.packet;

import static dev.lifeline.view.WitnessedTrace.ACK;
import static dev.lifeline.view.WitnessedTrace.FIN;
import static dev.lifeline.view.WitnessedTrace.PSH;
import static dev.lifeline.view.WitnessedTrace.RST;
import static dev.lifeline.view.WitnessedTrace.SYN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.model.Lane;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import dev.lifeline.view.Lives;
import dev.lifeline.view.WitnessedTrace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MissingBytesTest {

    private final WitnessedTrace witness = new WitnessedTrace(Lives.CLIENT, Lives.SERVER);
    private final MissingBytes missing = new MissingBytes();

    @Test
    void aNumberThatJumpsShowsWhatWasNotCaptured() {
        assertEquals(List.of(0L, 0L, 4_096L, 0L), before(packet(Lane.SERVER, SYN | ACK, 0, 0), data(Lane.SERVER, 1, 100),
                data(Lane.SERVER, 4_197, 100), packet(Lane.SERVER, FIN | ACK, 4_297, 0)));
    }

    @Test
    void eachDirectionHasItsOwnNumbers() {
        assertEquals(List.of(0L, 0L, 0L, 0L), before(data(Lane.CLIENT, 1, 5), data(Lane.SERVER, 1, 900), data(Lane.CLIENT, 6, 5),
                data(Lane.SERVER, 901, 5)));
    }

    @Test
    void anAcknowledgementAloneShowsItToo() {
        assertEquals(List.of(0L, 10L), before(data(Lane.CLIENT, 1, 5), packet(Lane.CLIENT, ACK, 16, 0)));
    }

    @Test
    void whatCameOutOfOrderIsNotMissing() {
        assertEquals(List.of(0L, 0L, 0L), before(data(Lane.SERVER, 1, 100), data(Lane.SERVER, 201, 100),
                data(Lane.SERVER, 101, 100)));
    }

    @Test
    void whatWasSentAgainFillsOnlyWhatItCarried() {
        assertEquals(List.of(0L, 50L, 0L), before(data(Lane.SERVER, 1, 100), data(Lane.SERVER, 201, 100),
                data(Lane.SERVER, 101, 50)));
    }

    @Test
    void nothingIsMissingBeforeTheFirstThatWasSeenNorByAReset() {
        assertEquals(List.of(0L, 0L, 0L), before(data(Lane.CLIENT, 701, 5), data(Lane.CLIENT, 706, 5),
                packet(Lane.CLIENT, RST, 90_000, 0)));
    }

    private List<Long> before(EventBody... packets) {
        for (EventBody packet : packets) {
            missing.saw((SegmentSeen) packet);
        }
        List<Long> bytes = new ArrayList<>();
        for (EventBody packet : packets) {
            bytes.add(missing.before((SegmentSeen) packet));
        }
        return bytes;
    }

    private EventBody data(Lane from, long sequence, int bytes) {
        return packet(from, PSH | ACK, sequence, bytes);
    }

    private EventBody packet(Lane from, int flags, long sequence, int bytes) {
        return witness.packet(from, flags, sequence, 1, bytes);
    }
}
