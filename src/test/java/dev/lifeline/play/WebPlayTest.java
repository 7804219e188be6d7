package dev.lifeline.play;

import static dev.lifeline.play.Script.millis;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.HttpEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.TlsEvent;
import dev.lifeline.model.http.BodyFraming;
import dev.lifeline.model.tls.TrustSource;
import dev.lifeline.scenario.action.WebRules;
import dev.lifeline.server.secure.TlsFault;
import dev.lifeline.server.web.HttpFault;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Loops and clients that speak HTTP, on real sockets.
@Timeout(60)
class WebPlayTest {

    private static Script web(Object... args) {
        return new Script().actor("web", "loop", args).actor("a", "client", "to", "web").step("web", "start").step("a", "connect");
    }

    private static List<Outcome.Responded> responses(Seen seen, Lane lane) {
        List<Outcome.Responded> responses = new ArrayList<>();
        for (TraceEvent event : seen.events()) {
            if (event.lane() == lane && event.body() instanceof StageEvent.Finished done && done.outcome() instanceof Outcome.Responded response) {
                responses.add(response);
            }
        }
        return responses;
    }

    @Test
    void theFaultsOfTlsAreThoseOfTheServer() {
        List<String> words = new ArrayList<>(List.of(WebRules.GOOD));
        for (TlsFault each : TlsFault.values()) {
            if (each != TlsFault.NONE) {
                words.add(each.word());
            }
        }
        assertEquals(words, WebRules.TLS_FAULTS);
    }

    private static List<Outcome.Secured> secured(Seen seen) {
        return seen.all(StageEvent.Finished.class).stream().filter(each -> each.outcome() instanceof Outcome.Secured)
                .map(each -> (Outcome.Secured) each.outcome()).toList();
    }

    @Test
    void whatFollowsAHandshakeGoesThroughTls() throws Exception {
        Seen seen = Seen.play(web("tls", "good", "http", "good").step("a", "secure", "name", "localhost", "alpn", List.of("http/1.1"))
                .step("a", "request", "path", "/hello").step("a", "close"));
        assertEquals(2, secured(seen).size(), "each side has it");
        assertTrue(secured(seen).stream().anyMatch(each -> "localhost".equals(each.serverName())), "the client's; the server may be told first");
        assertEquals(200, responses(seen, Lane.CLIENT).getFirst().status());
        assertEquals(List.of(TrustSource.FILE), seen.all(TlsEvent.Verified.class).stream().map(TlsEvent.Verified::trust).toList());
    }

    @Test
    void aClientThatTrustsAnybodyIsContentWithAnything() throws Exception {
        Script script = web("tls", "unknown-issuer").step("a", "secure", "trust", "anybody").step("a", "connect").step("a", "secure");
        Seen seen = Seen.play(script);
        assertEquals(ErrorCode.CERT_UNKNOWN_ISSUER, seen.all(StageEvent.Failed.class).stream().filter(each -> each.stage() == Stage.TLS)
                .map(each -> each.failure().code()).filter(code -> code != ErrorCode.TLS_ALERT).findFirst().orElseThrow());
        assertTrue(secured(seen).size() >= 1, "the first one did not look");
    }

    @Test
    void theFaultsOfScenariosAreThoseOfTheServer() {
        List<String> words = new ArrayList<>(List.of(WebRules.GOOD));
        for (HttpFault each : HttpFault.values()) {
            if (each != HttpFault.NONE) {
                words.add(each.word());
            }
        }
        assertEquals(words, WebRules.FAULTS);
    }

    @Test
    void aRequestHasWhatTheStepSays() throws Exception {
        Seen seen = Seen.play(web("http", "good").step("a", "request", "method", "POST", "path", "/echo?a=1", "fields", List.of("X-A: 1", "Host: own"),
                "body", "a\\n", "chunked", true).step("a", "request", "path", "/hello", "close", true));
        assertEquals(List.of(new HttpEvent.RequestLine("POST", "/echo?a=1", "HTTP/1.1"), new HttpEvent.RequestLine("GET", "/hello", "HTTP/1.1")),
                seen.all(HttpEvent.RequestLine.class).stream().distinct().toList());
        List<String> fields = seen.all(HttpEvent.Field.class).stream().map(each -> each.name() + ": " + each.value()).distinct().toList();
        assertTrue(fields.containsAll(List.of("X-A: 1", "Host: own", "Transfer-Encoding: chunked", "Connection: close")), fields::toString);
        assertEquals(2, fields.stream().filter(each -> each.startsWith("Host: ")).count(), "the field that was given stands for the usual one");
        List<Outcome.Responded> responses = responses(seen, Lane.CLIENT);
        assertEquals(List.of(2L, 6L), responses.stream().map(Outcome.Responded::bodyBytes).toList());
        assertEquals(List.of(true, false), responses.stream().map(Outcome.Responded::keepsAlive).toList());
        assertEquals(BodyFraming.LENGTH, responses.getFirst().framing());
    }

    /// A client's patience is not the connection's end: the next step has the connection.
    @Test
    void aRequestThatWasNotAnsweredInTimeLeavesTheConnectionAsItIs() throws Exception {
        Seen seen = Seen.play(web("http", "hang").step("a", "request", "timeout", millis(80)).step("a", "close"));
        assertEquals(1, seen.all(StageEvent.Failed.class).stream().filter(each -> each.stage() == Stage.FIRST_BYTE).count());
        assertTrue(seen.all(StageEvent.Finished.class).stream().anyMatch(each -> each.stage() == Stage.CLOSE));
    }

    @Test
    void aLoopThatSpeaksHttpIsHeldBeforeItsHandlersAndServesOthersMeanwhile() throws Exception {
        Seen seen = Seen.play(web("http", "good").actor("b", "client", "to", "web").step("web", "hold", "before", "response")
                .background("held", "a", "request", "path", "/hello").step("machine", "await-hold", "of", "web", "before", "response")
                .step("b", "connect").step("machine", "await-count", "of", "web", "accepted", 2)
                .step("web", "release", "before", "response").step("machine", "await", "step", "held").step("a", "close").step("b", "close"));
        assertEquals(1, responses(seen, Lane.CLIENT).size());
        assertEquals(1, responses(seen, Lane.SERVER).size());
    }

    @Test
    void workersDoTheSlowWorkInTheirOwnTime() throws Exception {
        Seen seen = Seen.play(web("http", "good", "workers", 1).step("a", "request", "path", "/slow?ms=1"));
        assertTrue(seen.all(StageEvent.Finished.class).stream().anyMatch(each -> each.outcome() instanceof Outcome.Taken), "a worker took it");
        assertEquals(200, responses(seen, Lane.CLIENT).getFirst().status());
    }
}
