package dev.lifeline.client;

import dev.lifeline.model.FourTuple;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Objects;

/// A race that was won.
///
/// @param channel the connection, in blocking mode; the caller owns it now and closes it
/// @param attempt the number of the attempt that won, from 1
/// @param tuple the connection as this side sees it
/// @param failures the attempts that failed before, in the order of the attempts
public record Dialed(SocketChannel channel, int attempt, FourTuple tuple, List<AttemptFailure> failures) {

    public Dialed {
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(tuple, "tuple");
        failures = List.copyOf(failures);
    }
}
