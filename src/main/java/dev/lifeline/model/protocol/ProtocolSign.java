package dev.lifeline.model.protocol;

import dev.lifeline.model.Labelled;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The protocol that bytes at the beginning of a stream show by themselves. Bytes that only might be of one show none.
public enum ProtocolSign implements Labelled {
    /// A TLS record that holds a ClientHello or ServerHello (RFC 8446 section 5.1).
    TLS_HELLO("TLS hello"),
    /// A TLS record that holds an alert in plain.
    TLS_ALERT("TLS alert"),
    /// A request line of HTTP/1 (RFC 9112 section 3).
    HTTP_REQUEST("HTTP request"),
    /// A status line of HTTP/1.
    HTTP_ANSWER("HTTP answer"),
    /// An HTTP/1 answer 400 that says that the port is for HTTPS, in the words of nginx, Go, Apache httpd or Tomcat.
    HTTPS_WANTED("HTTPS wanted"),
    /// The identification of SSH (RFC 4253 section 4.2).
    SSH("SSH"),
    /// The greeting of SMTP: 220, and the name of the protocol (RFC 5321 section 4.2).
    SMTP("SMTP"),
    /// The first bytes of PostgreSQL's protocol 3 in either direction: a request for TLS, a startup message; an error, a request for
    /// a password.
    POSTGRESQL("PostgreSQL"),
    /// The commands or the own errors of Redis (RESP).
    REDIS("Redis"),
    /// The greeting of MySQL or MariaDB, or the error that stands in its place.
    MYSQL("MySQL");

    private static final int ALERT = 21;
    private static final int HANDSHAKE = 22;
    private static final int RECORD_HEADER = 5;
    private static final int MOST_SEARCHED = 2048;
    private static final String[] METHODS = {"GET ", "HEAD ", "POST ", "PUT ", "DELETE ", "OPTIONS ", "PATCH ", "CONNECT "};
    private static final String[] WANTS_TLS = {"plain HTTP request was sent to HTTPS port", "HTTP request to an HTTPS server",
        "speaking plain HTTP to an SSL-enabled server port", "combination of host and port requires TLS"};

    private final String label;

    ProtocolSign(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /// Looks at the bytes between position and limit without moving either; `null` where they show none.
    public static ProtocolSign of(ByteBuffer bytes) {
        if (bytes.remaining() < RECORD_HEADER + 1) {
            return null;
        }
        int at = bytes.position();
        int first = bytes.get(at);
        if (first == ALERT || first == HANDSHAKE) {
            return bytes.get(at + 1) != 3 || bytes.get(at + 2) < 0 || bytes.get(at + 2) > 4 ? null
                    : first == ALERT ? alert(bytes, at) : hello(bytes, at);
        }
        return switch (first) {
            case 'S' -> starts(bytes, "SSH-2.0-") || starts(bytes, "SSH-1.99-") ? SSH : null;
            case 'H' -> starts(bytes, "HTTP/1.") ? answer(bytes) : method(bytes);
            case 'G', 'P', 'D', 'O', 'C' -> method(bytes);
            default -> OtherSigns.of(bytes);
        };
    }

    /// In plain an alert is a level and a description.
    private static ProtocolSign alert(ByteBuffer bytes, int at) {
        int level = bytes.get(at + RECORD_HEADER);
        return bytes.get(at + 3) == 0 && bytes.get(at + 4) == 2 && (level == 1 || level == 2) ? TLS_ALERT : null;
    }

    private static ProtocolSign hello(ByteBuffer bytes, int at) {
        int message = bytes.get(at + RECORD_HEADER);
        return message == 1 || message == 2 ? TLS_HELLO : null;
    }

    private static ProtocolSign method(ByteBuffer bytes) {
        for (String method : METHODS) {
            if (starts(bytes, method)) {
                String text = text(bytes);
                int line = text.indexOf('\n');
                int version = text.indexOf(" HTTP/1.");
                return version > 0 && (line < 0 || version < line) ? HTTP_REQUEST : null;
            }
        }
        return null;
    }

    private static ProtocolSign answer(ByteBuffer bytes) {
        String text = text(bytes);
        if (text.startsWith(" 400", "HTTP/1.x".length())) {
            for (String words : WANTS_TLS) {
                if (text.contains(words)) {
                    return HTTPS_WANTED;
                }
            }
        }
        return HTTP_ANSWER;
    }

    static boolean starts(ByteBuffer bytes, String text) {
        if (bytes.remaining() < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes.get(bytes.position() + i) != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static String text(ByteBuffer bytes) {
        byte[] some = new byte[Math.min(bytes.remaining(), MOST_SEARCHED)];
        bytes.get(bytes.position(), some);
        return new String(some, StandardCharsets.ISO_8859_1);
    }
}
