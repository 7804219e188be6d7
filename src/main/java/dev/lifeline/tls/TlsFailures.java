package dev.lifeline.tls;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.tls.AlertDescription;
import dev.lifeline.record.CodedException;
import javax.net.ssl.SSLException;

/// Names the causes of failures of the JDK's engine, which says them in texts only. They are those of JDK 25; one that is not known is
/// told as it is.
final class TlsFailures {

    private static final String RECEIVED = "Received fatal alert: ";
    private static final int FATAL = 2;

    private TlsFailures() {
    }

    /// Notes the alert that a failure is about: the peer's, or this side's own.
    ///
    /// @return the text without the name of the alert
    static String alert(SSLException e, SeenPlain plain) {
        String text = e.getMessage() == null ? e.toString() : e.getMessage();
        int received = text.indexOf(RECEIVED);
        int close = text.indexOf(") ");
        if (received >= 0) {
            plain.alerted(false, FATAL, number(text.substring(received + RECEIVED.length())));
        } else if (text.startsWith("(") && close > 0) {
            int number = number(text.substring(1, close));
            if (number >= 0) {
                plain.alerted(true, FATAL, number);
                return text.substring(close + 2);
            }
        }
        return text;
    }

    private static int number(String name) {
        for (AlertDescription one : AlertDescription.values()) {
            if (one.label().equals(name.strip())) {
                return one.number();
            }
        }
        return -1;
    }

    /// Writes an alert as the standard and its number: `handshake_failure (40)`.
    static String written(int number) {
        AlertDescription known = AlertDescription.of(number);
        return known == null ? "alert " + number : known.label() + " (" + number + ")";
    }

    /// The code for what the engine of this side did not like.
    static CodedException own(String text) {
        ErrorCode code = ErrorCode.TLS_BROKEN;
        if (text.contains("protocol version") || text.contains("No appropriate protocol")) {
            code = ErrorCode.TLS_VERSION;
        } else if (text.contains("no cipher suites in common") || text.contains("No appropriate cipher")) {
            code = ErrorCode.TLS_NO_CIPHER;
        } else if (text.contains("named group")) {
            code = ErrorCode.TLS_NO_GROUP;
        } else if (text.contains("application layer protocol") || text.contains("application protocol")) {
            code = ErrorCode.TLS_ALPN;
        } else if (text.contains("server name indication")) {
            code = ErrorCode.TLS_SNI;
        } else if (text.contains("Empty client certificate") || text.contains("Empty peer certificate")) {
            code = ErrorCode.TLS_CLIENT_CERT;
        } else if (text.contains("certificate chain length") || text.contains("size of the handshake message")) {
            // Nothing is known of what is in it.
            code = ErrorCode.TLS_TOO_LARGE;
        }
        return new CodedException(code, text);
    }
}
