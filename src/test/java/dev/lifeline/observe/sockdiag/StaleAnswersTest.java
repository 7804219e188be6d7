package dev.lifeline.observe.sockdiag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.lifeline.linux.diag.Loopback;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.KernelEvent.SocketGone;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.observe.KernelLane;
import dev.lifeline.record.Recorder;
import dev.lifeline.record.TraceClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/// A later connection with the same four addresses answers for one that is gone: it must not be taken for it. Nobody looks in
/// between.
@EnabledOnOs(value = OS.LINUX, disabledReason = "sock_diag is the Linux kernel's")
class StaleAnswersTest {

    private final Recorder recorder = new Recorder(TraceClock.start());
    private final KernelLane lane = new KernelLane(recorder);
    private Loopback loopback;
    private SocketTable table;
    private FourTuple tuple;
    private SocketChannel first;
    private SocketChannel second;

    @BeforeEach
    void begin() throws IOException {
        loopback = new Loopback("127.0.0.1", 5);
        table = new SocketTable(loopback.diag(), lane, Mode.LOOPBACK, new Loss(lane));
    }

    @AfterEach
    void giveBack() throws IOException {
        first.close();
        second.close();
        loopback.close();
    }

    private SocketChannel connect(int number, int port) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
        channel.connect(loopback.address());
        tuple = EndpointConversion.tuple(Loopback.local(channel), loopback.address());
        table.connected(number, 1, tuple, Look.after(number, true));
        return channel;
    }

    private void again() throws IOException {
        second = connect(2, tuple.local().port());
        table.look(Lane.CLIENT, 1, Look.after(3, true), false);
    }

    private static void reset(SocketChannel channel) throws IOException {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        channel.close();
    }

    private List<SocketSeen> seen(int connection, Lane end) {
        return recorder.from(0).stream().filter(event -> event.connection() == connection).map(TraceEvent::body)
                .filter(SocketSeen.class::isInstance).map(SocketSeen.class::cast).filter(each -> each.end() == end).toList();
    }

    private List<SocketState> gone(Lane end) {
        return recorder.from(0).stream().filter(event -> event.connection() == 1).map(TraceEvent::body)
                .filter(SocketGone.class::isInstance).map(SocketGone.class::cast).filter(each -> each.end() == end)
                .map(SocketGone::last).toList();
    }

    private void theFirstIsNotTheSecond(Lane end, int looks) {
        assertEquals(looks, seen(1, end).size());
        for (SocketSeen each : seen(1, end)) {
            for (SocketSeen later : seen(2, end)) {
                assertNotEquals(later.socket().cookie(), each.socket().cookie());
            }
        }
        assertEquals(1, seen(2, end).size());
    }

    @Test
    void afterAReset() throws IOException {
        first = connect(1, 0);
        SocketChannel accepted = loopback.accept();
        reset(first);
        accepted.close();
        again();

        for (Lane end : List.of(Lane.CLIENT, Lane.SERVER)) {
            theFirstIsNotTheSecond(end, 1);
            assertEquals(List.of(SocketState.ESTABLISHED), gone(end));
        }
    }

    @Test
    void afterTimeWait() throws IOException {
        first = connect(1, 0);
        loopback.accept().close();
        first.close();
        table.look(Lane.CLIENT, 1, Look.after(2, true), false);
        assertEquals(SocketState.TIME_WAIT, seen(1, Lane.SERVER).getLast().socket().state());
        again();

        theFirstIsNotTheSecond(Lane.SERVER, 2);
        assertEquals(List.of(SocketState.TIME_WAIT), gone(Lane.SERVER));
    }

    @Test
    void afterAHandshakeThatWasNotDone() throws IOException {
        loopback.deferAccept();
        first = connect(1, 0);
        assertEquals(SocketState.SYN_RECV, seen(1, Lane.SERVER).getFirst().socket().state());
        reset(first);
        again();

        theFirstIsNotTheSecond(Lane.SERVER, 1);
        assertEquals(List.of(SocketState.SYN_RECV), gone(Lane.SERVER));
    }
}
