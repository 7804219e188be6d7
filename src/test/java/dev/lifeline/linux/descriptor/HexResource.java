package dev.lifeline.linux.descriptor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Bytes that a kernel gave, recorded as hexadecimal text and named by the kernel's version.
final class HexResource {

    private HexResource() {
    }

    static ByteBuffer read(String name) throws IOException {
        try (InputStream in = HexResource.class.getResourceAsStream(name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII).replaceAll("\\s", "");
            return ByteBuffer.wrap(HexFormat.of().parseHex(text)).order(ByteOrder.LITTLE_ENDIAN);
        }
    }

    /// The first bytes of a message, as a kernel or a memory that is too short would give them.
    static ByteBuffer first(ByteBuffer bytes, int count) {
        return bytes.slice(0, count).order(bytes.order());
    }
}
