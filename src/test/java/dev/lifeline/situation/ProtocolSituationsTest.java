package dev.lifeline.situation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Bytes of one protocol at the port of another.
@Timeout(240)
@EnabledOnOs(value = OS.LINUX, disabledReason = "network namespaces are of Linux")
class ProtocolSituationsTest {

    private static Situation answering(String bytes) {
        return Situation.in(Site.LOOPBACK).peer("server", "127.0.0.1 80 5 accept read=3 'write=" + bytes + "' close");
    }

    private static final String REQUEST = "connect 127.0.0.1:80 --send 'GET / HTTP/1.0\\r\\n\\r\\n'";

    @ParameterizedTest
    @EnumSource(Witness.class)
    void theAnswerIsATlsAlert(Witness witness) throws Exception {
        answering("\\25\\3\\3\\0\\2\\2\\106").trace(REQUEST).told(witness)
                .says("The answer is a TLS alert: that port speaks TLS")
                .never("speaks SSH", "for HTTPS");
        answering("\\25\\3\\3\\0\\2\\2\\106").trace("connect 127.0.0.1:80 --send '\\x16\\x03\\x01\\x00\\x05\\x01\\x00\\x00\\x01\\x00'")
                .told(witness).never("that port speaks TLS");
    }

    @Test
    void anHttpServerAsksForTls() throws Exception {
        answering("HTTP/1.0 400 Bad Request\\r\\n\\r\\nClient sent an HTTP request to an HTTPS server.\\n").trace(REQUEST)
                .told(Witness.ALL).says("the port is for HTTPS");
        answering("HTTP/1.0 400 Bad Request\\r\\n\\r\\nno\\n").trace(REQUEST).told(Witness.ALL).never("the port is for HTTPS");
    }

    @Test
    void aServerOfSshGreetsWhomeverComes() throws Exception {
        answering("SSH-2.0-OpenSSH_9.6\\r\\n").trace(REQUEST).told(Witness.ALL).says("that port speaks SSH");
        answering("SSH-2.0-OpenSSH_9.6\\r\\n").trace("connect 127.0.0.1:80 --send 'SSH-2.0-x\\r\\n'").told(Witness.ALL)
                .never("that port speaks SSH");
    }

    @Test
    void tlsIsAnsweredInPlain() throws Exception {
        answering("HTTP/1.1 400 Bad Request\\r\\n\\r\\n").trace("connect 127.0.0.1:80 --send '\\x16\\x03\\x01\\x00\\x05\\x01\\x00\\x00\\x01\\x00'")
                .told(Witness.ALL).says("This side sent a TLS hello, and the answer is plain HTTP").never("that port speaks TLS");
    }
}
