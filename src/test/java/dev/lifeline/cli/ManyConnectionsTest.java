package dev.lifeline.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A recording of many connections is shown in a bounded number of lines, with work that grows as it does.
@Timeout(120)
class ManyConnectionsTest {

    private static final int FEW = 3_000;
    private static final int MORE = 4;
    private static final int LINES = 450;

    private static final String HEADER = """
            {"type":"header","format":"lifeline-trace","version":1,"tool":"0.1.0","target":"localhost:7007","mode":"%s",\
            "origin":"2026-11-20T20:57:30.98Z","clock":"System.nanoTime","connections":%d,"host":{},"sources":[],\
            "plan":[{"lane":"client","stage":"connect"}]}
            """;
    private static final String EVENT = """
            {"type":"event","seq":%d,"atNanos":%d,"lane":"%s","evidence":"application","connection":%d,"attempt":%d,%s}
            """;
    private static final String END = "\"remote\":{\"address\":\"127.0.0.1\",\"port\":7007}";

    @ParameterizedTest
    @CsvSource({"open, waterfall", "open, ladder", "open, plain", "serving, waterfall", "refused, waterfall", "refused, plain", "raced, waterfall"})
    void theWorkIsLinearAndTheListsAreBounded(String kind, String view) {
        replay(recording(kind, 10), view); // what is loaded and computed once
        Seen few = replay(recording(kind, FEW), view);
        Seen many = replay(recording(kind, FEW * MORE), view);
        double growth = (double) many.allocated / few.allocated;
        assertAll(() -> assertTrue(growth < 1.5 * MORE, kind + " allocates " + growth + " times as much for " + MORE + " times as many"),
                () -> assertTrue(many.ran.out().lines().count() < LINES, () -> many.ran.out().lines().count() + " lines: "
                        + many.ran.out().substring(0, 2_000)),
                () -> assertTrue(many.ran.code() != ExitCode.INTERNAL.code() && many.ran.code() != 2, many.ran.err()));
    }

    private record Seen(Shell.Ran ran, long allocated) {
    }

    /// Bytes that were allocated stand for the work: they are counted, and do not depend on what else the machine does.
    private static Seen replay(byte[] recording, String view) {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = thread.getCurrentThreadAllocatedBytes();
        Shell.Ran ran = new Shell().readingFrom(new ByteArrayInputStream(recording)).run("replay", "-", "--view", view);
        return new Seen(ran, thread.getCurrentThreadAllocatedBytes() - before);
    }

    private static byte[] recording(String kind, int count) {
        boolean race = kind.equals("raced");
        String lane = kind.equals("serving") ? "server" : "client";
        StringBuilder text = new StringBuilder(HEADER.formatted(kind.equals("serving") ? "server" : "client", race ? 1 : count));
        int sequence = 0;
        for (int i = 1; i <= count; i++) {
            int connection = race ? 1 : i;
            int attempt = lane.equals("server") ? 0 : race ? i : 1;
            int started = sequence;
            text.append(EVENT.formatted(sequence, 1_000L * sequence++, lane, connection, attempt,
                    "\"event\":\"stage-started\",\"stage\":\"" + (attempt == 0 ? "first byte" : "connect") + "\"," + END));
            if (race || kind.equals("refused")) {
                text.append(EVENT.formatted(sequence, 1_000L * sequence++, lane, connection, attempt,
                        "\"event\":\"stage-failed\",\"stage\":\"connect\",\"started\":" + started
                                + ",\"code\":\"ECONNREFUSED\",\"operation\":\"connect\"," + END + ",\"message\":\"Connection refused\""));
            }
        }
        if (kind.equals("refused") || race) {
            text.append("{\"type\":\"end\",\"events\":").append(sequence).append(",\"wallNanos\":1}\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
