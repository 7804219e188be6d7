package dev.lifeline.explain.naming;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.explain.ErrorStage;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.scenario.Catalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NameTableTest {

    /// The types of the W3C draft "Network Error Logging", sections "DNS resolution errors" to "Transmission of request and response errors".
    private static final Set<String> NEL = Set.of("dns.unreachable", "dns.name_not_resolved", "dns.failed", "tcp.timed_out", "tcp.closed",
            "tcp.reset", "tcp.refused", "tcp.aborted", "tcp.address_invalid", "tcp.address_unreachable", "tcp.failed",
            "tls.version_or_cipher_mismatch", "tls.bad_client_auth_cert", "tls.cert.name_invalid", "tls.cert.date_invalid",
            "tls.cert.authority_invalid", "tls.cert.invalid", "tls.cert.revoked", "tls.protocol.error", "tls.failed", "http.error",
            "http.protocol.error", "http.response.invalid", "http.response.redirect_loop", "http.failed");

    /// Error types of RFC 9209 section 2.3.
    private static final Set<String> PROXY = Set.of("dns_timeout", "dns_error", "destination_not_found", "destination_unavailable",
            "destination_ip_prohibited", "destination_ip_unroutable", "connection_refused", "connection_terminated", "connection_timeout",
            "connection_read_timeout", "connection_write_timeout", "connection_limit_reached", "tls_protocol_error", "tls_certificate_error",
            "tls_alert_received", "http_request_error", "http_request_denied", "http_response_incomplete", "http_response_timeout",
            "http_protocol_error");

    @ParameterizedTest
    @MethodSource("dev.lifeline.explain.naming.NameTable#rows")
    void everyNameIsOneOfItsVocabulary(KnownAs row) {
        Set<String> codes = Arrays.stream(ErrorCode.values()).map(Enum::name).collect(Collectors.toSet());
        assertTrue(row.code().equals(NameTable.ANY) || codes.contains(row.code()), row.code());
        assertTrue(row.nelType() == null || NEL.contains(row.nelType()), row.nelType());
        assertTrue(row.proxyError() == null || PROXY.contains(row.proxyError()), row.proxyError());
    }

    /// It is one that says so itself: the code stands in what the scenario expects. A silent name server is EAI_AGAIN for its system, and
    /// a timeout for a program with less patience.
    @ParameterizedTest
    @MethodSource("dev.lifeline.explain.naming.NameTable#rows")
    void theScenarioShowsTheCode(KnownAs row) throws IOException {
        if (row.scenario() != null) {
            String file = new String(Catalogue.bytes(Catalogue.topicOf(row.scenario()), row.scenario()), StandardCharsets.UTF_8);
            boolean shown = file.contains("code: " + row.code());
            assertTrue(shown || row.scenario().equals("resolver-down") || row.scenario().equals("family-mismatch"), row.toString());
        }
    }

    @Test
    void noErrorIsThereTwiceAndStagesStandTogether() {
        Set<String> seen = new HashSet<>();
        int stage = 0;
        for (KnownAs row : NameTable.rows()) {
            assertTrue(seen.add(row.stage() + " " + row.code()), row.toString());
            assertTrue(row.stage().ordinal() >= stage, row.toString());
            stage = row.stage().ordinal();
        }
    }

    @Test
    void thePhaseIsThatOfTheType() {
        assertEquals("dns", NameTable.of(ErrorStage.LOOKUP, "ENOTFOUND").nelPhase());
        assertEquals("connection", NameTable.of(ErrorStage.READ, "ECONNRESET").nelPhase());
        assertEquals("connection", NameTable.of(ErrorStage.TLS, "CERT_EXPIRED").nelPhase());
        assertEquals("application", NameTable.of(ErrorStage.PROTOCOL, "EOF").nelPhase());
        assertNull(NameTable.of(ErrorStage.BIND, "EADDRINUSE").nelPhase());
    }

    @Test
    void aCodeWithoutARowHasTheNamesOfItsStage() {
        assertEquals("tcp.failed", NameTable.of(ErrorStage.CONNECT, "EPROTO").nelType());
        assertEquals("tcp.failed", NameTable.of(ErrorStage.CONNECT, null).nelType());
        assertNull(NameTable.of(ErrorStage.NONE, null).nelType());
        assertNull(NameTable.of(ErrorStage.ACCEPT, "EPROTO").scenario());
    }
}
