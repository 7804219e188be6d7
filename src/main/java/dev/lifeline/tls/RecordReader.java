package dev.lifeline.tls;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.event.TlsEvent;
import dev.lifeline.model.tls.RecordType;
import dev.lifeline.record.CodedException;
import java.nio.ByteBuffer;

/// Takes the records of one direction apart, as far as they are plain, however the bytes are cut (RFC 8446 section 5.1). It keeps a
/// header and the beginning of one message.
///
/// Records are told while the handshake lasts, and alerts always.
final class RecordReader {

    static final int HEADER_BYTES = 5;
    /// RFC 5246 section 6.2.3: 2^14 bytes and 2048 of what a cipher adds.
    static final int LONGEST = (1 << 14) + 2048;
    /// A peer could send records of one byte for ever.
    private static final int MOST_TOLD = 200;
    private static final int ALERT_BYTES = 2;

    private final boolean sent;
    private final SeenPlain plain;
    private final HandshakeReader messages;
    private final byte[] head = new byte[HEADER_BYTES];
    private final byte[] alert = new byte[ALERT_BYTES];
    private int headBytes;
    private int left;
    private int told;
    private long records;
    private boolean encrypted;

    /// @param sent by this side
    /// @param plain what both directions have shown
    RecordReader(boolean sent, SeenPlain plain) {
        this.sent = sent;
        this.plain = plain;
        this.messages = new HandshakeReader(sent, plain);
    }

    /// The length of the record that begins here, header included; the header must be there.
    static int length(ByteBuffer bytes, int at) {
        return HEADER_BYTES + (bytes.getShort(at + HEADER_BYTES - 2) & 0xFFFF);
    }

    /// Bytes before the position that are whole records, from 0 on.
    static int whole(ByteBuffer bytes) {
        int all = 0;
        while (bytes.position() - all >= HEADER_BYTES && all + length(bytes, all) <= bytes.position()) {
            all += length(bytes, all);
        }
        return all;
    }

    /// Records that began so far.
    long records() {
        return records;
    }

    /// Says if bytes of a record are here, and not yet all.
    boolean isAmidRecord() {
        return headBytes > 0;
    }

    /// Looks at all bytes between position and limit, and moves the position.
    ///
    /// @throws CodedException where they are no record: TLS_PLAINTEXT where they are text, TLS_BROKEN otherwise. The position is then
    ///     at the first byte that was not looked at
    void feed(ByteBuffer bytes) throws CodedException {
        while (bytes.hasRemaining()) {
            if (headBytes < HEADER_BYTES) {
                header(bytes.get(), bytes);
            } else {
                body(bytes);
            }
            if (headBytes == HEADER_BYTES && left == 0) {
                end();
            }
        }
    }

    private void header(byte next, ByteBuffer rest) throws CodedException {
        head[headBytes++] = next;
        boolean begins = headBytes == 1 && RecordType.of(next & 0xFF) == null || headBytes == 2 && next != 3;
        if (begins) {
            throw records == 0 ? FirstBytes.noRecord(head, headBytes, rest) : broken("where a record had to begin came the byte 0x"
                    + Integer.toHexString(head[0] & 0xFF));
        }
        if (headBytes == HEADER_BYTES) {
            records++;
            left = number(3);
            messages.recordBegins();
            if (left > LONGEST) {
                throw broken("a record of " + left + " bytes, more than the " + LONGEST + " that are allowed");
            }
        }
    }

    private static CodedException broken(String why) {
        return new CodedException(ErrorCode.TLS_BROKEN, why);
    }

    private int number(int at) {
        return (head[at] & 0xFF) << 8 | head[at + 1] & 0xFF;
    }

    private int type() {
        return head[0] & 0xFF;
    }

    private void body(ByteBuffer bytes) {
        int now = Math.min(left, bytes.remaining());
        ByteBuffer part = bytes.slice(bytes.position(), now);
        bytes.position(bytes.position() + now);
        if (type() == RecordType.HANDSHAKE.number() && !isEncrypted()) {
            messages.feed(part);
        } else if (type() == RecordType.ALERT.number() && number(3) == ALERT_BYTES) {
            while (part.hasRemaining()) {
                alert[ALERT_BYTES - left] = part.get();
                left--;
                now--;
            }
        }
        left -= now;
    }

    /// Of TLS 1.3, what is encrypted has the type of data; a ChangeCipherSpec means nothing there (RFC 8446 appendix D.4).
    private boolean isEncrypted() {
        return encrypted && !plain.isTls13();
    }

    private void end() {
        headBytes = 0;
        boolean isAlert = type() == RecordType.ALERT.number();
        boolean renegotiates = type() == RecordType.HANDSHAKE.number() && isEncrypted() && plain.isDone();
        if (renegotiates) {
            plain.renegotiated(sent);
        }
        if ((isAlert || !plain.isDone()) && told < MOST_TOLD) {
            told++;
            plain.tell(new TlsEvent.RecordSeen(sent, type(), number(1), number(3), messages.ended()));
        }
        if (isAlert && number(3) == ALERT_BYTES) {
            plain.alerted(sent, alert[0] & 0xFF, alert[1] & 0xFF);
        }
        encrypted |= type() == RecordType.CHANGE_CIPHER_SPEC.number();
    }
}
