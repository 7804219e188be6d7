package dev.lifeline.tls.trust;

/// The place of one value of DER in an array: from its identifier to its end (ITU-T X.690 section 8.1).
///
/// @param from index of the identifier
/// @param content index of the first byte of the content
/// @param to index behind its end
record DerPlace(int from, int content, int to) {

    /// The version, which is left out where it is 1 (RFC 5280 section 4.1).
    private static final int VERSION_TAG = 0xA0;
    /// Serial number, algorithm, issuer and validity stand before the subject.
    private static final int BEFORE_SUBJECT = 4;

    /// The place of the subject's name in a certificate; `null` where it is none.
    static DerPlace subject(byte[] certificate) {
        DerPlace whole = at(certificate, 0, certificate.length);
        DerPlace body = whole == null ? null : at(certificate, whole.content, whole.to);
        DerPlace part = body == null ? null : at(certificate, body.content, body.to);
        if (part != null && (certificate[part.from] & 0xFF) == VERSION_TAG) {
            part = at(certificate, part.to, body.to);
        }
        for (int i = 0; i < BEFORE_SUBJECT && part != null; i++) {
            part = at(certificate, part.to, body.to);
        }
        return part;
    }

    private static DerPlace at(byte[] bytes, int from, int end) {
        if (from + 2 > end) {
            return null;
        }
        int first = bytes[from + 1] & 0xFF;
        int content = from + 2;
        int length = first;
        if (first >= 0x80) {
            int digits = first & 0x7F;
            content += digits;
            if (digits == 0 || digits > 3 || content > end) {
                return null;
            }
            length = 0;
            for (int i = content - digits; i < content; i++) {
                length = length << 8 | bytes[i] & 0xFF;
            }
        }
        return length > end - content ? null : new DerPlace(from, content, content + length);
    }
}
