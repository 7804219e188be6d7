package dev.lifeline.linux;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Bytes that a real kernel gave, recorded as hexadecimal text and named by the kernel's version, for example
/// `linux-6.18-listen.hex`. All were recorded on x86-64.
public final class HexResource {

    private HexResource() {
    }

    /// Reads one.
    ///
    /// @param beside a class of the package that it lies in
    public static ByteBuffer read(Class<?> beside, String name) {
        try (InputStream in = beside.getResourceAsStream(name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII).replaceAll("\\s", "");
            return ByteBuffer.wrap(HexFormat.of().parseHex(text)).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }

    /// The first bytes of a message, as a kernel or a memory that is too short would give them.
    public static ByteBuffer first(ByteBuffer bytes, int count) {
        return bytes.slice(0, count).order(bytes.order());
    }
}
