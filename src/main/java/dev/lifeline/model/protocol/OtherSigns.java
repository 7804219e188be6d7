package dev.lifeline.model.protocol;

import java.nio.ByteBuffer;

/// First bytes of mail servers and databases. What other protocols begin with as well shows none: `220` alone may be FTP, `-ERR` POP3.
final class OtherSigns {

    private static final int HEADER = 5;
    private static final int SHORTEST_GREETING = 40;
    private static final int LONGEST_VERSION = 60;
    private static final int FIRST_ERROR = 1000;
    private static final int LAST_ERROR = 5000;

    private OtherSigns() {
    }

    /// Looks at the bytes between position and limit, at least six; `null` where they show none.
    static ProtocolSign of(ByteBuffer bytes) {
        return switch (at(bytes, 0)) {
            case '2' -> smtp(bytes) ? ProtocolSign.SMTP : null;
            case '-', '*' -> redis(bytes) ? ProtocolSign.REDIS : null;
            case 'E', 'R', 0 -> postgresql(bytes) ? ProtocolSign.POSTGRESQL : mysql(bytes) ? ProtocolSign.MYSQL : null;
            default -> mysql(bytes) ? ProtocolSign.MYSQL : null;
        };
    }

    private static int at(ByteBuffer bytes, int index) {
        return index < bytes.remaining() ? bytes.get(bytes.position() + index) & 0xFF : -1;
    }

    private static int number(ByteBuffer bytes, int index) {
        return bytes.remaining() < index + Integer.BYTES ? -1
                : at(bytes, index) << 24 | at(bytes, index + 1) << 16 | at(bytes, index + 2) << 8 | at(bytes, index + 3);
    }

    private static boolean smtp(ByteBuffer bytes) {
        if (!ProtocolSign.starts(bytes, "220 ") && !ProtocolSign.starts(bytes, "220-")) {
            return false;
        }
        String text = ProtocolSign.text(bytes);
        int line = text.indexOf('\r');
        return line > 0 && text.substring(0, line).contains("SMTP");
    }

    private static boolean redis(ByteBuffer bytes) {
        if (at(bytes, 0) == '*') {
            String text = ProtocolSign.text(bytes);
            int line = text.indexOf("\r\n$");
            return digits(text, 1, line) && digits(text, line + 3, text.indexOf("\r\n", line + 3));
        }
        return ProtocolSign.starts(bytes, "-DENIED Redis ") || ProtocolSign.starts(bytes, "-NOAUTH Authentication required")
                || ProtocolSign.starts(bytes, "-ERR unknown command '") || ProtocolSign.starts(bytes, "-ERR unknown command `")
                || ProtocolSign.starts(bytes, "-ERR wrong number of arguments for '");
    }

    private static boolean digits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return to > from;
    }

    /// Messages of <https://www.postgresql.org/docs/current/protocol-message-formats.html>.
    private static boolean postgresql(ByteBuffer bytes) {
        int length = number(bytes, 1);
        int first = at(bytes, 0);
        if (first == 'E') {
            String text = ProtocolSign.text(bytes);
            return length > HEADER && length < 30_000 && (text.startsWith("SFATAL\0", HEADER) || text.startsWith("SERROR\0", HEADER)
                    || text.startsWith("SPANIC\0", HEADER));
        } else if (first == 'R') {
            int type = number(bytes, HEADER);
            return length == 8 && (type == 0 || type == 3) || length == 12 && type == 5
                    || length > 8 && length < 256 && type == 10 && ProtocolSign.text(bytes).startsWith("SCRAM-", 9);
        }
        return number(bytes, 0) == 8 && number(bytes, 4) == 80_877_103
                || number(bytes, 0) > 8 && number(bytes, 0) < 10_000 && number(bytes, 4) == 196_608
                && ProtocolSign.text(bytes).contains("user\0");
    }

    /// Packets of <https://dev.mysql.com/doc/dev/mysql-server/latest/page_protocol_connection_phase_packets.html>: three bytes of length,
    /// the smallest first, and a number that is 0 for the first packet.
    private static boolean mysql(ByteBuffer bytes) {
        int length = at(bytes, 0) | at(bytes, 1) << 8;
        if (at(bytes, 2) != 0 || at(bytes, 3) != 0) {
            return false;
        } else if (at(bytes, 4) == 0xFF) {
            int code = at(bytes, 5) | at(bytes, 6) << 8;
            String text = ProtocolSign.text(bytes);
            return code >= FIRST_ERROR && code < LAST_ERROR && (text.contains("MySQL") || text.contains("MariaDB"));
        }
        int end = 5;
        boolean point = false;
        while (at(bytes, end) > ' ' && at(bytes, end) < 0x7F && end < LONGEST_VERSION) {
            point |= at(bytes, end) == '.';
            end++;
        }
        boolean version = at(bytes, 5) >= '1' && at(bytes, 5) <= '9' && point && at(bytes, end) == 0;
        return at(bytes, 4) == 10 && version && length >= SHORTEST_GREETING;
    }
}
