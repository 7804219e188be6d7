package dev.lifeline.tls;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A ClientHello or ServerHello (RFC 8446 sections 4.1.2 and 4.1.3), as far as people ask for it.
///
/// @param random its 32 random bytes
/// @param serverName the name that is asked for, or `null`
/// @param versions those offered, or the one chosen, by their names
/// @param alpn protocols offered, or the one chosen; empty for none
/// @param suites how many cipher suites
/// @param retries whether it is a ServerHello that asks for another ClientHello
record Hello(byte[] random, String serverName, List<String> versions, List<String> alpn, int suites, boolean retries) {

    private static final int RANDOM_BYTES = 32;
    /// The first bytes of the SHA-256 of `HelloRetryRequest`, which stands there instead of a random.
    private static final long RETRY = 0xCF21AD74E59A6111L;
    private static final int SERVER_NAME = 0;
    private static final int ALPN = 16;
    private static final int SUPPORTED_VERSIONS = 43;
    private static final int MOST_KEPT = 16;

    /// Takes the body of one apart.
    ///
    /// @return `null` where it is not as the standard wants it
    static Hello read(ByteBuffer body, boolean client) {
        try {
            return whole(body, client);
        } catch (java.nio.BufferUnderflowException | IndexOutOfBoundsException malformed) {
            return null;
        }
    }

    private static Hello whole(ByteBuffer body, boolean client) {
        int legacy = body.getShort() & 0xFFFF;
        boolean retries = !client && body.getLong(body.position()) == RETRY;
        byte[] random = new byte[RANDOM_BYTES];
        body.get(random);
        part(body, body.get() & 0xFF);
        int suites = 1;
        if (client) {
            suites = part(body, body.getShort() & 0xFFFF).remaining() / 2;
            part(body, body.get() & 0xFF);
        } else {
            body.getShort();
            body.get();
        }
        String name = null;
        List<String> versions = List.of(version(legacy));
        List<String> alpn = List.of();
        ByteBuffer extensions = body.hasRemaining() ? part(body, body.getShort() & 0xFFFF) : body;
        while (extensions.hasRemaining()) {
            int type = extensions.getShort() & 0xFFFF;
            ByteBuffer extension = part(extensions, extensions.getShort() & 0xFFFF);
            if (type == SERVER_NAME && extension.hasRemaining()) {
                extension.getShort();
                extension.get();
                name = text(part(extension, extension.getShort() & 0xFFFF));
            } else if (type == ALPN) {
                alpn = protocols(part(extension, extension.getShort() & 0xFFFF));
            } else if (type == SUPPORTED_VERSIONS) {
                versions = versions(client ? part(extension, extension.get() & 0xFF) : extension);
            }
        }
        return new Hello(random, name, versions, alpn, suites, retries);
    }

    private static ByteBuffer part(ByteBuffer bytes, int length) {
        ByteBuffer part = bytes.slice(bytes.position(), length);
        bytes.position(bytes.position() + length);
        return part;
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.ISO_8859_1.decode(bytes).toString();
    }

    private static List<String> protocols(ByteBuffer list) {
        List<String> all = new ArrayList<>();
        while (list.hasRemaining() && all.size() < MOST_KEPT) {
            all.add(text(part(list, list.get() & 0xFF)));
        }
        return all;
    }

    private static List<String> versions(ByteBuffer list) {
        List<String> all = new ArrayList<>();
        while (list.hasRemaining() && all.size() < MOST_KEPT) {
            int number = list.getShort() & 0xFFFF;
            // RFC 8701: numbers that mean nothing, so that servers stay used to such.
            if ((number & 0x0F0F) != 0x0A0A) {
                all.add(version(number));
            }
        }
        return all;
    }

    private static String version(int number) {
        return switch (number) {
            case 0x0300 -> "SSLv3";
            case 0x0301 -> "TLSv1";
            case 0x0302 -> "TLSv1.1";
            case 0x0303 -> "TLSv1.2";
            case 0x0304 -> "TLSv1.3";
            default -> "0x" + Integer.toHexString(number);
        };
    }
}
