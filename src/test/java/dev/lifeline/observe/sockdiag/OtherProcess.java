package dev.lifeline.observe.sockdiag;

import dev.lifeline.linux.diag.Loopback;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.observe.Availability;
import java.nio.channels.SocketChannel;

/// Traces real sockets in a process that is started under other conditions, and prints what was seen.
final class OtherProcess {

    private OtherProcess() {
    }

    public static void main(String[] arguments) throws Exception {
        Availability answer = new SockDiagSource().probe();
        if (answer instanceof Availability.Unavailable not) {
            System.out.println("unavailable: " + not.reason() + "; enable: " + not.enable());
            return;
        }
        System.out.println("available: " + ((Availability.Available) answer).gives());
        try (Loopback loopback = new Loopback("127.0.0.1", 1); Traced traced = new Traced(Mode.LOOPBACK, 1, loopback)) {
            SocketChannel client = traced.connect(1);
            SocketSeen queued = traced.seen(Lane.SERVER).getLast();
            System.out.println("server " + queued.socket().state() + " inode "
                    + (queued.socket().inode() == 0 ? "none" : "some"));
            traced.accept(1);
            loopback.connect();
            loopback.connect();
            traced.connecting(2, 1);
            SocketChannel stuck = loopback.connecting();
            traced.await("SYN_SENT", event -> event.body() instanceof SocketSeen seen && event.connection() == 2
                    && seen.socket().state() == SocketState.SYN_SENT);
            System.out.println("stuck in SYN_SENT");
            client.close();
            stuck.close();
            traced.awaitDestroyed(Lane.CLIENT);
            System.out.println("last words");
        }
    }
}
