package dev.lifeline.wording.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.event.KernelEvent.ListenerSeen;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.text.Glyphs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaugeTest {

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"0; 8; [□□□□□□□□] 0 of 8", "2; 8; [■■□□□□□□] 2 of 8", "1; 128; [■□□□□□□□] 1 of 128", "127; 128; [■■■■■■■□] 127 of 128",
        "128; 128; [■■■■■■■■] 128 of 128", "1; 1; [■] 1 of 1", "2; 1; [■■] 2 of 1, full", "1; 0; [■] 1 of 0, full", "3; 5; [■■■□□] 3 of 5",
        "4097; 4096; [■■■■■■■■] 4,097 of 4,096, full"})
    void aQueueIsDrawnAndWhatTheKernelCallsFullIsSaid(long queued, long backlog, String drawn) {
        assertEquals(drawn, Gauge.queue(seen(queued, backlog, 1), Glyphs.UNICODE));
    }

    @Test
    void workersAndTheirQueueAreDrawnAlike() {
        assertEquals("[■■□□] 2 of 4", Gauge.workerQueue(2, 4, Glyphs.UNICODE));
        assertEquals("[■■■■] 4 of 4, full", Gauge.workerQueue(4, 4, Glyphs.UNICODE));
        assertEquals("[##] 2 of 2 busy", Gauge.workers(2, 2, Glyphs.ASCII));
        assertEquals("[■□□□□□□□] 1 of 64 busy", Gauge.workers(1, 64, Glyphs.UNICODE));
        assertEquals("[□] 0 of 1 busy", Gauge.workers(0, 1, Glyphs.UNICODE));
    }

    @Test
    void onlyAsciiSignsWhereATerminalHasNoOthers() {
        assertEquals("[##......] 2 of 8", Gauge.queue(seen(2, 8, 1), Glyphs.ASCII));
        assertEquals("[....] 0", Gauge.window(0, 65_536, Glyphs.ASCII));
    }

    @Test
    void whereSeveralListenersAreSeenEachHasItsAddressAndFewerCells() {
        assertEquals("127.0.0.1 [■□□□] 1 of 128", Gauge.queueAt(seen(1, 128, 1), Glyphs.UNICODE));
        assertEquals("127.0.0.1 [■■] 2 of 1, full", Gauge.queueAt(seen(2, 1, 1), Glyphs.UNICODE));
    }

    @Test
    void oneOfSeveralListenersSaysSo() {
        assertEquals("[■■□□□□□□] 2 of 8, one of 3 listeners", Gauge.queue(seen(2, 8, 3), Glyphs.UNICODE));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"0; 65536; [□□□□] 0", "16384; 65536; [■□□□] 16,384", "65535; 65536; [■■■□] 65,535", "65536; 65536; [■■■■] 65,536",
        "1; 65536; [■□□□] 1", "5; 0; [■■■■] 5"})
    void aWindowIsAPartOfTheLargestThatWasTold(long window, long most, String drawn) {
        assertEquals(drawn, Gauge.window(window, most, Glyphs.UNICODE));
    }

    private static ListenerSeen seen(long queued, long backlog, long alike) {
        return new ListenerSeen(new Endpoint("127.0.0.1", 7007), queued, backlog, Occasion.EVENT, -1, alike);
    }
}
