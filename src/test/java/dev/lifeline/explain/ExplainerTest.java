package dev.lifeline.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Texts, and what is told of them; `\n` is a line end.
class ExplainerTest {

    private static final Explainer EXPLAINER = Explainer.builtIn();

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '§', nullValues = "-", value = {
        "ECONNREFUSED ¦ connect ¦ ECONNREFUSED ¦ - ¦ - ¦ high",
        "ECONNRESET ¦ read ¦ ECONNRESET ¦ - ¦ - ¦ low",
        "Error: connect ECONNREFUSED 127.0.0.1:5432 ¦ connect ¦ ECONNREFUSED ¦ connect ¦ 127.0.0.1:5432 ¦ high",
        "Error: connect ECONNREFUSED ::1:5432 ¦ connect ¦ ECONNREFUSED ¦ connect ¦ [::1]:5432 ¦ high",
        "dial tcp: lookup db.corp.test on 10.0.0.2:53: no such host ¦ lookup ¦ ENOTFOUND ¦ lookup ¦ db.corp.test ¦ high",
        "read tcp 10.1.0.4:40112->10.0.0.7:443: read: connection reset by peer ¦ read ¦ ECONNRESET ¦ read ¦ 10.0.0.7:443 ¦ high",
        "write tcp 10.1.0.4:40112->10.0.0.7:443: write: broken pipe ¦ write ¦ EPIPE ¦ write ¦ 10.0.0.7:443 ¦ high",
        "connect: Cannot assign requested address ¦ connect ¦ EADDRNOTAVAIL ¦ connect ¦ - ¦ medium",
        "bind: Cannot assign requested address ¦ bind ¦ EADDRNOTAVAIL ¦ bind ¦ - ¦ high",
        "Cannot connect to host 127.0.0.1:7120 ssl:<x> [Connection reset by peer] ¦ connect ¦ ECONNRESET ¦ connect ¦ 127.0.0.1:7120 ¦ low",
        "BrokenPipeError: [Errno 32] Broken pipe ¦ write ¦ EPIPE ¦ - ¦ - ¦ medium",
        "RequestError: read ECONNRESET\\n    at x\\n  connect: undefined ¦ read ¦ ECONNRESET ¦ read ¦ - ¦ high",
        "The target server failed to respond ¦ read ¦ EOF ¦ read ¦ - ¦ medium",
        "psql: error: connection to server at §localhost§ (::1), port 5432 failed: FATAL:  password authentication failed for user §x§ ¦ none ¦ - ¦ - ¦ [::1]:5432 ¦ high"
    })
    void aTextIsPlaced(String text, String stage, String code, String operation, String remote, String confidence) {
        Explanation first = EXPLAINER.answer(text.replace("\\n", "\n").replace('§', '"')).getFirst();
        assertEquals(stage, first.stage().label());
        assertEquals(code, first.code());
        assertEquals(operation, first.operation());
        assertEquals(remote, first.remote() == null ? null : first.remote().toString());
        assertEquals(confidence, first.confidence().label());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "all is well", "connection established", "retrying in 5s", "connection pool started", "\u0000\u0001", "::::->->port port"})
    void aTextWithoutAnErrorIsNone(String text) {
        Explanation answer = EXPLAINER.answer(text).getFirst();
        assertEquals(ErrorStage.NONE, answer.stage());
        assertTrue(!answer.words().isEmpty() || answer.confidence() != Confidence.HIGH, "what rests on no words is not sure");
    }
}
