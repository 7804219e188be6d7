package dev.lifeline.observe.sockdiag;

import dev.lifeline.linux.NativeException;
import dev.lifeline.linux.diag.Loopback;
import dev.lifeline.linux.netlink.NetlinkSocket;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.KernelEvent.EvidenceLost;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.model.event.LossKind;
import dev.lifeline.model.event.StreamEvent;
import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// A connect that waits in a process that has no descriptor left, and then some, or that cannot list those that it has; prints what
/// was seen. In a process of its own, because that is the whole process'.
final class WithoutDescriptors {

    private static final int NO_PROTOCOL = 31;

    private WithoutDescriptors() {
    }

    /// @param arguments `hidden` where the list is hidden
    public static void main(String[] arguments) throws Exception {
        if (arguments.length > 0) {
            System.out.println(hidden());
            return;
        }
        // Classes are read from files here, which takes descriptors, too.
        refused();
        waits(false);
        for (String each : waits(true)) {
            System.out.println(each);
        }
    }

    private static List<String> waits(boolean without) throws Exception {
        List<String> said = new ArrayList<>();
        try (Loopback loopback = new Loopback("127.0.0.1", 1); Traced traced = new Traced(Mode.LOOPBACK, 1, loopback)) {
            traced.connect(1);
            loopback.connect();
            Deque<SocketChannel> taken = without ? takeAll() : new ArrayDeque<>(List.of(SocketChannel.open()));
            taken.pop().close();
            loopback.connecting();
            traced.connecting(2, 1);
            if (without) {
                TraceEvent lost = traced.await("the loss", event -> event.body() instanceof EvidenceLost);
                said.add(((EvidenceLost) lost.body()).reason());
            }
            long shut = traced.client(1).mark(new StreamEvent.OutputShut());
            said.add("the other is looked at: " + traced.all(SocketSeen.class).stream().anyMatch(seen -> seen.cause() == shut));
            for (SocketChannel each : taken) {
                each.close();
            }
            traced.await("SYN_SENT", event -> event.body() instanceof SocketSeen && event.connection() == 2);
            said.add("found when there were some again");
            said.add("losses: " + traced.all(EvidenceLost.class).size());
        }
        return said;
    }

    private static String hidden() throws Exception {
        try (Loopback loopback = new Loopback("127.0.0.1", 1); Traced traced = new Traced(Mode.LOOPBACK, 1, loopback)) {
            traced.connect(1);
            loopback.connect();
            loopback.connecting();
            traced.connecting(2, 1);
            return ((EvidenceLost) traced.await("the loss", event -> event.body() instanceof EvidenceLost).body()).reason();
        }
    }

    private static void refused() {
        try {
            NetlinkSocket.open(NO_PROTOCOL, 0, 1).close();
        } catch (NativeException e) {
            new EvidenceLost("", -1, LossKind.MISSED, e.getMessage()).reason();
        }
    }

    private static Deque<SocketChannel> takeAll() throws IOException {
        Deque<SocketChannel> taken = new ArrayDeque<>();
        while (true) {
            try {
                taken.push(SocketChannel.open());
            } catch (IOException e) {
                return taken;
            }
        }
    }
}
