package dev.lifeline.play.dns;

import java.nio.ByteBuffer;

/// The answer to one question, written record by record (RFC 1035 section 4.1) up to the 512 bytes of a UDP message without EDNS.
/// Message with answers. What does not fit is left out, and the message says that it was cut off. Pure.
final class DnsReply {

    static final int MAX_BYTES = 512;
    static final int NO_ERROR = 0;
    static final int SERVFAIL = 2;
    static final int NXDOMAIN = 3;
    static final int REFUSED = 5;

    private static final int FLAGS = 2;
    private static final int ANSWERS = 6;
    private static final int RESPONSE = 0x8000;
    private static final int AUTHORITATIVE = 0x0400;
    private static final int TRUNCATED = 0x0200;
    private static final int RECURSION_DESIRED = 0x0100;
    private static final int RECURSION_AVAILABLE = 0x0080;
    private static final int POINTER = 0xC000;
    /// Nobody is to remember these answers: seconds.
    private static final int TIME_TO_LIVE = 0;
    private static final int RECORD_BYTES = 10;

    private final ByteBuffer message = ByteBuffer.allocate(MAX_BYTES);
    private final String asked;

    /// Begins with the header and the question as it was spelled.
    DnsReply(DnsQuestion question, int code) {
        asked = question.name();
        message.putShort((short) question.id())
                .putShort((short) (RESPONSE | AUTHORITATIVE | RECURSION_AVAILABLE | question.flags() & RECURSION_DESIRED | code))
                .putShort((short) 1).putShort((short) 0).putInt(0);
        DnsName.write(message, asked);
        message.putShort((short) question.type()).putShort((short) question.group());
    }

    /// Adds a `CNAME` record.
    void alias(String owner, String target) {
        if (begin(owner, DnsQuestion.CNAME, DnsName.bytes(target))) {
            DnsName.write(message, target);
        }
    }

    /// Adds an `A` or `AAAA` record.
    void address(String owner, int type, byte[] address) {
        if (begin(owner, type, address.length)) {
            message.put(address);
        }
    }

    /// The message, ready to be sent.
    ByteBuffer message() {
        return message.duplicate().flip();
    }

    private boolean begin(String owner, int type, int dataBytes) {
        boolean pointer = owner.equals(asked);
        if ((pointer ? 2 : DnsName.bytes(owner)) + RECORD_BYTES + dataBytes > message.remaining()) {
            message.putShort(FLAGS, (short) (message.getShort(FLAGS) | TRUNCATED));
            return false;
        }
        if (pointer) {
            message.putShort((short) (POINTER | DnsQuestion.HEADER_BYTES));
        } else {
            DnsName.write(message, owner);
        }
        message.putShort((short) type).putShort((short) DnsQuestion.INTERNET).putInt(TIME_TO_LIVE).putShort((short) dataBytes);
        message.putShort(ANSWERS, (short) (message.getShort(ANSWERS) + 1));
        return true;
    }
}
