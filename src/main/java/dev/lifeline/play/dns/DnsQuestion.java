package dev.lifeline.play.dns;

import java.nio.ByteBuffer;

/// A question (RFC 1035 section 4.1), read from a message.
///
/// @param id of the message; the answer has it again
/// @param flags of the message's header, all 16 bits
/// @param name as it was spelled, without the last dot; empty for the root
/// @param type `QTYPE`
/// @param group `QCLASS`
record DnsQuestion(int id, int flags, String name, int type, int group) {

    static final int A = 1;
    static final int CNAME = 5;
    static final int AAAA = 28;
    static final int INTERNET = 1;

    static final int HEADER_BYTES = 12;
    private static final int RESPONSE = 0x8000;
    private static final int OPCODE = 0x7800;
    /// Most records that a client may add: an OPT record (RFC 6891), a signature. A few, so a number out of garbage ends here.
    private static final int MAX_ADDITIONAL = 4;

    /// Reads a message that holds one question and no answers. What follows the question, such as an OPT record, is not looked
    /// at.
    ///
    /// @param message from its position to its limit
    /// @return `null` for everything else: it gets no answer, and so two servers cannot keep each other busy
    static DnsQuestion read(ByteBuffer message) {
        if (message.remaining() < HEADER_BYTES) {
            return null;
        }
        int id = message.getShort() & 0xFFFF;
        int flags = message.getShort() & 0xFFFF;
        int questions = message.getShort() & 0xFFFF;
        int answers = message.getShort() & 0xFFFF;
        int authorities = message.getShort() & 0xFFFF;
        int additional = message.getShort() & 0xFFFF;
        if ((flags & (RESPONSE | OPCODE)) != 0 || questions != 1 || answers != 0 || authorities != 0
                || additional > MAX_ADDITIONAL) {
            return null;
        }
        String name = DnsName.read(message);
        if (name == null || message.remaining() < 4) {
            return null;
        }
        return new DnsQuestion(id, flags, name, message.getShort() & 0xFFFF, message.getShort() & 0xFFFF);
    }
}
