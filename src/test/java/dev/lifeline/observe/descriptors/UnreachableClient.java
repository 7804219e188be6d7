package dev.lifeline.observe.descriptors;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.KernelEvent.ErrorOrigin;
import dev.lifeline.record.StageFailure;
import java.nio.channels.SocketChannel;

/// A process of its own in a network namespace: connects to each address and prints how that ended, and who said so.
public final class UnreachableClient {

    private UnreachableClient() {
    }

    /// @param args numeric addresses; several joined by `+` race
    public static void main(String[] args) throws Exception {
        // The JDK opens a socket of its own with the first close, and keeps it.
        SocketChannel.open().close();
        for (String each : args) {
            System.out.println(each + " " + line(each.split("\\+")));
        }
    }

    private static String line(String[] addresses) throws Exception {
        try (Watched run = new Watched(Mode.CLIENT)) {
            int before = Watched.sockets().size();
            Endpoint[] candidates = new Endpoint[addresses.length];
            for (int i = 0; i < addresses.length; i++) {
                candidates[i] = new Endpoint(addresses[i], 7000);
            }
            StringBuilder line = new StringBuilder();
            try {
                run.dial(1, candidates).channel().close();
                line.append("connected");
            } catch (StageFailure failed) {
                line.append(failed.failure().code());
            }
            for (TraceEvent event : run.events(ErrorOrigin.class)) {
                ErrorOrigin origin = (ErrorOrigin) event.body();
                line.append("; attempt ").append(event.attempt()).append(": ").append(origin.offender()).append(' ')
                        .append(origin.type()).append('/').append(origin.code()).append(' ').append(origin.meaning());
            }
            return line.append("; ").append(Watched.sockets().size() - before).append(" left open").toString();
        }
    }
}
