package dev.lifeline.diagnosis;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.RaceEvent;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The words after a lost race beside what the real programs printed for the same ends of their two attempts.
class ProgramErrorTest {

    private static final Endpoint V6 = new Endpoint("2001:db8::1", 80);
    private static final Endpoint V4 = new Endpoint("192.0.2.1", 80);

    private static String happened(String personality, List<Endpoint> order, String first, String second) {
        TraceBuilder trace = TraceBuilder.client("race.test:80").event(Lane.CLIENT, 1, 0, new RaceEvent.Ordered(personality, order));
        if (first.equals("abandoned")) {
            trace = trace.started(Lane.CLIENT, 1, 1, Stage.CONNECT, null, order.getFirst())
                    .event(Lane.CLIENT, 1, 1, new RaceEvent.Abandoned("no answer within 250 ms"))
                    .failed(Lane.CLIENT, 1, 1, Stage.CONNECT, ErrorCode.INTERRUPTED, null, order.getFirst());
        } else {
            trace = trace.fails(Lane.CLIENT, 1, 1, Stage.CONNECT, ErrorCode.valueOf(first), null, order.getFirst());
        }
        return Diagnosis.of(trace.fails(Lane.CLIENT, 1, 2, Stage.CONNECT, ErrorCode.valueOf(second), null, order.getLast()).build())
                .happened();
    }

    @ParameterizedTest
    @CsvSource({
        "node-24, abandoned, ENETUNREACH, 'node-24 would report: AggregateError [ETIMEDOUT].'",
        "node-24, ECONNREFUSED, EHOSTUNREACH, 'node-24 would report: AggregateError [ECONNREFUSED].'",
        "go-1.27, ECONNREFUSED, EHOSTUNREACH, 'go-1.27 would report: dial tcp [2001:db8::1]:80: connect: connection refused.'",
        "go-1.27, EHOSTUNREACH, ECONNREFUSED, 'go-1.27 would report: dial tcp [2001:db8::1]:80: connect: no route to host.'",
        "go-1.27, ENETUNREACH, ECONNREFUSED, 'go-1.27 would report: dial tcp [2001:db8::1]:80: connect: network is unreachable.'",
        "go-1.27, TIMEOUT, TIMEOUT, 'go-1.27 would report: dial tcp [2001:db8::1]:80: i/o timeout.'",
        "curl-8.23, ECONNREFUSED, EHOSTUNREACH, 'curl-8.23 would report: curl: (7) Failed to connect.'",
        "curl-7.88, ECONNREFUSED, TIMEOUT, 'curl-7.88 would report: curl: (28), a timeout.'",
        "wget-1.21, EHOSTUNREACH, ECONNREFUSED, 'wget-1.21 would report: ... failed: Connection refused.'",
        "wget-1.21, ECONNREFUSED, EHOSTUNREACH, 'wget-1.21 would report: ... failed: No route to host.'",
        "wget-1.21, EHOSTUNREACH, ENETUNREACH, 'wget-1.21 would report: ... failed: Network is unreachable.'",
        "wget-1.21, ECONNREFUSED, TIMEOUT, 'wget-1.21 would report: ... failed: Connection timed out.'",
        "nc-1.219, EHOSTUNREACH, ECONNREFUSED, 'report: nc: connect to ... port 80 (tcp) failed: Connection refused (with -v).'",
        "nc-1.219, ECONNREFUSED, ENETUNREACH, 'report: nc: connect to ... port 80 (tcp) failed: Network is unreachable (with -v).'",
        "nc-1.219, TIMEOUT, TIMEOUT, 'port 80 (tcp) timed out: Operation now in progress (with -v).'",
        "java-25, ECONNREFUSED, ECONNREFUSED, 'java-25 would report: java.net.ConnectException: Connection refused.'",
        "java-25, EHOSTUNREACH, EHOSTUNREACH, 'java-25 would report: java.net.NoRouteToHostException: No route to host.'",
        "java-25, ENETUNREACH, ENETUNREACH, 'java-25 would report: java.net.SocketException: Network is unreachable.'",
        "java-25, TIMEOUT, TIMEOUT, 'java-25 would report: java.net.SocketTimeoutException: Connect timed out.'",
        "okhttp-5.1, ECONNREFUSED, EHOSTUNREACH, 'okhttp-5.1 would report: java.net.ConnectException: Failed to connect.'"})
    void theProgramsOwnErrorIsTold(String personality, String first, String second, String sentence) {
        String happened = happened(personality, List.of(V6, V4), first, second);
        assertTrue(happened.contains(sentence), happened);
    }

    /// java-25: what differs is decided by the program's own loop.
    @ParameterizedTest
    @CsvSource({"rfc8305, ECONNREFUSED, ECONNREFUSED", "serial, ECONNREFUSED, ECONNREFUSED", "wget-1.21, ECONNREFUSED, ETIMEDOUT",
        "nc-1.219, ECONNREFUSED, EACCES", "java-25, EHOSTUNREACH, ECONNREFUSED", "java-25, ETIMEDOUT, ETIMEDOUT",
        "node-24, TIMEOUT, ECONNREFUSED", "okhttp-5.1, TIMEOUT, ECONNREFUSED", "curl-8.23, ETIMEDOUT, ECONNREFUSED"})
    void whatIsNotKnownIsNotTold(String personality, String first, String second) {
        String happened = happened(personality, List.of(V6, V4), first, second);
        assertFalse(happened.contains("would report"), happened);
    }
}
