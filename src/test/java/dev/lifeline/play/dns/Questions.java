package dev.lifeline.play.dns;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Messages as clients send them, written out byte for byte.
final class Questions {

    /// An OPT record (RFC 6891) of a client that takes 1232 bytes.
    private static final byte[] OPT = HexFormat.of().parseHex("00002904d0000000000000");

    private Questions() {
    }

    static ByteBuffer of(String name, int type) {
        return of(name, type, false);
    }

    static ByteBuffer of(String name, int type, boolean edns) {
        ByteBuffer message = ByteBuffer.allocate(512);
        message.putShort((short) 0xCAFE).putShort((short) 0x0100).putShort((short) 1).putShort((short) 0).putShort((short) 0)
                .putShort((short) (edns ? 1 : 0));
        for (String label : name.split("\\.")) {
            message.put((byte) label.length()).put(label.getBytes(StandardCharsets.ISO_8859_1));
        }
        message.put((byte) 0).putShort((short) type).putShort((short) 1);
        return (edns ? message.put(OPT) : message).flip();
    }

    static ByteBuffer hex(String text) {
        return ByteBuffer.wrap(HexFormat.of().parseHex(text.replace(" ", "")));
    }

    static String hex(ByteBuffer message) {
        byte[] bytes = new byte[message.remaining()];
        message.duplicate().get(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
