package dev.lifeline.scenario.judge;

import static dev.lifeline.scenario.judge.JudgeTest.held;
import static dev.lifeline.scenario.judge.JudgeTest.notHeld;
import static dev.lifeline.scenario.judge.JudgeTest.notSeen;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FindingState;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.HttpEvent;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.TlsEvent;
import dev.lifeline.model.http.BodyFraming;
import dev.lifeline.model.http.HttpTimer;
import dev.lifeline.model.loop.LoopPhase;
import dev.lifeline.model.tls.TrustSource;
import dev.lifeline.scenario.action.ActorKind;
import dev.lifeline.scenario.judge.ActorOnTrace.Own;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What rests on TLS and HTTP, as one end has them.
class WebJudgeTest {

    /// Two requests on one connection, as the client wrote and the server read them.
    private static RecordedPlay requests() {
        RecordedPlay play = RecordedPlay.with().connected();
        for (Lane lane : new Lane[] {Lane.CLIENT, Lane.SERVER}) {
            int number = lane == Lane.CLIENT ? 1 : 2;
            play.event(10, lane, number, new HttpEvent.RequestLine("POST", "/echo", "HTTP/1.1"))
                    .event(10, lane, number, new HttpEvent.Field("Host", "server", 20, false))
                    .event(11, lane, number, new HttpEvent.BodyBegan(BodyFraming.LENGTH, 10)).event(11, lane, number, new HttpEvent.BodyEnded(10))
                    .done(lane, number, Stage.REQUEST, 9, 12, new Outcome.Requested("POST", "/echo", 80))
                    .done(lane, number, Stage.RESPONSE, 13, 14, new Outcome.Responded(200, "OK", BodyFraming.LENGTH, 60, 10, true))
                    .event(20, lane, number, new HttpEvent.RequestLine("GET", "/hello", "HTTP/1.1"))
                    .event(20, lane, number, new HttpEvent.Field("Connection", "close", 20, false))
                    .done(lane, number, Stage.REQUEST, 20, 21, new Outcome.Requested("GET", "/hello", 60))
                    .event(22, lane, number, new HttpEvent.StatusLine(503, "", "HTTP/1.1"))
                    .event(22, lane, number, new HttpEvent.Field("Retry-After", "1", 20, false))
                    .done(lane, number, Stage.RESPONSE, 22, 23, new Outcome.Responded(503, "", BodyFraming.UNTIL_CLOSE, 60, 7, false));
        }
        return play.step("looking", 19, 30);
    }

    @Test
    void requestsAreLookedForAtEitherEnd() {
        String both = "POST /echo with a body of 10 bytes; GET /hello";
        held(requests().judge("request, of: client, method: POST, target: /echo, body: 10"), "client: " + both);
        held(requests().judge("request, of: peer, count: 2"), "peer: " + both + "; 2 of those that are meant");
        held(requests().judge("request, of: client, end: server, field: 'host: server', count: 1"),
                "client's server end: " + both + "; 1 of those that are meant");
        held(requests().judge("request, of: client, at: looking, field: connection"), "client at looking: GET /hello");
        held(requests().judge("request, of: other, count: 0"), "other: none was whole");
        notHeld(requests().judge("request, of: client, method: PUT"), "client: PUT", "client: " + both);
        notHeld(requests().judge("request, of: client, method: GET, body: 1.."), "client: GET with a body of 1.. bytes", "client: " + both);
        notHeld(requests().judge("request, of: client, at: looking, target: /hello, field: 'Host: server'"),
                "client at looking: /hello Host: server", "client at looking: GET /hello");
        notHeld(requests().judge("request, of: client, count: 1"), "client: a request, 1 times", "client: " + both + "; 2 of those that are meant");
        notHeld(requests().judge("request, of: other"), "other: a request", "other: none was whole");
    }

    @Test
    void responsesAreLookedForAtEitherEnd() {
        String both = "200 OK, body length, 10 bytes of content, kept alive; 503, body until-close, 7 bytes of content, not kept alive";
        held(requests().judge("response, of: client, status: 200, body: 10, framing: length, keeps-alive: true"), "client: " + both);
        held(requests().judge("response, of: peer, status: 500.., framing: until-close, field: 'retry-after: 1', keeps-alive: false"), "peer: " + both);
        held(requests().judge("response, of: client, keeps-alive: true, count: 1"), "client: " + both + "; 1 of those that are meant");
        notHeld(requests().judge("response, of: client, status: 200, keeps-alive: false"), "client: response 200, not kept alive", "client: " + both);
        notHeld(requests().judge("response, of: client, status: 200, framing: chunked"), "client: response 200, body chunked", "client: " + both);
        notHeld(requests().judge("response, of: client, body: 8"), "client: response, 8 bytes of content", "client: " + both);
        notHeld(requests().judge("response, of: client, at: looking, status: 200"), "client at looking: response 200",
                "client at looking: 503, body until-close, 7 bytes of content, not kept alive");
        notHeld(requests().judge("response, of: client, field: 'Retry-After: 2'"), "client: response Retry-After: 2", "client: " + both);
    }

    @Test
    void whatIsMissingWhereEventsAreMissingIsNotSeen() {
        RecordedPlay play = requests().event(40, Lane.KERNEL, 0, new RunEvent.EventsDropped(3));
        notSeen(play.judge("request, of: other, count: 0"), "other: none was whole; but the recorder was full: 3 events are missing");
    }

    private static RecordedPlay handshake(ErrorCode problem) {
        RecordedPlay play = RecordedPlay.with().connected()
                .event(10, Lane.CLIENT, 1, new TlsEvent.RecordSeen(true, 22, 0x0301, 200, "ClientHello"))
                .event(10, Lane.CLIENT, 1, new TlsEvent.HelloSeen(true, "a.test", List.of("TLSv1.3"), List.of(), 3))
                .event(11, Lane.CLIENT, 1, new TlsEvent.RecordSeen(false, 22, 0x0303, 100, "ServerHello"))
                .event(11, Lane.CLIENT, 1, new TlsEvent.HelloSeen(false, null, List.of("TLSv1.3"), List.of(), 1))
                .event(11, Lane.CLIENT, 1, new TlsEvent.RecordSeen(false, 20, 0x0303, 1, null))
                .event(12, Lane.CLIENT, 1, new TlsEvent.RecordSeen(false, 23, 0x0303, 800, null))
                .event(13, Lane.CLIENT, 1, new TlsEvent.CertificateShown(0, "CN=a", "CN=ca", List.of("a.test", "b.test"), 0, 1, "EC 256", false))
                .event(13, Lane.CLIENT, 1, new TlsEvent.CertificateShown(1, "CN=ca", "CN=ca", List.of("ca.test"), 0, 1, "EC 256", true))
                .event(14, Lane.CLIENT, 1, new TlsEvent.Verified(TrustSource.FILE, problem, null));
        return problem == null
                ? play.event(15, Lane.CLIENT, 1, new TlsEvent.RecordSeen(true, 23, 0x0303, 50, null))
                        .done(Lane.CLIENT, 1, Stage.TLS, 9, 15, new Outcome.Secured("TLSv1.3", "TLS_AES_128_GCM_SHA256", null, "a.test", false, 1, 2))
                        .event(30, Lane.CLIENT, 1, new TlsEvent.Alerted(true, 1, 0))
                : play.event(15, Lane.CLIENT, 1, new TlsEvent.Alerted(true, 2, 45)).failed(Lane.CLIENT, 1, 0, Stage.TLS, 9, 16, problem);
    }

    @Test
    void whatTlsAgreedOnIsCompared() {
        held(handshake(null).judge("tls, of: client, version: TLSv1.3, alpn: none, "
                + "server-name: a.test, resumed: false, checked: file, shown-to: b.test, plain: [ClientHello, ServerHello], encrypted: 2, "
                + "alert-sent: false, alert-received: false"),
                "client: version TLSv1.3, alpn none, server-name a.test, not resumed, checked file, a certificate for a.test b.test, "
                        + "plain ClientHello, ServerHello, encrypted 2, no alert was sent, no alert came");
        notHeld(handshake(null).judge("tls, of: client, version: TLSv1.2, shown-to: ca.test, encrypted: 3"),
                "client: version TLSv1.2, a certificate for ca.test, encrypted 3",
                "client: version TLSv1.3, a certificate for a.test b.test, encrypted 2");
        notHeld(handshake(null).judge("tls, of: client, plain: [ClientHello, ServerHello, Certificate]"),
                "client: plain ClientHello, ServerHello, Certificate", "client: plain ClientHello, ServerHello");
        notHeld(handshake(null).judge("tls, of: client, problem: CERT_EXPIRED"), "client: problem CERT_EXPIRED", "client: problem none");
    }

    @Test
    void anAlertHasItsNameAndItsSender() {
        held(handshake(ErrorCode.CERT_EXPIRED).judge("tls, of: client, problem: CERT_EXPIRED, alert: certificate_expired, alert-sent: true, "
                + "alert-received: false"),
                "client: problem CERT_EXPIRED, alert certificate_expired, an alert was sent, no alert came");
        notHeld(handshake(ErrorCode.CERT_EXPIRED).judge("tls, of: client, version: TLSv1.3, alert: unknown_ca"),
                "client: version TLSv1.3, alert unknown_ca", "client: version not known, alert certificate_expired");
        notHeld(handshake(null).judge("tls, of: client, alert-sent: true"), "client: an alert was sent", "client: no alert was sent");
        notHeld(RecordedPlay.with().connected().judge("tls, of: client, server-name: a.test, shown-to: a.test, plain: [ClientHello]"),
                "client: server-name a.test, a certificate for a.test, plain ClientHello",
                "client: server-name not known, no certificate, plain nothing");
    }

    @Test
    void clocksAreCountedByTheirNames() {
        RecordedPlay play = RecordedPlay.with().connected().event(10, Lane.SERVER, 2, new HttpEvent.TimerFired(HttpTimer.HEADER, 1))
                .step("looking", 19, 30).event(20, Lane.SERVER, 2, new HttpEvent.TimerFired(HttpTimer.KEEP_ALIVE, 1));
        held(play.judge("timer, of: client, end: server"), "client's server end: ran down: header, keep-alive");
        held(play.judge("timer, of: peer, which: header, count: 1"), "peer: ran down: header, keep-alive");
        held(play.judge("timer, of: client, count: 0"), "client: no clock ran down");
        notHeld(play.judge("timer, of: peer, which: request"), "peer: the clock request ran down", "peer: ran down: header, keep-alive");
        notHeld(play.judge("timer, of: peer, at: looking, which: header"), "peer at looking: the clock header ran down",
                "peer at looking: ran down: keep-alive");
        notHeld(play.judge("timer, of: peer, which: header, count: 2"), "peer: the clock header ran down, 2 times", "peer: ran down: header, keep-alive");
    }

    @Test
    void theWayThroughAChainIsComparedInOrder() {
        RecordedPlay play = RecordedPlay.with().connected().event(10, Lane.SERVER, 2, new HttpEvent.StepEntered("log"))
                .event(11, Lane.SERVER, 2, new HttpEvent.StepEntered("guard")).event(12, Lane.SERVER, 2, new HttpEvent.StepFailed("guard", "threw"))
                .event(13, Lane.SERVER, 2, new HttpEvent.StepLeft("log"));
        held(play.judge("chain, of: client, end: server, entered: [log, guard], left: [log], failed: [guard]"),
                "client's server end: entered log, guard, left log, failed guard");
        held(play.judge("chain, of: client, entered: [], failed: []"), "client: entered none, failed none");
        notHeld(play.judge("chain, of: peer, entered: [guard, log]"), "peer: entered guard, log", "peer: entered log, guard");
        notHeld(play.judge("chain, of: peer, entered: [log], left: []"), "peer: entered log, left none", "peer: entered log, guard, left log");
    }

    @Test
    void anIdIsSeenWhereItIsThatOfTheRequest() {
        RecordedPlay play = RecordedPlay.with().connected().event(10, Lane.SERVER, 2, new HttpEvent.RequestNamed("r1", 0))
                .event(11, Lane.SERVER, 2, new HttpEvent.RequestNamed("r1", 5)).event(12, Lane.SERVER, 2, new HttpEvent.RequestNamed("r1", 3))
                .event(20, Lane.SERVER, 2, new HttpEvent.RequestNamed("r2", 0)).event(21, Lane.SERVER, 2, new HttpEvent.RequestNamed("r1", 5))
                .event(22, Lane.SERVER, 2, new HttpEvent.RequestNamed(null, 7));
        held(play.judge("context, of: client, end: server, ids: 2, seen: 2, missed: 2, depth: 5"),
                "client's server end: ids 2, seen 2, missed 2, depth 5");
        notHeld(play.judge("context, of: peer, missed: 0, depth: 7"), "peer: missed 0, depth 7", "peer: missed 2, depth 5");
    }

    @Test
    void whatAServerStillHadInItsQueueIsLost() {
        RecordedPlay play = RecordedPlay.with().connected().event(10, Lane.SERVER, 2, new HttpEvent.ResponseCut(70));
        held(play.judge("bytes, of: client, end: server, lost: 70"), "client's server end: lost 70");
        notHeld(play.judge("bytes, of: peer, lost: 0"), "peer: lost 0", "peer: lost 70");
    }

    @Test
    void thePhasesOfALoopAreComparedAsARowWithinAll() {
        RecordedPlay play = RecordedPlay.with().connected().actor("loop", new ActorOnTrace(ActorKind.LOOP, List.of(new Own(Lane.SERVER, 2)), null));
        for (LoopPhase phase : List.of(LoopPhase.POLL, LoopPhase.BETWEEN, LoopPhase.CHECK, LoopPhase.TIMERS)) {
            play.event(10, Lane.SERVER, 2, new LoopEvent.CallbackRan(phase, "work", 5)).event(10, Lane.SERVER, 0, new LoopEvent.PhaseRan(phase, 1, 1, 0, 5));
        }
        String all = "loop: phases poll, between, check, timers";
        for (String[] each : new String[][] {{"[between, check]", "held"}, {"[poll, between, check, timers]", "held"}, {"[check, between]", ""}, {"[poll, check]", ""}}) {
            Finding finding = play.judge(RecordedPlay.scenario("""
                    claim: c
                    watch: w
                    why: y
                    actors:
                      loop: {kind: loop}
                    steps:
                      - {actor: loop, do: start}
                    expect:
                      - {see: loop, of: loop, phases: %s}
                    """.formatted(each[0]))).getFirst();
            assertEquals(each[1].isEmpty() ? FindingState.NOT_HELD : FindingState.HELD, finding.state(), each[0]);
            assertEquals(each[1].isEmpty() ? all : "loop: phases " + each[0].replace("[", "").replace("]", ""), each[1].isEmpty() ? finding.observed() : finding.expected());
        }
    }
}
