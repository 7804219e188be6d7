package dev.lifeline.server;

import dev.lifeline.net.Layer;
import dev.lifeline.text.Durations;
import java.io.File;
import java.util.Objects;
import java.util.function.IntSupplier;

/// Rules of a server that few need: without them it takes what comes, and counts it by itself.
///
/// @param connectionLimit connections open at a time; one more is accepted and closed at once. 0 for no such limit
/// @param firstByteTimeoutNanos after how long a client that has said nothing is closed, in nanoseconds; 0 for as long as any
///     other silence
/// @param backOff whether it waits after a failed accept; otherwise it asks again as soon as the selector says, which is at once
/// @param numbers gives the number of the next connection; `null` where they are counted from 1
/// @param readiness answers `GET /ready`, or `null`
/// @param layer what stands between each connection and its channel, or `null`
/// @param certificates the folder that keeps the authority of a server that speaks TLS; `null` to keep none
public record ServerRules(int connectionLimit, long firstByteTimeoutNanos, boolean backOff, IntSupplier numbers,
        Readiness readiness, Layer layer, File certificates) {

    /// None.
    public static final ServerRules NONE = new ServerRules(0, 0, true, null, null, null, null);

    /// @throws IllegalArgumentException with one sentence, where a value cannot be meant
    public ServerRules {
        if (connectionLimit < 0) {
            throw new IllegalArgumentException("a limit of " + connectionLimit + " connections is negative");
        }
        if (firstByteTimeoutNanos < 0 || firstByteTimeoutNanos > Durations.MAX_NANOS) {
            throw new IllegalArgumentException(
                    "a first-byte timeout of " + firstByteTimeoutNanos + " ns is outside 0 to one hour");
        }
    }

    /// The same with another limit.
    public ServerRules withConnectionLimit(int limit) {
        return new ServerRules(limit, firstByteTimeoutNanos, backOff, numbers, readiness, layer, certificates);
    }

    /// The same with another patience for clients that have said nothing yet.
    public ServerRules withFirstByteTimeout(long nanos) {
        return new ServerRules(connectionLimit, nanos, backOff, numbers, readiness, layer, certificates);
    }

    /// The same, with or without a pause after a failed accept.
    public ServerRules withBackOff(boolean pause) {
        return new ServerRules(connectionLimit, firstByteTimeoutNanos, pause, numbers, readiness, layer, certificates);
    }

    /// The same with numbers that several servers share.
    public ServerRules withNumbers(IntSupplier source) {
        return new ServerRules(connectionLimit, firstByteTimeoutNanos, backOff, Objects.requireNonNull(source, "source"), readiness,
                layer, certificates);
    }

    /// The same with an answer for those who ask whether the server is ready.
    public ServerRules withReadiness(Readiness answer) {
        return new ServerRules(connectionLimit, firstByteTimeoutNanos, backOff, numbers, answer, layer, certificates);
    }

    /// The same with something between the server and its connections.
    public ServerRules withLayer(Layer between) {
        return new ServerRules(connectionLimit, firstByteTimeoutNanos, backOff, numbers, readiness, between, certificates);
    }

    /// The same with a folder for the authority of its certificates.
    public ServerRules withCertificates(File folder) {
        return new ServerRules(connectionLimit, firstByteTimeoutNanos, backOff, numbers, readiness, layer, folder);
    }
}
