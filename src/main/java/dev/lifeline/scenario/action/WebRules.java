package dev.lifeline.scenario.action;

import static dev.lifeline.scenario.word.Parameter.optional;

import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Parameter;
import dev.lifeline.scenario.word.Rule;
import dev.lifeline.scenario.word.ValueType;
import java.util.List;

/// The TLS and the HTTP of an event loop. Times in nanoseconds, 0 for the server's own.
///
/// @param tls [#GOOD], or what it does wrong; `null` without TLS
/// @param http what it does wrong, or [#GOOD]; `null` where it does not speak HTTP
/// @param header for the head of a request, from its first byte on
/// @param request for a whole request
/// @param keepAlive between a response and the next request
/// @param workers threads that do the work of handlers; 0 where the loop does it
/// @param readSize bytes that one read takes at most; 0 for the usual
public record WebRules(String tls, String http, long header, long request, long keepAlive, int workers, int readSize) {

    /// Nothing is wrong.
    public static final String GOOD = "good";

    /// Things that the server can do wrong with TLS, as it has them.
    public static final List<String> TLS_FAULTS = List.of(GOOD, "expired", "not-yet-valid", "self-signed", "unknown-issuer", "wrong-host",
            "chain", "missing-intermediate", "chain-of-50", "big-chain", "escapes", "no-cipher", "no-alpn", "h2-only", "unknown-name", "client-cert",
            "old-version", "plain-answer", "reset-after-hello", "eof-after-hello", "stall");

    /// Things that the server can do wrong with HTTP, as it has them.
    public static final List<String> FAULTS = List.of(GOOD, "short-body", "long-body", "bad-status", "no-end", "endless-head", "many-fields",
            "slow-head", "slow-body", "both-lengths", "bare-lf", "nul", "obs-fold", "interim", "gzip", "redirect", "reset-body", "stall-body",
            "close-idle", "hang", "throws", "exit");

    private static final String HTTP = "http";

    static WebRules of(Args given) {
        return new WebRules(given.text("tls"), given.text(HTTP), given.number("header-timeout"), given.number("request-timeout"),
                given.number("keep-alive-timeout"), (int) given.number("workers"), (int) given.number("read-size"));
    }

    static Parameter[] parameters() {
        return new Parameter[] {
                optional("tls", ValueType.WORD, "it speaks TLS, and in it as it would without; good, or what it does wrong").of(TLS_FAULTS),
                optional(HTTP, ValueType.WORD, "it speaks HTTP/1.1, with the routes of trace serve --http; good, or what it does wrong").of(FAULTS),
                optional("header-timeout", ValueType.TIME, "the head of a request may take so long from its first byte on: 408"),
                optional("request-timeout", ValueType.TIME, "a whole request may take so long from its first byte on: 408"),
                optional("keep-alive-timeout", ValueType.TIME, "a connection is closed on which no next request began for so long"),
                optional("workers", ValueType.NUMBER, "threads for /hash and /slow, 1 to 64; without, the loop does the work itself")
                        .between(1, 64),
                optional("read-size", ValueType.NUMBER, "bytes that one read takes at most, 1 to 16384: 1 feeds the parser byte by byte")
                        .between(1, 16_384)};
    }

    static List<Rule> rules() {
        String why = "only HTTP has that";
        return List.of(Rule.notBoth("behaviour", HTTP, "one of them says what it answers"),
                Rule.notBoth("backend", HTTP, "one of them says what it answers"), Rule.with("header-timeout", HTTP, why),
                Rule.with("request-timeout", HTTP, why), Rule.with("keep-alive-timeout", HTTP, why), Rule.with("workers", HTTP, why),
                Rule.with("read-size", HTTP, why));
    }
}
