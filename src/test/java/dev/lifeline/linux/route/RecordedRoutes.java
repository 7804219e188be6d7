package dev.lifeline.linux.route;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/// Answers of a real kernel, recorded by [RecordRoutes].
final class RecordedRoutes {

    static final List<String> ROUTES = List.of("local", "local-ipv6", "on-link", "gateway", "gateway-ipv6", "via-ipv6");
    static final String LINK = "link-lo";

    private RecordedRoutes() {
    }

    static byte[] bytes(String name) {
        try (InputStream in = RecordedRoutes.class.getResourceAsStream("linux-6.18-" + name + ".hex")) {
            return HexFormat.of().parseHex(new String(in.readAllBytes(), StandardCharsets.US_ASCII).replace("\n", ""));
        } catch (IOException e) {
            throw new AssertionError(name, e);
        }
    }

    static ByteBuffer payload(String name) {
        return of(bytes(name));
    }

    static ByteBuffer of(byte[] bytes) {
        // A kernel of either byte order could be read; those recorded are of x86-64.
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
