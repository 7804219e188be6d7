package dev.lifeline.wording;

import dev.lifeline.analysis.Span;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Failure;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;

/// Failures in words, safe to print.
public final class FailureWords {

    private FailureWords() {
    }

    /// Writes the code and what it means; the system's own words where the code cannot be named.
    public static String mark(Failure failure) {
        if (failure.code() == ErrorCode.UNKNOWN && failure.message() != null) {
            return "UNKNOWN: " + Printable.ascii(failure.message());
        }
        if (ownWords(failure.code()) && failure.message() != null) {
            return failure.code().name() + ": " + Printable.ascii(failure.message());
        }
        String eai = failure.eai() == null || failure.eai().equals(failure.code().name()) ? ""
                : " (" + Printable.ascii(failure.eai()) + ")";
        return code(failure.code(), eai);
    }

    /// Writes the same of a stage, behind the bytes that it had read before: `12 bytes came, then ECONNRESET: ...`.
    public static String mark(Span.Failed failed) {
        return before(failed) + mark(failed.failure());
    }

    /// Says if only the message of a failure tells which it is: the alert, the byte, the first bytes that came.
    private static boolean ownWords(ErrorCode code) {
        return switch (code) {
            case CERT_INVALID, TLS_PLAINTEXT, TLS_ALERT, TLS_BROKEN, TLS_TOO_LARGE, HTTP_MALFORMED, HTTP_TOO_LARGE, HTTP_VERSION, TUNNEL_REFUSED -> true;
            default -> false;
        };
    }

    private static String before(Span.Failed failed) {
        return failed.read() == 0 ? "" : Counted.of(failed.read(), "byte") + " came, then ";
    }

    /// Writes a code and what it means: `ECONNREFUSED: connection refused`.
    public static String code(ErrorCode code) {
        return code(code, "");
    }

    private static String code(ErrorCode code, String eai) {
        return code.name() + eai + ": " + code.text();
    }

    /// Writes both ends as far as known, the code, and what it means.
    ///
    /// @param gap behind the ends
    static String phrase(Span.Failed failed, Glyphs glyphs, String gap) {
        Failure failure = failed.failure();
        return EndpointWords.before(failure.local(), failure.remote(), glyphs, gap) + mark(failed);
    }

    /// Writes the same behind `it failed with`.
    static String sentence(Failure failure) {
        return mark(failure) + (failure.local() == null ? "" : ", local end " + EndpointWords.of(failure.local()))
                + (failure.remote() == null ? "" : ", remote end " + EndpointWords.of(failure.remote()));
    }
}
