package dev.lifeline.linux.diag;

import dev.lifeline.linux.HexResource;
import java.nio.ByteBuffer;

/// Answers of real kernels, recorded by [RecordAnswers].
public final class Recorded {

    private Recorded() {
    }

    /// The payload of an answer.
    ///
    /// @param name for example `linux-6.18-listen`
    public static ByteBuffer answer(String name) {
        return HexResource.read(Recorded.class, name + ".hex");
    }

    /// The socket of an answer.
    public static DiagSocket socket(String name) {
        return DiagSocket.decode(answer(name));
    }
}
