package dev.lifeline.observe.sockdiag;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CountersTest {

    private static final List<String> NAMES = List.of(Counters.names());

    @Test
    void namesStandAboveTheirValues() {
        long[] values = new long[NAMES.size()];

        Counters.parse("""
                TcpExt: SyncookiesSent ListenOverflows ListenDrops TCPTimeouts
                TcpExt: 3 41 42 7
                IpExt: InNoRoutes ListenDropsToo
                IpExt: 9 9
                """, values);

        assertEquals(41, values[NAMES.indexOf("ListenOverflows")]);
        assertEquals(42, values[NAMES.indexOf("ListenDrops")]);
        assertEquals(7, values[NAMES.indexOf("TCPTimeouts")]);
        assertEquals(0, values[NAMES.indexOf("RetransSegs")]);
        assertEquals(90, Arrays.stream(values).sum(), "and nothing else");
    }

    @Test
    void whatIsNoNumberChangesNothing() {
        long[] values = new long[NAMES.size()];
        for (String content : List.of("", "\n", "TcpExt: ListenDrops", "TcpExt: ListenDrops\nTcpExt:",
                "TcpExt: ListenDrops\nTcpExt: x\n",
                "TcpExt: ListenDrops\nTcpExt: 99999999999999999999\n", "\n\n\n", "a b c\n\nListenDrops")) {
            Counters.parse(content, values);
        }

        assertArrayEquals(new long[NAMES.size()], values);
    }

    @Test
    void whatHasNotRisenIsNotTold() {
        Counters counters = new Counters();
        // Without a baseline everything has risen, once.
        int first = counters.risen().size();
        assertEquals(true, first > 0 || !java.nio.file.Files.exists(java.nio.file.Path.of("/proc/thread-self/net/netstat")));
        assertEquals(true, counters.risen().size() < NAMES.size());
    }
}
