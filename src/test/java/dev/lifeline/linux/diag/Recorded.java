package dev.lifeline.linux.diag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Answers of real kernels, recorded by [RecordAnswers].
public final class Recorded {

    private Recorded() {
    }

    /// The payload of an answer.
    ///
    /// @param name for example `linux-6.18-listen`
    public static ByteBuffer answer(String name) {
        try (InputStream in = Recorded.class.getResourceAsStream("/dev/lifeline/linux/diag/" + name + ".hex")) {
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII).replace("\n", "");
            return ByteBuffer.wrap(HexFormat.of().parseHex(text)).order(ByteOrder.nativeOrder());
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    public static DiagSocket socket(String name) {
        return DiagSocket.decode(answer(name));
    }
}
