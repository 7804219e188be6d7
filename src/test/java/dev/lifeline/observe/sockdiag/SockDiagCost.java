package dev.lifeline.observe.sockdiag;

import dev.lifeline.linux.diag.DiagRequest;
import dev.lifeline.linux.diag.Loopback;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.StreamEvent;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/// What the witness costs, warm. Started by hand; prints medians in microseconds.
final class SockDiagCost {

    private static final int ROUNDS = 20_000;

    private SockDiagCost() {
    }

    public static void main(String[] arguments) throws Exception {
        for (int i = 0; i < 3; i++) {
            exact();
            saw(1);
            saw(1000);
        }
    }

    private static void exact() throws Exception {
        try (Loopback loopback = new Loopback("127.0.0.1", 5)) {
            SocketChannel client = loopback.connect();
            ByteBuffer question = DiagRequest.exact(Loopback.local(client), loopback.address(), DiagRequest.NO_COOKIE);
            long[] nanos = new long[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                long before = System.nanoTime();
                loopback.found(question);
                nanos[i] = System.nanoTime() - before;
            }
            print("exact question, all extensions, decoded", nanos);
            ByteBuffer listener = DiagRequest.listener(loopback.address());
            for (int i = 0; i < ROUNDS; i++) {
                long before = System.nanoTime();
                loopback.found(listener);
                nanos[i] = System.nanoTime() - before;
            }
            print("listener", nanos);
        }
    }

    private static void saw(int connections) throws Exception {
        try (Loopback loopback = new Loopback("127.0.0.1", 5); Traced traced = new Traced(Mode.LOOPBACK, connections, loopback)) {
            traced.connect(1);
            traced.accept(1);
            long[] nanos = new long[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                long before = System.nanoTime();
                traced.client(1).mark(new StreamEvent.EndOfStream());
                nanos[i] = System.nanoTime() - before;
            }
            print("an event recorded, both ends looked at, " + (connections == 1 ? "in full" : "changes only"), nanos);
        }
    }

    private static void print(String what, long[] nanos) {
        Arrays.sort(nanos);
        System.out.println(what + ": p50 " + nanos[nanos.length / 2] / 1000.0
                + " p99 " + nanos[nanos.length * 99 / 100] / 1000.0);
    }
}
