package dev.lifeline.linux.wire;

import java.nio.ByteBuffer;
import java.util.Objects;

/// A message of DNS over UDP with one question (RFC 1035 section 4.1). Pure; trusts no length.
///
/// @param id the number that question and answer have in common
/// @param response whether it is an answer
/// @param code of an answer (RCODE); 0 to 15
/// @param cut whether it says that it was cut off (TC)
/// @param name of the question, without its last dot; each byte is a character, and nothing in it is safe
/// @param type of the question
/// @param addresses how many records of that type the answer section has; -1 where the captured bytes do not show it
public record NameMessage(WireEnd source, WireEnd destination, int id, boolean response, int code, boolean cut, String name, int type,
                          int addresses) implements Decoded {

    /// The port of name servers.
    public static final int PORT = 53;

    private static final int HEADER_BYTES = 12;
    private static final int RESPONSE = 0x8000;
    private static final int OPCODE = 0x7800;
    private static final int CUT = 0x0200;
    private static final int CODE = 0x000F;
    private static final int INTERNET = 1;
    /// Type, class, time to live and length of a record.
    private static final int RECORD_BYTES = 10;
    private static final int POINTER = 0xC0;
    private static final int MOST_LABEL = 63;
    private static final int MOST_NAME = 253;

    public NameMessage {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(destination, "destination");
        Objects.requireNonNull(name, "name");
    }

    /// Reads the message that begins at an index.
    ///
    /// @param data big-endian, to the end of what was captured
    static Decoded read(ByteBuffer data, int at, WireEnd source, WireEnd destination) {
        if (at + HEADER_BYTES > data.limit()) {
            return new NotDecoded("a datagram too short for DNS");
        }
        int flags = data.getShort(at + 2) & 0xFFFF;
        StringBuilder name = new StringBuilder();
        int behind = (flags & OPCODE) != 0 || data.getShort(at + 4) != 1 ? -1 : name(data, at + HEADER_BYTES, name);
        if (behind < 0 || behind + 4 > data.limit() || data.getShort(behind + 2) != INTERNET) {
            return new NotDecoded("no message of DNS with one question");
        }
        int type = data.getShort(behind) & 0xFFFF;
        boolean response = (flags & RESPONSE) != 0;
        int records = data.getShort(at + 6) & 0xFFFF;
        return new NameMessage(source, destination, data.getShort(at) & 0xFFFF, response, flags & CODE, (flags & CUT) != 0,
                name.toString(), type, addresses(data, behind + 4, records, type));
    }

    /// Reads a name without pointers, as questions have.
    ///
    /// @return the index behind it; -1 where there is no whole name
    private static int name(ByteBuffer data, int from, StringBuilder into) {
        int at = from;
        while (at < data.limit()) {
            int length = data.get(at) & 0xFF;
            if (length == 0) {
                return at + 1;
            }
            if (length > MOST_LABEL || at + 1 + length > data.limit() || into.length() + length > MOST_NAME) {
                return -1;
            }
            into.append(into.isEmpty() ? "" : ".");
            for (int i = 1; i <= length; i++) {
                into.append((char) (data.get(at + i) & 0xFF));
            }
            at += 1 + length;
        }
        return -1;
    }

    private static int addresses(ByteBuffer data, int from, int records, int type) {
        int at = from;
        int count = 0;
        for (int i = 0; i < records; i++) {
            at = behindName(data, at);
            if (at < 0 || at + RECORD_BYTES > data.limit()) {
                return -1;
            }
            count += (data.getShort(at) & 0xFFFF) == type ? 1 : 0;
            at += RECORD_BYTES + (data.getShort(at + 8) & 0xFFFF);
        }
        return count;
    }

    /// The index behind the name of a record, which may end in a pointer; -1 where it is not whole.
    private static int behindName(ByteBuffer data, int from) {
        int at = from;
        while (at < data.limit()) {
            int length = data.get(at) & 0xFF;
            if (length == 0) {
                return at + 1;
            }
            if ((length & POINTER) == POINTER) {
                return at + 2;
            }
            at += 1 + length;
        }
        return -1;
    }
}
