package dev.lifeline.model.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lifeline.model.protocol.ProtocolSign;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProtocolSignTest {

    private static ProtocolSign sign(String text) {
        return ProtocolSign.of(ByteBuffer.wrap(("xx" + text).getBytes(StandardCharsets.ISO_8859_1)).position(2));
    }

    @Test
    void bytesThatCanBeNothingElse() {
        assertEquals(ProtocolSign.TLS_HELLO, sign("\u0016\u0003\u0001\u0002\u0000\u0001\u0000"));
        assertEquals(ProtocolSign.TLS_ALERT, sign("\u0015\u0003\u0003\u0000\u0002\u0002\u0046"));
        assertEquals(ProtocolSign.HTTP_REQUEST, sign("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
        assertEquals(ProtocolSign.HTTP_REQUEST, sign("HEAD /x HTTP/1.0\r\n\r\n"));
        assertEquals(ProtocolSign.HTTP_ANSWER, sign("HTTP/1.1 200 OK\r\n\r\n"));
        assertEquals(ProtocolSign.HTTP_ANSWER, sign("HTTP/1.1 400 Bad Request\r\n\r\n"));
        assertEquals(ProtocolSign.HTTPS_WANTED, sign("HTTP/1.0 400 Bad Request\r\n\r\nClient sent an HTTP request to an HTTPS server.\n"));
        assertEquals(ProtocolSign.HTTPS_WANTED, sign("HTTP/1.1 400 Bad Request\r\nServer: nginx\r\nContent-Type: text/html\r\n\r\n"
                + "<html>\r\n<head><title>400 The plain HTTP request was sent to HTTPS port</title></head>"));
        assertEquals(ProtocolSign.SSH, sign("SSH-2.0-OpenSSH_9.6\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GET", "GET / HTTP", "GET me out of here\n", "PUT it there HTTP", "GETTING HTTP/1.1", "GET x\nHTTP/1.1",
        "SSH-", "SSHD here", "HTTP is a protocol", "\u0015\u0003\u0003\u0000\u0013\u0002\u0046", "\u0015\u0003\u0003\u0000\u0002\u0007\u0046",
        "\u0015\u0004\u0003\u0000\u0002\u0002\u0046", "\u0016\u0003\u0009\u0000\u0002\u0001\u0046", "\u0016\u0003\u0001\u0000\u0002\u000b\u0046",
        "\u0016\u0003\u0001", "hello, world"})
    void bytesThatMayBeAnythingShowNothing(String text) {
        assertNull(sign(text));
    }

    @Test
    void wordsOfAPageAreNoRefusal() {
        assertEquals(ProtocolSign.HTTP_ANSWER, sign("HTTP/1.1 200 OK\r\n\r\nThe plain HTTP request was sent to HTTPS port"));
    }
}
