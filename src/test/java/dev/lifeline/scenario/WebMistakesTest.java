package dev.lifeline.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lifeline.scenario.yaml.ScenarioReader;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Wrong uses of the words for TLS and HTTP.
class WebMistakesTest {

    private static final String FILE = """
            claim: Requests with mistakes.
            watch: The lines.
            why: Each says what was meant.
            actors:
              plain: {kind: loop, header-timeout: 1s, workers: 4}
              web: {kind: loop, behaviour: echo, http: good, tls: expird, workers: 65}
              client: {kind: client, to: web}
            steps:
              - {actor: web, do: start}
              - {actor: client, do: connect}
              - {actor: web, do: request, path: /}
              - {actor: client, do: request, path: hello}
              - {actor: client, do: request, path: '/a b'}
              - {actor: client, do: request, method: FETCH, fields: [no colon]}
              - {actor: client, do: request, body: a, size: 5}
              - {actor: client, do: secure, trust: nobody}
              - {actor: client, do: hold, before: respons}
            expect:
              - {see: tls, of: client}
              - {see: tls, of: client, problem: EOF}
              - {see: response, of: client, framing: until close}
              - {see: request, of: machine}
              - {see: server-response, of: client}
            """;

    private static final String TOLD = """
            web.yaml:5:39: loop plain has header-timeout and no http; add http: only HTTP has that
            web.yaml:5:52: loop plain has workers and no http; add http: only HTTP has that
            web.yaml:6:44: loop web has behaviour and http; one of them says what it answers
            web.yaml:6:55: tls "expird" is not known; did you mean expired?
            web.yaml:6:72: workers "65": it is 1 to 64; write a whole number
            web.yaml:11:22: web is a loop and cannot request; request is for client, and web can start, busy, stop, hold, release
            web.yaml:12:40: path "hello": that is no path: it begins with /, and has no spaces and no #; write a path that \
            begins with /, for example /slow?ms=50
            web.yaml:13:40: path "/a b": that is no path: it begins with /, and has no spaces and no #; write a path that \
            begins with /, for example /slow?ms=50
            web.yaml:14:42: method "FETCH" is not known; did you mean PATCH? there are GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS
            web.yaml:14:58: field "no colon" is none; write 'Name: value'
            web.yaml:15:49: client request has body and size; one of them says what the body is
            web.yaml:16:40: trust "nobody" is not known; did you mean anybody? there are own, anybody
            web.yaml:17:39: before "respons" is not known; did you mean response? there are lookup, route, bind, connect, \
            accept, tls, request, write, first-byte, data, handler, response, close
            web.yaml:19:5: tls says nothing; add at least one of version, alpn, server-name, resumed, checked, problem, \
            shown-to, plain, encrypted, alert, alert-sent, alert-received
            web.yaml:20:37: problem "EOF" is not known; there are CERT_EXPIRED, CERT_NOT_YET_VALID, CERT_SELF_SIGNED, \
            CERT_UNKNOWN_ISSUER, CERT_WRONG_HOST, CERT_INVALID
            web.yaml:21:42: framing "until close" is not known; did you mean until-close? there are none, length, chunked, until-close
            web.yaml:22:24: request: of: the machine has no connection; name another actor
            web.yaml:23:11: see "server-response" is not known; did you mean response?""";

    @Test
    void eachHasItsLineWithItsPlaceAndWhatWasMeant() {
        ScenarioException wrong = assertThrows(ScenarioException.class,
                () -> ScenarioReader.read(FILE.getBytes(StandardCharsets.UTF_8), "web.yaml", "web", "own"));
        assertEquals(TOLD, wrong.getMessage());
    }
}
