package dev.lifeline.linux.route;

import dev.lifeline.linux.HexResource;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/// Answers of a real kernel, recorded by [RecordRoutes].
final class RecordedRoutes {

    static final List<String> ROUTES = List.of("local", "local-ipv6", "on-link", "gateway", "gateway-ipv6", "via-ipv6");
    static final String LINK = "link-lo";

    private RecordedRoutes() {
    }

    static byte[] bytes(String name) {
        return HexResource.read(RecordedRoutes.class, "linux-6.18-" + name + ".hex").array();
    }

    static ByteBuffer payload(String name) {
        return of(bytes(name));
    }

    static ByteBuffer of(byte[] bytes) {
        // A kernel of either byte order could be read; those recorded are of x86-64.
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
