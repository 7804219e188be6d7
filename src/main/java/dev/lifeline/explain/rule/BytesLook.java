package dev.lifeline.explain.rule;

/// Looks for anchors in UTF-8 as it comes, so that what has none never becomes a text: escape sequences of a terminal are passed
/// over, so are zeros (UTF-16 of Windows), and `\u0441` of JSON is the letter that it stands for.
final class BytesLook {

    private static final int SPECIAL = -1;
    private static final byte ESCAPE = 0x1b;
    private static final int UNICODE_DIGITS = 4;
    private static final int[] FOLDED = table();

    private final AnchorIndex index;

    BytesLook(AnchorIndex index) {
        this.index = index;
    }

    /// Tells whether some pattern may be found; it is never wrong when it says no.
    boolean mayHold(byte[] bytes, int from, int to) {
        int window = 0;
        boolean escaped = false;
        for (int at = from; at < to; at++) {
            int folded = FOLDED[bytes[at] & 0xff];
            if (folded == SPECIAL) {
                if (bytes[at] == ESCAPE || bytes[at] == 0) {
                    escaped = true;
                    at = bytes[at] == 0 ? at : afterSequence(bytes, at, to) - 1;
                    continue;
                }
                int last = lastOf(bytes, at, to);
                escaped |= bytes[at] == '\\' && last > at;
                folded = AnchorIndex.small(FoldedText.fold(bytes[at] == '\\' ? unicode(bytes, at, last) : decoded(bytes, at, last)));
                at = last;
            }
            window = window << 8 | folded;
            if (index.passes(window) && index.anchored(window, bytes, at, escaped)) {
                return true;
            }
        }
        return false;
    }

    /// The last byte of what begins here: a character of several bytes, or an escape with its four digits.
    private static int lastOf(byte[] bytes, int at, int to) {
        if (bytes[at] == '\\') {
            boolean unicode = at + UNICODE_DIGITS + 1 < to && bytes[at + 1] == 'u';
            for (int i = at + 2; unicode && i < at + 2 + UNICODE_DIGITS; i++) {
                unicode = Character.digit(bytes[i], 16) >= 0;
            }
            return unicode ? at + UNICODE_DIGITS + 1 : at;
        }
        int more = (bytes[at] & 0xe0) == 0xc0 ? 1 : (bytes[at] & 0xf0) == 0xe0 ? 2 : (bytes[at] & 0xf8) == 0xf0 ? 3 : 0;
        int last = at;
        while (last < at + more && last + 1 < to && (bytes[last + 1] & 0xc0) == 0x80) {
            last++;
        }
        return last;
    }

    private static char unicode(byte[] bytes, int at, int last) {
        int c = 0;
        for (int i = at + 2; i <= last; i++) {
            c = c << 4 | Character.digit(bytes[i], 16);
        }
        return last == at ? '\\' : (char) c;
    }

    private static char decoded(byte[] bytes, int at, int last) {
        return switch (last - at) {
            case 1 -> (char) ((bytes[at] & 0x1f) << 6 | bytes[last] & 0x3f);
            case 2 -> (char) ((bytes[at] & 0x0f) << 12 | (bytes[at + 1] & 0x3f) << 6 | bytes[last] & 0x3f);
            default -> '\ufffd';
        };
    }

    /// Where a terminal's sequence ends that begins here: a control sequence, or a string until its bell.
    private static int afterSequence(byte[] bytes, int at, int to) {
        int next = at + 1;
        if (next < to && bytes[next] == '[') {
            next++;
            while (next < to && bytes[next] >= 0x20 && bytes[next] < 0x40) {
                next++;
            }
        }
        return Math.min(to, next + 1);
    }

    private static int[] table() {
        int[] table = new int[1 << 8];
        for (int one = 0; one < table.length; one++) {
            table[one] = one >= 0x80 || one == ESCAPE || one == 0 || one == '\\' ? SPECIAL : FoldedText.fold((char) one);
        }
        return table;
    }
}
