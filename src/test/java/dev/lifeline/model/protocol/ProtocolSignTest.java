package dev.lifeline.model.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

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

    @Test
    void mailServersAndDatabasesAreKnownByTheirFirstBytes() {
        assertEquals(ProtocolSign.SMTP, sign("220 mx.example ESMTP Postfix\r\n"));
        assertEquals(ProtocolSign.SMTP, sign("220-mx.example SMTP ready\r\n220 go\r\n"));
        assertEquals(ProtocolSign.POSTGRESQL, sign("\0\0\0\u0008\u0004\u00d2\u0016\u002f"));
        assertEquals(ProtocolSign.POSTGRESQL, sign("\0\0\0\u0029\0\3\0\0user\0app\0database\0shop\0\0"));
        assertEquals(ProtocolSign.POSTGRESQL, sign("E\0\0\0\u0090SFATAL\0VFATAL\0C0A000\0"));
        assertEquals(ProtocolSign.POSTGRESQL, sign("R\0\0\0\u0008\0\0\0\3"));
        assertEquals(ProtocolSign.POSTGRESQL, sign("R\0\0\0\u0017\0\0\0\nSCRAM-SHA-256\0\0"));
        assertEquals(ProtocolSign.REDIS, sign("-ERR wrong number of arguments for 'get' command\r\n"));
        assertEquals(ProtocolSign.REDIS, sign("-ERR unknown command 'HELO', with args beginning with: \r\n"));
        assertEquals(ProtocolSign.REDIS, sign("-DENIED Redis is running in protected mode because\r\n"));
        assertEquals(ProtocolSign.REDIS, sign("-NOAUTH Authentication required.\r\n"));
        assertEquals(ProtocolSign.REDIS, sign("*1\r\n$4\r\nPING\r\n"));
        assertEquals(ProtocolSign.MYSQL, sign("\u004a\0\0\0\n8.0.36\0\u0008\0\0\0abcdefgh\0"));
        assertEquals(ProtocolSign.MYSQL, sign("\u0061\0\0\0\n5.5.5-10.11.6-MariaDB-0+deb12u1\0\u0008\0\0\0"));
        assertEquals(ProtocolSign.MYSQL, sign("\u0045\0\0\0\u00ff\u006a\u0004Host '10.0.0.1' is not allowed to connect to this MySQL server"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"220 ProFTPD Server ready.\r\n", "220 ready\r\nESMTP is not spoken\r\n", "220 mx ESMTP without an end", "250 mx.example SMTP\r\n",
        "-ERR Unknown command.\r\n", "-ERR no such message\r\n", "+OK POP3 ready\r\n", "+PONG\r\n", "* OK IMAP4rev1\r\n", "*1\r\nPING\r\n", "*x\r\n$4\r\n",
        "E\0\0\0\u0090SNOTICE\0", "E\0\0\0\2SFATAL\0", "ERROR: no such thing\r\n", "R\0\0\0\u0008\0\0\0\7", "READY\r\n", "\0\0\0\u0008\u0004\u00d2\u0016\u0030",
        "\0\0\0\u0029\0\3\0\0nobody\0", "\0\0\0\0\0\0\0\0", "\u004a\0\0\0\n8\0\u0008\0\0\0", "\u004a\0\0\1\n8.0.36\0", "\u0010\0\0\0\n8.0.36\0",
        "\u004a\0\0\0\t8.0.36\0", "\u004a\0\0\0\n8.0.36", "\u0045\0\0\0\u00ff\u006a\u0004Host is not allowed", "\u0045\0\0\0\u00ff\u006a\u00ffMySQL"})
    void bytesThatOtherProtocolsBeginWithTooShowNothing(String text) {
        assertNull(sign(text));
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
