package dev.lifeline.run.play;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a DNS server (RFC 1035) with a few names answers. Pure.
///
/// @param answers for each name, in small letters: addresses, or one of `nxdomain`, `servfail`, `refused`, `empty`, `silent`
record DnsAnswers(Map<String, List<String>> answers) {

    private static final int HEADER_BYTES = 12;
    private static final int MOST_BYTES = 512;
    private static final int RESPONSE_BITS = 0x8580;
    private static final int A = 1;
    private static final int AAAA = 28;
    private static final int SERVFAIL = 2;
    private static final int NXDOMAIN = 3;
    private static final int REFUSED = 5;
    private static final int NAME_OF_THE_QUESTION = 0xC000 | HEADER_BYTES;
    private static final int SECONDS_TO_LIVE = 60;

    DnsAnswers {
        answers = Map.copyOf(answers);
    }

    /// The answer to a message.
    ///
    /// @param question from position 0 to the limit; whatever it holds
    /// @return `null` where there is to be none
    ByteBuffer answer(ByteBuffer question) {
        StringBuilder name = new StringBuilder();
        int end = name(question, name);
        if (end < 0 || end + 4 > question.limit() || question.getShort(4) != 1) {
            return null;
        }
        int type = question.getShort(end) & 0xFFFF;
        List<String> said = answers.getOrDefault(name.toString().toLowerCase(Locale.ROOT), List.of("nxdomain"));
        if (said.equals(List.of("silent"))) {
            return null;
        }
        List<byte[]> addresses = addresses(said, type);
        ByteBuffer answer = ByteBuffer.allocate(MOST_BYTES);
        answer.putShort(question.getShort(0)).putShort((short) (RESPONSE_BITS | code(said))).putShort((short) 1)
                .putShort((short) addresses.size()).putInt(0).put(question.slice(HEADER_BYTES, end + 4 - HEADER_BYTES));
        for (byte[] address : addresses) {
            answer.putShort((short) NAME_OF_THE_QUESTION).putShort((short) type).putShort((short) 1).putInt(SECONDS_TO_LIVE)
                    .putShort((short) address.length).put(address);
        }
        return answer.flip();
    }

    /// @return where the name ends, or -1 where it is none
    private static int name(ByteBuffer question, StringBuilder name) {
        int at = HEADER_BYTES;
        while (at < question.limit() && question.get(at) != 0) {
            int length = question.get(at);
            if (length < 0 || length > 63 || at + 1 + length > question.limit()) {
                return -1;
            }
            byte[] label = new byte[length];
            question.get(at + 1, label);
            name.append(name.isEmpty() ? "" : ".").append(new String(label, StandardCharsets.ISO_8859_1));
            at += length + 1;
        }
        return at < question.limit() ? at + 1 : -1;
    }

    private static List<byte[]> addresses(List<String> said, int type) {
        List<byte[]> addresses = new ArrayList<>();
        for (String text : said) {
            boolean six = text.indexOf(':') >= 0;
            boolean four = !six && text.indexOf('.') >= 0;
            if (addresses.size() < 8 && (six && type == AAAA || four && type == A)) {
                addresses.add(InetAddress.ofLiteral(text).getAddress());
            }
        }
        return addresses;
    }

    private static int code(List<String> said) {
        return switch (said.isEmpty() ? "empty" : said.getFirst()) {
            case "nxdomain" -> NXDOMAIN;
            case "servfail" -> SERVFAIL;
            case "refused" -> REFUSED;
            default -> 0;
        };
    }
}
