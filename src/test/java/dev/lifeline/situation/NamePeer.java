package dev.lifeline.situation;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/// A name server of another program's: it says to each name what its words say, until it is killed.
///
/// A word is `NAME=ANSWER` or `NAME/TYPE=ANSWER`, where the type is `A` or `AAAA` and the answer an address (the other type is
/// empty then), `silent`, or a number, the code of the answer (RFC 1035 section 4.1.1). Other names do not exist (3). `@MILLIS`
/// behind an answer holds it back for so long.
final class NamePeer {

    private static final int A = 1;
    private static final int AAAA = 28;
    private static final int HEADER_BYTES = 12;

    private static final ScheduledExecutorService LATER = Executors.newSingleThreadScheduledExecutor();

    private NamePeer() {
    }

    /// @param words the address to listen on, and what it says
    public static void main(String... words) throws Exception {
        Map<String, String> answers = new HashMap<>();
        for (int i = 1; i < words.length; i++) {
            String[] word = words[i].split("=", 2);
            answers.put(word[0], word[1]);
        }
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByName(words[0]), 53))) {
            System.out.println("ready");
            DatagramPacket packet = new DatagramPacket(new byte[1500], 1500);
            while (true) {
                packet.setLength(1500);
                socket.receive(packet);
                byte[] answer = answer(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()), answers);
                if (answer != null) {
                    DatagramPacket out = new DatagramPacket(answer, HEADER_BYTES, answer.length - HEADER_BYTES, packet.getSocketAddress());
                    long millis = ByteBuffer.wrap(answer).getLong(0);
                    LATER.schedule(() -> {
                        socket.send(out);
                        return null;
                    }, millis, TimeUnit.MILLISECONDS);
                }
            }
        }
    }

    /// Twelve bytes that begin with the milliseconds to wait, then the message; `null` for none.
    private static byte[] answer(ByteBuffer question, Map<String, String> answers) throws Exception {
        StringBuilder name = new StringBuilder();
        int at = HEADER_BYTES;
        for (int length = question.get(at); length > 0; length = question.get(at)) {
            name.append(name.isEmpty() ? "" : ".").append(new String(question.array(), at + 1, length, StandardCharsets.US_ASCII));
            at += 1 + length;
        }
        int type = question.getShort(at + 1);
        String said = answers.getOrDefault(name + (type == A ? "/A" : "/AAAA"), answers.getOrDefault(name.toString(), "3"));
        int held = said.indexOf('@');
        long millis = held < 0 ? 0 : Long.parseLong(said.substring(held + 1));
        said = held < 0 ? said : said.substring(0, held);
        if (said.equals("silent")) {
            return null;
        }
        boolean code = said.indexOf('.') < 0 && said.indexOf(':') < 0;
        byte[] address = code ? new byte[0] : InetAddress.getByName(said).getAddress();
        boolean found = !code && type == (address.length == 4 ? A : AAAA);
        ByteBuffer answer = ByteBuffer.allocate(HEADER_BYTES + at + 5 + 28);
        answer.putLong(millis).putInt(0).putShort(question.getShort(0)).putShort((short) (0x8180 | (code ? Integer.parseInt(said) : 0)))
                .putShort((short) 1).putShort((short) (found ? 1 : 0)).putInt(0).put(question.array(), HEADER_BYTES, at + 5 - HEADER_BYTES);
        if (found) {
            answer.putShort((short) 0xC00C).putShort((short) type).putShort((short) 1).putInt(60).putShort((short) address.length)
                    .put(address);
        }
        return java.util.Arrays.copyOf(answer.array(), answer.position());
    }
}
