package dev.lifeline.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.Verdict.Result;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// One failed stage, seen by one observer: what the verdict says of it.
class DiagnosisMatrixTest {

    private static final Endpoint SOURCE = new Endpoint("192.0.2.7", 80);
    private static final Endpoint FAR = new Endpoint("192.0.2.9", 5432);
    private static final Endpoint NEAR = new Endpoint("127.0.0.1", 9);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "LOOKUP | ENOTFOUND | there is no name db.example | getent ahosts db.example",
        "LOOKUP | EAI_AGAIN | failed for now | cat /etc/resolv.conf",
        "LOOKUP | EAI_NODATA | exists, but has no address | getent ahosts db.example",
        "LOOKUP | EAI_FAIL | failed for good | getent ahosts db.example",
        "LOOKUP | TIMEOUT | no result within 0.1 ms | getent ahosts db.example",
        "LOOKUP | UNKNOWN | The system said: \"text of UNKNOWN\" | getent ahosts db.example",
        "ROUTE | ENETUNREACH | no route to 192.0.2.9 | ip route get 192.0.2.9",
        "ROUTE | EHOSTUNREACH | marks 192.0.2.9 as unreachable | ip route get 192.0.2.9",
        "ROUTE | FAMILY_MISMATCH | source address 192.0.2.7 | ip -brief address",
        "ROUTE | EACCES | prohibits 192.0.2.9 | ip route get 192.0.2.9",
        "ROUTE | EINVAL | blackhole | ip route get 192.0.2.9 from 192.0.2.7",
        "ROUTE | EADDRNOTAVAIL | No source address | ip -brief address",
        "BIND | EADDRINUSE | 192.0.2.7:80 is taken | ss -tan 'sport = :80'",
        "BIND | EADDRNOTAVAIL | not an address of this machine | ip -brief address",
        "BIND | EACCES | may not use the source | sysctl net.ipv4.ip_unprivileged_port_start",
        "CONNECT | ECONNREFUSED | 192.0.2.9:5432 was refused. | trace connect db.example:443",
        "CONNECT | ETIMEDOUT | kernel gave up | ip route get 192.0.2.9",
        "CONNECT | TIMEOUT | no result within 0.1 ms | ip route get 192.0.2.9",
        "CONNECT | ECONNRESET | while connect was under way | trace connect db.example:443",
        "CONNECT | EHOSTUNREACH | reported as unreachable | ip neigh show 192.0.2.9",
        "CONNECT | ENETUNREACH | cannot be reached | ip route get 192.0.2.9",
        "CONNECT | EADDRNOTAVAIL | no local address and port | sysctl net.ipv4.ip_local_port_range",
        "CONNECT | EACCES | forbids | ip route get 192.0.2.9",
        "CONNECT | EPERM | not permitted | ip route get 192.0.2.9",
        "CONNECT | EINVAL | invalid destination | ip route get 192.0.2.9",
        "CONNECT | UNKNOWN | The system said: \"text of UNKNOWN\" | ip route get 192.0.2.9",
        "WRITE | EPIPE | takes no more bytes | ss -tan 'dport = :5432'",
        "WRITE | ECONNRESET | found the connection reset | ss -tan 'dport = :5432'",
        "WRITE | TIMEOUT | kernel took no more bytes | ss -tin 'dport = :5432'",
        "WRITE | ETIMEDOUT | gave up sending | ip route get 192.0.2.9",
        "FIRST_BYTE | ECONNRESET | before the first byte | trace connect db.example:443",
        "FIRST_BYTE | EOF | without a single byte | trace connect db.example:443",
        "FIRST_BYTE | TIMEOUT | This side sent nothing either | trace connect db.example:5432 --send '\\r\\n'",
        "FIRST_BYTE | ETIMEDOUT | before its first byte | ip route get 192.0.2.9",
        "DATA | ECONNRESET | reset after no bytes | ss -tan 'dport = :5432'",
        "DATA | EOF | ended its stream | ss -tan 'dport = :5432'",
        "DATA | TIMEOUT | nothing more came | ss -tin 'dport = :5432'",
        "DATA | ETIMEDOUT | gave up | ip route get 192.0.2.9",
        "IDLE | TIMEOUT | Nothing moved | ss -tino 'dport = :5432'",
        "IDLE | ETIMEDOUT | keep-alive | ss -tino 'dport = :5432'",
        "CLOSE | TIMEOUT | did not end its stream | ss -tan 'dport = :5432'",
    })
    void aClientOfARemoteTarget(Stage stage, ErrorCode code, String happened, String next) {
        Verdict verdict = Diagnosis.of(TraceBuilder.client("db.example:5432")
                .fails(Lane.CLIENT, 1, 0, stage, code, SOURCE, FAR).build());
        check(verdict, Lane.CLIENT, stage, code, happened, next);
        assertEquals(SOURCE, verdict.local());
        assertEquals(FAR, verdict.remote());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "CONNECT | ECONNREFUSED | 127.0.0.1:9, on this machine, was refused | ss -ltn 'sport = :9'",
        "CONNECT | TIMEOUT | no result within | ss -ltn 'sport = :9'",
        "CONNECT | ETIMEDOUT | on this machine | ss -ltn 'sport = :9'",
        "CONNECT | ECONNRESET | while connect was under way | ss -ltn 'sport = :9'",
        "FIRST_BYTE | ECONNRESET | before its first byte came | ss -ltn 'sport = :9'",
        "FIRST_BYTE | EOF | without a single byte | ss -ltnp 'sport = :9'",
        "FIRST_BYTE | TIMEOUT | sent no byte | ss -ltn 'sport = :9'",
    })
    void aClientOfALocalTargetIsSentToItsOwnMachine(Stage stage, ErrorCode code, String happened, String next) {
        Verdict verdict = Diagnosis.of(TraceBuilder.client("127.0.0.1:9")
                .fails(Lane.CLIENT, 1, 0, stage, code, null, NEAR).build());
        check(verdict, Lane.CLIENT, stage, code, happened, next);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
        "BIND | EADDRINUSE | cannot listen on 192.0.2.7:80 | ss -tanp 'sport = :80'",
        "BIND | EADDRNOTAVAIL | not an address of this machine | ip -brief address",
        "BIND | EACCES | low ports are kept | sysctl net.ipv4.ip_unprivileged_port_start",
        "ACCEPT | EMFILE | its process has too many files open | ulimit -n",
        "ACCEPT | ENFILE | the whole machine | cat /proc/sys/fs/file-nr",
        "ACCEPT | ECONNABORTED | gone before the server accepted it | ss -ltn 'sport = :80'",
        "ACCEPT | TIMEOUT | No connection reached | ss -ltn 'sport = :80'",
        "FIRST_BYTE | ECONNRESET | The client 192.0.2.9:5432 reset | ss -tan 'sport = :80'",
        "FIRST_BYTE | EOF | without sending a byte | ss -tan 'sport = :80'",
        "FIRST_BYTE | TIMEOUT | The client 192.0.2.9:5432 sent no byte | ss -tan 'sport = :80'",
        "ACCEPT_QUEUE | UNKNOWN | The system said | ss -ltnp",
    })
    void aServer(Stage stage, ErrorCode code, String happened, String next) {
        Verdict verdict = Diagnosis.of(new TraceBuilder(Mode.SERVER, "0.0.0.0:80")
                .fails(Lane.SERVER, 1, 0, stage, code, SOURCE, FAR).build());
        check(verdict, Lane.SERVER, stage, code, happened, next);
    }

    private static void check(Verdict verdict, Lane lane, Stage stage, ErrorCode code, String happened, String next) {
        assertEquals(Result.FAILED, verdict.result());
        assertEquals(lane, verdict.lane());
        assertEquals(stage, verdict.stage());
        assertEquals(code, verdict.code());
        assertTrue(verdict.happened().contains(happened), verdict.happened());
        assertEquals(next, verdict.next());
        for (String text : new String[] {verdict.happened(), verdict.proved(), verdict.notProved()}) {
            assertFalse(text.isBlank() || text.contains("{") || text.contains("not known"), text);
        }
    }
}
