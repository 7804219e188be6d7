package dev.lifeline.diagnosis.texts;

import static dev.lifeline.diagnosis.texts.WebLives.answered;
import static dev.lifeline.diagnosis.texts.WebLives.asked;
import static dev.lifeline.diagnosis.texts.WebLives.begun;
import static dev.lifeline.diagnosis.texts.WebLives.certificate;
import static dev.lifeline.diagnosis.texts.WebLives.client;
import static dev.lifeline.diagnosis.texts.WebLives.failing;
import static dev.lifeline.diagnosis.texts.WebLives.greeted;
import static dev.lifeline.diagnosis.texts.WebLives.secured;
import static dev.lifeline.diagnosis.texts.WebLives.server;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.diagnosis.TraceBuilder;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.HttpEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.TlsEvent;
import dev.lifeline.model.protocol.Scheme;
import dev.lifeline.model.tls.TrustSource;
import dev.lifeline.text.Glyphs;
import dev.lifeline.wording.HeadlineWords;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Faults of TLS and HTTP by what was seen of them: what the verdict says, what it must not say, and what is run next.
class WebVerdictsTest {

    /// Columns of a headline beside the longest IPv4 target.
    private static final int ROOM = 56;

    /// Evidence of a failure, from nothing to all that a recording can hold of it.
    private enum Seen {
        NOTHING, HELLO, CHAIN, ALERT, OTHER_ALERT, ANSWERED, SECOND_REQUEST, HEAD, BODY, CHUNKS, BYTE;

        TraceBuilder before(Lane lane) {
            TraceBuilder trace = lane == Lane.CLIENT ? client(Scheme.HTTPS) : server(Scheme.HTTPS);
            return switch (this) {
                case NOTHING -> trace;
                case HELLO -> greeted(trace, lane);
                case CHAIN -> greeted(trace, lane).event(lane, 1, 0, certificate(-2 * WebLives.YEAR, -WebLives.YEAR, "a.example", "b.example"));
                case ALERT -> greeted(trace, lane).event(lane, 1, 0, new TlsEvent.Alerted(false, 2, 40));
                case OTHER_ALERT -> greeted(trace, lane).event(lane, 1, 0, new TlsEvent.Alerted(false, 2, 80));
                case ANSWERED -> answered(asked(trace, lane), lane, 200);
                case SECOND_REQUEST -> asked(answered(asked(trace, lane), lane, 200), lane);
                case HEAD -> begun(asked(trace, lane), lane, 200, 612, -1);
                case BODY -> begun(asked(trace, lane), lane, 200, 612, 2048);
                case CHUNKS -> begun(asked(trace, lane), lane, 200, 612, -1).event(lane, 1, 0, new HttpEvent.ChunkBegan(512));
                case BYTE -> asked(trace, lane).event(lane, 1, 0, new HttpEvent.Malformed(17, "a space", "LF"));
            };
        }
    }

    private static TraceBuilder life(Stage stage, ErrorCode code, Seen seen, Lane lane) {
        return lane == Lane.SERVER && seen == Seen.BYTE
                ? server(Scheme.HTTP).started(lane, 1, 0, stage, null, null).event(lane, 1, 0, new HttpEvent.Malformed(17, "a space", "LF"))
                        .failed(lane, 1, 0, stage, code, TraceBuilder.SERVER_END, TraceBuilder.CLIENT_END)
                : failing(seen.before(lane), lane, stage, code);
    }

    private static String all(Verdict verdict) {
        return verdict.happened() + " " + verdict.proved() + " " + verdict.notProved();
    }

    private static String claims(Verdict verdict) {
        return verdict.happened() + " " + verdict.proved();
    }

    private static String headline(TraceBuilder trace) {
        TraceIndex index = TraceIndex.of(trace.build());
        return HeadlineWords.of(index, Diagnosis.of(index), Glyphs.UNICODE);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "TLS | CERT_EXPIRED | NOTHING | a certificate of the server has expired | valid until | openssl s_client -connect web.example:8443 </dev/null | openssl",
        "TLS | CERT_EXPIRED | CHAIN | the certificate of CN=web.example was valid until 1969-01-01 | expired, says | openssl s_client",
        "TLS | CERT_NOT_YET_VALID | NOTHING | is not yet valid | 1969 | date -u",
        "TLS | CERT_NOT_YET_VALID | CHAIN | valid from 1968-01-02 on | clock is wrong | date -u",
        "TLS | CERT_SELF_SIGNED | CHAIN | of CN=web.example is signed with its own key | expired | openssl s_client",
        "TLS | CERT_UNKNOWN_ISSUER | NOTHING | leads to none that is trusted here | ends at | openssl s_client -connect web.example:8443 -showcerts",
        "TLS | CERT_UNKNOWN_ISSUER | CHAIN | ends at CN=Own CA, which is not trusted | expired | openssl s_client -connect web.example:8443 -showcerts",
        "TLS | CERT_WRONG_HOST | NOTHING | for other names than web.example | a.example | openssl s_client",
        "TLS | CERT_WRONG_HOST | CHAIN | is for a.example, b.example, and not for web.example | expired | openssl s_client",
        "TLS | CERT_INVALID | CHAIN | The check said: ~text of CERT_INVALID~ | expired | openssl s_client",
        "TLS | TLS_VERSION | NOTHING | no version that both sides take | Offered | openssl s_client -connect web.example:8443 -tls1_2",
        "TLS | TLS_VERSION | HELLO | Offered were TLSv1.3, TLSv1.2 | certificate | openssl s_client -connect web.example:8443 -tls1_2",
        "TLS | TLS_NO_CIPHER | ALERT | no cipher suite that both sides take, says the server | says this side | openssl s_client",
        "TLS | TLS_NO_CIPHER | HELLO | no cipher suite that both sides take, says this side | says the server | openssl s_client",
        "TLS | TLS_NO_GROUP | ALERT | no group for the exchange of keys | cipher | openssl s_client -connect web.example:8443 -groups",
        "TLS | TLS_ALPN | ALERT | no protocol that both sides speak inside TLS | HTTP/2 | openssl s_client -connect web.example:8443 -alpn",
        "TLS | TLS_SNI | ALERT | does not know the name | certificate | openssl s_client -connect web.example:8443 -noservername",
        "TLS | TLS_CLIENT_CERT | ALERT | wants a certificate of the client | expired | openssl s_client -connect web.example:8443 -prexit",
        "TLS | TLS_ALERT | NOTHING | this side ended it with an alert | handshake_failure | openssl s_client",
        "TLS | TLS_ALERT | ALERT | the server ended it with the alert handshake_failure (40) | certificate | openssl s_client",
        "TLS | TLS_ALERT | OTHER_ALERT | the server ended it with the alert internal_error (80) | cipher | openssl s_client",
        "TLS | TLS_PLAINTEXT | NOTHING | answered the TLS hello in plain text | speaks TLS: | trace connect web.example:8443",
        "TLS | TLS_BROKEN | HELLO | is no valid TLS | plain text | openssl s_client -connect web.example:8443 -msg",
        "TLS | TLS_TOO_LARGE | HELLO | is larger than this client takes. The program said: ~text of TLS_TOO_LARGE~ | refused | openssl s_client -connect web.example:8443 -showcerts",
        "TLS | EOF | NOTHING | ended its stream before a record of TLS had come whole | speaks TLS. | openssl s_client",
        "TLS | EOF | HELLO | inside the handshake, after ServerHello, without an alert | before it sent | openssl s_client",
        "TLS | ECONNRESET | NOTHING | reset before a record of TLS had come whole | speaks TLS. | openssl s_client",
        "TLS | ECONNRESET | HELLO | reset inside the handshake, after ServerHello | before the other | openssl s_client",
        "TLS | TIMEOUT | NOTHING | sent no whole record of TLS within 0.1 ms | speaks TLS. | openssl s_client",
        "TLS | TIMEOUT | HELLO | stood still after ServerHello | sent no byte | openssl s_client",
        "FIRST_BYTE | TLS_ALERT | NOTHING | ended by an alert, instead of a first byte | handshake_failure | openssl s_client",
        "FIRST_BYTE | TLS_ALERT | ALERT | after the handshake, with the alert handshake_failure (40) | cipher | openssl s_client",
        "REQUEST | TLS_ALERT | OTHER_ALERT | after the handshake, with the alert internal_error (80) | The program said | openssl s_client",
        "RESPONSE | TLS_BROKEN | BODY | while an answer was under way, is no valid TLS | bytes | openssl s_client -connect web.example:8443 -msg",
        "FIRST_BYTE | TLS_CLIENT_CERT | HELLO | wants a certificate of the client | expired | openssl s_client -connect web.example:8443 -prexit",
        "FIRST_BYTE | EOF | SECOND_REQUEST | after request 2 was written | processed it | curl -v ~https://web.example:8443/hello?a=1~",
        "FIRST_BYTE | ECONNRESET | SECOND_REQUEST | it had answered 1 request | never saw it | curl -v ~https://web.example:8443/hello?a=1~",
        "IDLE | EOF | HEAD | While idle, | next request | ss -tan",
        "IDLE | EOF | ANSWERED | after 1 request, 192.0.2.9:8443 ended it. The next request was not sent | failed: | curl -v ~https://web.example:8443/hello?a=1~",
        "REQUEST | EPIPE | SECOND_REQUEST | ended while request 3 was being written; it had answered 1 request | lost | curl -v",
        "RESPONSE | EOF | NOTHING | broke off: its stream ended | status | curl -v https://web.example:8443/",
        "RESPONSE | EOF | HEAD | broke off inside its body: status 200 | of 2,048 | curl -v ~https://web.example:8443/hello?a=1~",
        "RESPONSE | EOF | CHUNKS | broke off inside its body: status 200 | bytes of its body | curl -v",
        "RESPONSE | EOF | BODY | 512 of 2,048 bytes of its body came, after the status 200 | inside its body | curl -v",
        "RESPONSE | ECONNRESET | BODY | broke off by a reset, after 612 bytes | program died | curl -v",
        "RESPONSE | TIMEOUT | BODY | 612 bytes had come | broke off | curl -v",
        "PROTOCOL | HTTP_MALFORMED | NOTHING | is no valid HTTP. The program said | at byte | curl -v",
        "PROTOCOL | HTTP_MALFORMED | BYTE | at byte 17 a space was expected, and LF came | The program said | curl -v",
        "PROTOCOL | HTTP_TOO_LARGE | HEAD | larger than this client takes | malformed | curl -v",
        "PROTOCOL | HTTP_VERSION | NOTHING | speaks another version of HTTP | malformed | curl -v --http2-prior-knowledge",
        "PROTOCOL | TUNNEL_REFUSED | NOTHING | opened no tunnel | is down | trace connect web.example:8443",
    })
    void aClient(Stage stage, ErrorCode code, Seen seen, String said, String never, String next) {
        Verdict verdict = Diagnosis.of(life(stage, code, seen, Lane.CLIENT).build());
        assertEquals(stage, verdict.stage());
        assertEquals(code, verdict.code());
        assertTrue(verdict.happened().contains(said.replace('~', '"')) || verdict.proved().contains(said), verdict.happened());
        assertFalse(claims(verdict).contains(never), all(verdict));
        assertNotNull(verdict.next());
        assertTrue(verdict.next().startsWith(next.replace('~', '\'')), verdict.next());
        assertFalse(all(verdict).contains("not known)") || all(verdict).contains("{"), all(verdict));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "TLS | TLS_ALERT | ALERT | The client 127.0.0.1:40000 ended TLS with the alert handshake_failure (40) | at fault",
        "REQUEST | TLS_ALERT | ALERT | The client 127.0.0.1:40000 ended TLS after the handshake, with the alert handshake_failure (40) | at fault",
        "TLS | TLS_CLIENT_CERT | HELLO | it showed no certificate | expired",
        "TLS | TLS_PLAINTEXT | NOTHING | sent plain text to this port, which speaks TLS | cannot",
        "TLS | EOF | HELLO | ended its stream inside the handshake, ClientHello being the last that came of it | port check",
        "TLS | TIMEOUT | NOTHING | did not complete the handshake within 0.1 ms | gone",
        "TLS | CERT_EXPIRED | CHAIN | its certificate was refused | the server showed",
        "REQUEST | TIMEOUT | NOTHING | was not whole within 0.1 ms; the server's own clock ended the wait | slowloris",
        "REQUEST | EOF | NOTHING | ended its stream in the middle of a request | deadline",
        "REQUEST | HTTP_MALFORMED | BYTE | at byte 17 a space was expected, and LF came | harm",
        "REQUEST | HTTP_VERSION | NOTHING | spoke another version of HTTP | cannot",
        "HANDLER | EOF | SECOND_REQUEST | left while this server worked on its request | deadline",
        "HANDLER | TIMEOUT | SECOND_REQUEST | had no answer within 0.1 ms | hangs",
        "RESPONSE | ECONNRESET | HEAD | reset the connection while the answer was being sent | read it",
        "RESPONSE | TIMEOUT | HEAD | did not take the answer within 0.1 ms | gone",
    })
    void aServer(Stage stage, ErrorCode code, Seen seen, String said, String never) {
        Verdict verdict = Diagnosis.of(life(stage, code, seen, Lane.SERVER).build());
        assertEquals(code, verdict.code());
        assertTrue(claims(verdict).contains(said), all(verdict));
        assertFalse(claims(verdict).contains(never), all(verdict));
        assertFalse(all(verdict).contains("not known)"), all(verdict));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "TLS | CERT_EXPIRED | CHAIN | TLS failed: the certificate expired on 1969-01-01",
        "TLS | CERT_EXPIRED | NOTHING | TLS failed: the certificate has expired",
        "TLS | CERT_NOT_YET_VALID | CHAIN | TLS failed: the certificate is valid from 1968-01-02",
        "TLS | CERT_UNKNOWN_ISSUER | CHAIN | TLS failed: the certificate's issuer is not trusted",
        "TLS | TLS_ALERT | ALERT | TLS failed: the server sent handshake_failure (40)",
        "TLS | TLS_ALERT | NOTHING | TLS failed: the server sent an alert",
        "TLS | EOF | NOTHING | TLS failed: the server closed before a record of TLS",
        "TLS | EOF | HELLO | TLS failed: the server closed after ServerHello",
        "TLS | ECONNRESET | HELLO | TLS failed: reset after ServerHello",
        "RESPONSE | EOF | BODY | the answer broke off: 512 of 2,048 bytes came",
        "RESPONSE | EOF | HEAD | the answer broke off inside its body",
        "RESPONSE | EOF | SECOND_REQUEST | the answer broke off inside its head",
        "IDLE | EOF | ANSWERED | closed by the server while idle, before request 2",
        "FIRST_BYTE | EOF | SECOND_REQUEST | closed by the server while request 2 was on its way",
        "FIRST_BYTE | ECONNRESET | SECOND_REQUEST | reset while request 2 was on its way",
        "PROTOCOL | HTTP_MALFORMED | BYTE | the answer is no valid HTTP, at byte 17",
        "PROTOCOL | HTTP_VERSION | NOTHING | the server speaks HTTP/2, not HTTP/1.1",
        "PROTOCOL | TUNNEL_REFUSED | NOTHING | the proxy opened no tunnel",
    })
    void theHeadlineOfAFailure(Stage stage, ErrorCode code, Seen seen, String headline) {
        assertEquals(headline, headline(life(stage, code, seen, Lane.CLIENT)));
    }

    /// Beside the longest IPv4 target.
    @ParameterizedTest
    @EnumSource(value = ErrorCode.class, mode = EnumSource.Mode.MATCH_ANY, names = {"CERT_.*", "TLS_.*", "HTTP_.*", "TUNNEL_.*", "EOF", "ECONNRESET", "EPIPE", "TIMEOUT"})
    void everyHeadlineFits(ErrorCode code) {
        for (Seen seen : Seen.values()) {
            for (Stage stage : List.of(Stage.TLS, Stage.REQUEST, Stage.FIRST_BYTE, Stage.RESPONSE, Stage.IDLE, Stage.PROTOCOL)) {
                for (Lane lane : List.of(Lane.CLIENT, Lane.SERVER)) {
                    String headline = headline(life(stage, code, seen, lane));
                    assertTrue(headline.length() <= ROOM, headline);
                }
            }
        }
    }

    @Test
    void theHeadlineOfWhatWentWell() {
        assertEquals("answered 200", headline(answered(asked(client(Scheme.HTTP), Lane.CLIENT), Lane.CLIENT, 200)));
        assertEquals("answered 200, 404", headline(answered(asked(answered(asked(client(Scheme.HTTP), Lane.CLIENT), Lane.CLIENT, 200), Lane.CLIENT),
                Lane.CLIENT, 404)));
        assertEquals("2 requests answered with 200", headline(answered(asked(answered(asked(client(Scheme.HTTP), Lane.CLIENT), Lane.CLIENT, 200),
                Lane.CLIENT), Lane.CLIENT, 200)));
        assertEquals("TLSv1.3 up, nothing asked", headline(secured(client(Scheme.TLS), Lane.CLIENT, false, TrustSource.FILE)));
        assertEquals("TLSv1.3 up, certificate NOT checked, nothing asked", headline(secured(client(Scheme.TLS), Lane.CLIENT, false, TrustSource.NONE)));
        assertEquals("served 503", headline(answered(asked(server(Scheme.HTTP), Lane.SERVER), Lane.SERVER, 503)));
    }

    /// With --sni another name than the target's is asked for, and the certificate is held against that.
    @Test
    void theNameOfTheHelloIsTheOneThatWasAskedFor() {
        TraceBuilder other = TraceBuilder.client("192.0.2.9:8443").scheme(Scheme.TLS).connected();
        Verdict wrong = Diagnosis.of(failing(greeted(other, Lane.CLIENT).event(Lane.CLIENT, 1, 0, certificate(0, WebLives.YEAR, "a.example")), Lane.CLIENT,
                Stage.TLS, ErrorCode.CERT_WRONG_HOST).build());
        assertTrue(wrong.happened().contains("is for a.example, and not for web.example"), wrong.happened());
    }

    /// What crosses in a handshake is told as records: that the program read no byte says nothing.
    @Test
    void nobodyIsSaidNotToHaveReadAHandshake() {
        TraceBuilder plain = asked(TraceBuilder.loopback().connected().accepted(), Lane.CLIENT);
        assertTrue(all(Diagnosis.of(refused(plain, ErrorCode.EOF))).contains("never read"));
        TraceBuilder tls = TraceBuilder.loopback().scheme(Scheme.HTTPS).connected().accepted();
        Verdict verdict = Diagnosis.of(refused(asked(secured(tls, Lane.CLIENT, false, TrustSource.FILE), Lane.CLIENT), ErrorCode.TLS_CLIENT_CERT));
        assertFalse(all(verdict).contains("never read"), all(verdict));
    }

    private static Trace refused(TraceBuilder trace, ErrorCode code) {
        return trace.fails(Lane.CLIENT, 1, 0, Stage.FIRST_BYTE, code, TraceBuilder.CLIENT_END, TraceBuilder.SERVER_END).build();
    }

    /// Chunks that the recorder dropped were read all the same.
    @Test
    void whatCameOfABodyIsNotToldWhereEventsWereDropped() {
        TraceBuilder cut = Seen.BODY.before(Lane.CLIENT).event(Lane.CLIENT, 0, 0, new RunEvent.EventsDropped(3));
        assertFalse(all(Diagnosis.of(failing(cut, Lane.CLIENT, Stage.RESPONSE, ErrorCode.EOF).build())).contains("512 of"));
    }

    /// Of what TLS carries the kernel has no part, and a handshake that is over shows that the other side is there.
    @ParameterizedTest
    @EnumSource(value = Stage.class, names = {"REQUEST", "FIRST_BYTE", "RESPONSE"})
    void afterTheHandshakeNothingIsSaidOfBytesThatTheKernelTook(Stage stage) {
        for (ErrorCode code : List.of(ErrorCode.TLS_BROKEN, ErrorCode.TLS_ALERT)) {
            TraceBuilder asked = asked(secured(client(Scheme.HTTPS), Lane.CLIENT, false, TrustSource.FILE), Lane.CLIENT);
            Verdict verdict = Diagnosis.of(failing(asked, Lane.CLIENT, stage, code).build());
            assertTrue(verdict.proved().contains("the handshake worked on this side"), all(verdict));
            for (String never : List.of("The system said", "78 bytes", "kernel", "has seen")) {
                assertFalse(all(verdict).contains(never), all(verdict));
            }
        }
    }

    /// A handshake that the server refuses has several usual causes, of which none is shown.
    @Test
    void usualCausesOfARefusedHandshakeAreNotSaidToBeProved() {
        Verdict refused = Diagnosis.of(life(Stage.TLS, ErrorCode.TLS_ALERT, Seen.ALERT, Lane.CLIENT).build());
        assertTrue(refused.notProved().contains("cipher suite, group") && refused.notProved().contains("client certificate"), refused.notProved());
        Verdict other = Diagnosis.of(life(Stage.TLS, ErrorCode.TLS_ALERT, Seen.OTHER_ALERT, Lane.CLIENT).build());
        assertFalse(all(other).contains("cipher"), all(other));
    }

    @Test
    void anAnswerThatEndsWithoutAnEndOfTlsMayHaveBeenCut() {
        Verdict cut = ended(Scheme.HTTPS, new TlsEvent.Cut(0));
        assertTrue(cut.proved().contains("no close_notify (RFC 8446 section 6.1) came before the end"), all(cut));
        assertTrue(cut.notProved().contains("an answer that was cut looks the same"), all(cut));
        Verdict closed = ended(Scheme.HTTPS, new TlsEvent.Alerted(false, 1, 0));
        assertFalse(all(closed).contains("close_notify"), all(closed));
        Verdict plain = ended(Scheme.HTTP, null);
        assertFalse(all(plain).contains("TLS") || all(plain).contains("came whole"), all(plain));
    }

    /// Of a request that breaks off the server counts what it was to be; of a later one a part may have come before.
    @Test
    void aRequestThatBreaksOffIsCounted() {
        for (ErrorCode code : List.of(ErrorCode.EOF, ErrorCode.TIMEOUT)) {
            Verdict first = Diagnosis.of(broken(server(Scheme.HTTP), code));
            assertTrue(first.happened().contains("5 of 1,000 bytes of its body came"), all(first));
            Verdict later = Diagnosis.of(broken(answered(asked(server(Scheme.HTTP), Lane.SERVER), Lane.SERVER, 200), code));
            assertFalse(later.happened().contains("of 1,000"), all(later));
        }
    }

    private static Trace broken(TraceBuilder before, ErrorCode code) {
        return WebLives.uploading(before, Lane.SERVER).failed(Lane.SERVER, 1, 0, Stage.REQUEST, code, TraceBuilder.SERVER_END, TraceBuilder.CLIENT_END).build();
    }

    /// A command that asks something else than the run did explains nothing.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET     | FILE | /etc/own.pem | web.example   | RESPONSE | EOF | curl -v ~https://web.example:8443/a?b=1~ --cacert /etc/own.pem
            POST    | FILE | a file       | web.example   | RESPONSE | EOF | curl -v ~https://web.example:8443/a?b=1~ -X POST
            HEAD    | NONE |              | web.example   | RESPONSE | EOF | curl -v ~https://web.example:8443/a?b=1~ -I --insecure
            GE-T    | NONE |              | web.example   | RESPONSE | EOF | curl -v ~https://web.example:8443/a?b=1~ --insecure
            PUT     | FILE | own.pem      | other.example | PROTOCOL | EOF | trace connect ~https://web.example:8443/a?b=1~ --method PUT --cacert own.pem --sni other.example
            GET     | NONE |              | web.example   | PROTOCOL | EINVAL | trace connect ~https://web.example:8443/a?b=1~ --insecure""")
    void theNextCommandAsksWhatTheRunAsked(String method, TrustSource trust, String detail, String name, Stage stage, ErrorCode code, String next) {
        TraceBuilder trace = client(Scheme.HTTPS).event(Lane.CLIENT, 1, 0, new TlsEvent.HelloSeen(true, name, List.of("TLSv1.3"), List.of(), 4))
                .event(Lane.CLIENT, 1, 0, new TlsEvent.Verified(trust, null, detail)).started(Lane.CLIENT, 1, 0, Stage.REQUEST, null, null)
                .event(Lane.CLIENT, 1, 0, new HttpEvent.RequestLine(method, "/a?b=1", "HTTP/1.1"))
                .finished(Lane.CLIENT, 1, 0, Stage.REQUEST, new Outcome.Requested(method, "/a?b=1", 78));

        assertEquals(next.replace('~', '\''), Diagnosis.of(failing(trace, Lane.CLIENT, stage, code).build()).next());
    }

    /// Where nobody looked for the end of TLS nothing is said of it.
    @Test
    void anAnswerThatTheConnectionEndsIsNotSaidToLackAnEndOfTlsThatNobodySaw() {
        Verdict unseen = ended(Scheme.HTTPS, null);
        assertFalse(all(unseen).contains("close_notify") || all(unseen).contains("came whole"), all(unseen));
        assertTrue(unseen.notProved().contains("nothing says where it ends"), all(unseen));
    }

    @Test
    void aBodyThatBreaksOffWithoutAnEndOfTlsMayHaveBeenCutOnTheWay() {
        Verdict cut = Diagnosis.of(failing(Seen.BODY.before(Lane.CLIENT).event(Lane.CLIENT, 1, 0, new TlsEvent.Cut(9)), Lane.CLIENT, Stage.RESPONSE,
                ErrorCode.EOF).build());
        assertTrue(cut.happened().contains("512 of 2,048 bytes"), all(cut));
        assertTrue(cut.proved().contains("without the close_notify") && cut.notProved().contains("anyone on the way"), all(cut));
    }

    private static Verdict ended(Scheme scheme, TlsEvent end) {
        TraceBuilder begun = scheme == Scheme.HTTPS ? secured(client(scheme), Lane.CLIENT, false, TrustSource.FILE) : client(scheme);
        return Diagnosis.of(WebLives.untilClose(asked(begun, Lane.CLIENT), Lane.CLIENT, end).build());
    }

    @Test
    void aCertificateThatWasNotCheckedIsSaidLoudly() {
        Verdict verdict = Diagnosis.of(answered(asked(secured(client(Scheme.HTTPS), Lane.CLIENT, false, TrustSource.NONE), Lane.CLIENT), Lane.CLIENT, 200)
                .build());
        assertTrue(verdict.proved().contains("The certificate was NOT checked, as --insecure asked."), verdict.proved());
        assertTrue(verdict.notProved().contains("Who the server is"), verdict.notProved());
        Verdict checked = Diagnosis.of(answered(asked(secured(client(Scheme.HTTPS), Lane.CLIENT, false, TrustSource.FILE), Lane.CLIENT), Lane.CLIENT, 200)
                .build());
        assertFalse(all(checked).contains("checked"), all(checked));
    }
}
