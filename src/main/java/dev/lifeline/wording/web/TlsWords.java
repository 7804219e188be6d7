package dev.lifeline.wording.web;

import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.TlsEvent;
import dev.lifeline.model.tls.AlertDescription;
import dev.lifeline.model.tls.RecordType;
import dev.lifeline.model.tls.TrustSource;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import dev.lifeline.wording.Wording;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/// TLS in words, safe to print.
public final class TlsWords {

    private TlsWords() {
    }

    /// Writes an event of this group in its three lengths.
    public static Wording of(TlsEvent event, String who) {
        return switch (event.kind()) {
            case RECORD_SEEN -> record((TlsEvent.RecordSeen) event);
            case ALERTED -> alert((TlsEvent.Alerted) event, who);
            case HELLO_SEEN -> hello((TlsEvent.HelloSeen) event, who);
            case CERTIFICATE_SHOWN -> certificate((TlsEvent.CertificateShown) event);
            case VERIFIED -> verified((TlsEvent.Verified) event, who);
        };
    }

    /// Writes what a handshake agreed on: `TLSv1.3 TLS_AES_128_GCM_SHA256, 3.1 ms waiting, 2.0 ms computing`.
    public static String secured(Outcome.Secured secured, Glyphs glyphs) {
        return Printable.ascii(secured.version()) + " " + Printable.ascii(secured.suite())
                + (secured.resumed() ? ", resumed" : "")
                + (secured.alpn() == null ? "" : ", " + Printable.ascii(secured.alpn()))
                + ", " + Durations.of(secured.waiting(), glyphs) + " waiting, " + Durations.of(secured.computing(), glyphs) + " computing";
    }

    /// Writes an alert by name and number: `certificate_expired (45)`.
    public static String alert(int number) {
        AlertDescription known = AlertDescription.of(number);
        return number < 0 ? "an encrypted alert" : known == null ? "alert " + number : known.label() + " (" + number + ")";
    }

    /// Writes a day in UTC: `2024-05-01`.
    ///
    /// @param millis since 1970
    public static String day(long millis) {
        return DateTimeFormatter.ISO_LOCAL_DATE.format(Instant.ofEpochMilli(millis).atOffset(ZoneOffset.UTC));
    }

    private static Wording record(TlsEvent.RecordSeen event) {
        RecordType type = RecordType.of(event.type());
        String what = event.message() != null ? Printable.ascii(event.message()) : type == null ? "record type " + event.type() : type.label();
        String mark = (event.sent() ? "sent " : "read ") + what + ", " + Counted.of(event.length(), "byte");
        return Wording.brief(mark, mark);
    }

    private static Wording alert(TlsEvent.Alerted event, String who) {
        String what = (event.sent() ? "sent" : "received") + " the TLS alert " + alert(event.number());
        return Wording.of("alert " + alert(event.number()), what, who);
    }

    private static Wording hello(TlsEvent.HelloSeen event, String who) {
        String versions = Printable.ascii(String.join(", ", event.versions()));
        String more = event.suites() == 1 ? "" : ", " + Counted.of(event.suites(), "suite");
        String name = event.serverName() == null ? "" : ", for " + Printable.ascii(event.serverName());
        String alpn = event.alpn().isEmpty() ? "" : ", " + Printable.ascii(String.join(", ", event.alpn()));
        String what = versions + more + alpn + name;
        return Wording.of("hello: " + what, (event.sent() ? "sent" : "received") + " a hello with " + what, who);
    }

    private static Wording certificate(TlsEvent.CertificateShown event) {
        String what = "certificate " + event.index() + ": " + Printable.ascii(event.subject()) + ", until " + day(event.notAfter());
        return Wording.brief(what, what + ", issued by " + Printable.ascii(event.issuer()));
    }

    private static Wording verified(TlsEvent.Verified event, String who) {
        if (event.trust() == TrustSource.NONE) {
            return Wording.of("certificate not checked", "did not check the certificate", who);
        }
        return event.problem() == null ? Wording.of("certificate trusted", "trusts the certificate", who)
                : Wording.of("certificate refused: " + event.problem().label(), "refused the certificate: " + event.problem().text(), who);
    }
}
