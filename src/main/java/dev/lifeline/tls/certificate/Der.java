package dev.lifeline.tls.certificate;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// Writes the values of ASN.1 that a certificate is made of, by the distinguished encoding rules of ITU-T X.690. Each method gives
/// one value, whole.
final class Der {

    static final int SEQUENCE = 0x30;
    static final int SET = 0x31;
    static final int OCTETS = 0x04;
    static final int UTF8 = 0x0C;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final byte[] TRUE = {1, 1, (byte) 0xFF};

    private Der() {
    }

    /// A value of this tag: identifier, length (section 8.1.3), and the parts one after the other.
    static byte[] value(int tag, byte[]... parts) {
        int length = 0;
        for (byte[] part : parts) {
            length += part.length;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(length + 6);
        out.write(tag);
        if (length < 0x80) {
            out.write(length);
        } else {
            byte[] digits = BigInteger.valueOf(length).toByteArray();
            int from = digits[0] == 0 ? 1 : 0;
            out.write(0x80 | digits.length - from);
            out.write(digits, from, digits.length - from);
        }
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] sequence(byte[]... parts) {
        return value(SEQUENCE, parts);
    }

    /// An explicit or constructed value of the context, `[number]`.
    static byte[] context(int number, byte[]... parts) {
        return value(0xA0 | number, parts);
    }

    static byte[] integer(BigInteger number) {
        return value(0x02, number.toByteArray());
    }

    static byte[] yes() {
        return TRUE.clone();
    }

    /// @param unused bits at the end that mean nothing
    static byte[] bits(int unused, byte... bytes) {
        return value(0x03, new byte[] {(byte) unused}, bytes);
    }

    static byte[] text(String text) {
        return value(UTF8, text.getBytes(StandardCharsets.UTF_8));
    }

    /// An object identifier from its dotted form, section 8.19.
    static byte[] oid(String dotted) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int first = dotted.indexOf('.');
        int second = dotted.indexOf('.', first + 1);
        arc(out, 40 * Long.parseLong(dotted.substring(0, first)) + Long.parseLong(dotted.substring(first + 1, second)));
        for (int from = second + 1; from > 0;) {
            int to = dotted.indexOf('.', from);
            arc(out, Long.parseLong(dotted.substring(from, to < 0 ? dotted.length() : to)));
            from = to + 1;
        }
        return value(0x06, out.toByteArray());
    }

    private static void arc(ByteArrayOutputStream out, long number) {
        for (int shift = 56; shift > 0; shift -= 7) {
            if (number >>> shift != 0) {
                out.write((int) (0x80 | number >>> shift & 0x7F));
            }
        }
        out.write((int) (number & 0x7F));
    }

    /// A time as RFC 5280 section 4.1.2.5 wants it: two digits of the year until 2049, and four from 2050.
    static byte[] time(Instant at) {
        String written = TIME.format(at);
        boolean shortYear = written.compareTo("2050") < 0 && written.compareTo("1950") >= 0;
        return shortYear ? value(0x17, written.substring(2).getBytes(StandardCharsets.US_ASCII))
                : value(0x18, written.getBytes(StandardCharsets.US_ASCII));
    }
}
