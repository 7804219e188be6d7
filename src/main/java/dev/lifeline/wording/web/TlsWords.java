package dev.lifeline.wording.web;

import dev.lifeline.analysis.web.TlsFacts;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.TlsEvent;
import dev.lifeline.model.event.TlsEvent.CertificateShown;
import dev.lifeline.model.event.TlsEvent.Verified;
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
import java.util.ArrayList;
import java.util.List;

/// TLS in words, safe to print.
public final class TlsWords {

    private static final int MOST_SHOWN = 4;
    private static final int MOST_NAMES = 4;

    private TlsWords() {
    }

    /// Writes an event of this group in its three lengths.
    public static Wording of(TlsEvent event, String who) {
        return switch (event.kind()) {
            case RECORD_SEEN -> record((TlsEvent.RecordSeen) event);
            case ALERTED -> alert((TlsEvent.Alerted) event, who);
            case HELLO_SEEN -> hello((TlsEvent.HelloSeen) event, who);
            case CERTIFICATE_SHOWN -> certificate((TlsEvent.CertificateShown) event, who);
            case VERIFIED -> verified((TlsEvent.Verified) event, who);
            case CUT -> cut((TlsEvent.Cut) event, who);
        };
    }

    /// Writes what a handshake agreed on, and where its time went: `TLSv1.3, waited 3.1 ms, computed 120 ms, TLS_AES_128_GCM_SHA256`.
    /// Where the peer's bytes were there each time they were looked for, there was no wait.
    public static String secured(Outcome.Secured secured, Glyphs glyphs) {
        return Printable.ascii(secured.version()) + (secured.resumed() ? ", resumed" : "")
                + (secured.waiting() == 0 ? "" : ", waited " + Durations.glance(secured.waiting(), glyphs)) + ", computed " + Durations.glance(secured.computing(), glyphs)
                + ", " + Printable.ascii(secured.suite()) + (secured.alpn() == null ? "" : ", " + Printable.ascii(secured.alpn()));
    }

    /// Writes what a handshake agreed on without its times: `TLSv1.3, TLS_AES_128_GCM_SHA256, http/1.1`.
    public static String agreed(Outcome.Secured secured) {
        return Printable.ascii(secured.version()) + (secured.resumed() ? ", resumed" : "") + ", " + Printable.ascii(secured.suite())
                + (secured.alpn() == null ? "" : ", " + Printable.ascii(secured.alpn()));
    }

    /// Writes a hello beside the name of whose it is, with what a person asks first at its beginning: `sent TLSv1.3, for localhost, http/1.1`.
    public static String glance(TlsEvent.HelloSeen event) {
        return (event.sent() ? "sent " : "read ") + Printable.ascii(String.join(", ", event.versions()))
                + (event.serverName() == null ? "" : ", for " + Printable.ascii(event.serverName()))
                + (event.alpn().isEmpty() ? "" : ", " + Printable.ascii(String.join(", ", event.alpn())))
                + (event.suites() == 1 ? "" : ", " + Counted.of(event.suites(), "suite"));
    }

    /// Writes what is below the row of a handshake in full detail: the hellos, the chain, and what the check said of it.
    public static List<String> details(TlsFacts tls) {
        List<String> lines = new ArrayList<>();
        if (tls.offered() != null) {
            lines.add("offered " + hello(tls.offered()));
        }
        if (tls.chosen() != null) {
            lines.add("chosen " + hello(tls.chosen()));
        }
        List<CertificateShown> chain = tls.chain();
        for (int i = 0; i < Math.min(chain.size(), MOST_SHOWN); i++) {
            shown(chain.get(i), lines);
        }
        if (chain.size() > MOST_SHOWN) {
            lines.add("and " + Counted.of(chain.size() - MOST_SHOWN, "more certificate"));
        }
        return lines;
    }

    private static void shown(CertificateShown shown, List<String> lines) {
        lines.add("certificate " + Printable.ascii(shown.subject()) + (shown.selfSigned() ? ", signed by itself" : ", signed by "
                + Printable.ascii(shown.issuer())));
        String names = Printable.ascii(String.join(", ", shown.names().subList(0, Math.min(MOST_NAMES, shown.names().size()))));
        lines.add("  valid " + day(shown.notBefore()) + " to " + day(shown.notAfter()) + (shown.key() == null ? "" : ", " + Printable.ascii(shown.key()))
                + (names.isEmpty() ? "" : ", for " + names + (shown.names().size() > MOST_NAMES ? " and "
                        + Counted.grouped(shown.names().size() - MOST_NAMES) + " more" : "")));
    }

    /// Writes whose certificate was shown, and until when it is valid.
    public static String shown(CertificateShown shown) {
        return Printable.ascii(shown.subject()) + ", until " + day(shown.notAfter());
    }

    /// Writes who signed a certificate, and with its first names for whom it is.
    public static String origin(CertificateShown shown) {
        return "signed by " + (shown.selfSigned() ? "itself" : Printable.ascii(shown.issuer())) + (shown.names().isEmpty() ? ""
                : ", for " + Printable.ascii(String.join(", ", shown.names().subList(0, Math.min(MOST_NAMES, shown.names().size())))));
    }

    /// Writes behind that what the check said in a word or two; empty where it was not come to.
    public static String trusted(TlsFacts tls) {
        return tls.verified() == null ? "" : tls.unchecked() ? ", NOT checked" : tls.verified().problem() == null ? ", trusted" : ", refused";
    }

    /// Writes what became of the check of the chain; empty where it was not come to.
    public static String check(TlsFacts tls) {
        Verified verified = tls.verified();
        return verified == null ? "" : tls.unchecked() ? "certificate NOT checked (--insecure): this may be anyone"
                : verified.problem() == null ? "certificate trusted, by " + (verified.trust() == TrustSource.FILE ? "the file given" : "the system's store")
                : "certificate refused: " + verified.problem().text() + (verified.detail() == null ? "" : ": " + Printable.ascii(verified.detail()));
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
        String phrase = (event.sent() ? "sent " : "read ") + what + ", " + Counted.of(event.length(), "byte");
        // What is encrypted is no news on a ladder, which has the packets.
        return Wording.brief(event.message() == null ? null : phrase, phrase);
    }

    private static Wording alert(TlsEvent.Alerted event, String who) {
        String what = (event.sent() ? "sent" : "received") + " the TLS alert " + alert(event.number());
        boolean end = event.number() == AlertDescription.CLOSE_NOTIFY.number();
        return Wording.of(end ? null : "alert " + alert(event.number()), what, who);
    }

    private static Wording cut(TlsEvent.Cut event, String who) {
        String where = event.begun() == 0 ? "" : ", " + Counted.of(event.begun(), "byte") + " into a record";
        return Wording.of("cut: no close_notify" + where, "read the end of the stream without a close_notify of TLS" + where, who);
    }

    private static Wording hello(TlsEvent.HelloSeen event, String who) {
        String what = hello(event);
        return Wording.of(null, (event.sent() ? "sent" : "received") + " a hello with " + what, who);
    }

    private static String hello(TlsEvent.HelloSeen event) {
        String versions = Printable.ascii(String.join(", ", event.versions()));
        String more = event.suites() == 1 ? "" : ", " + Counted.of(event.suites(), "suite");
        String name = event.serverName() == null ? "" : ", for " + Printable.ascii(event.serverName());
        String alpn = event.alpn().isEmpty() ? "" : ", " + Printable.ascii(String.join(", ", event.alpn()));
        return versions + more + alpn + name;
    }

    private static Wording certificate(TlsEvent.CertificateShown event, String who) {
        String until = ", until " + day(event.notAfter());
        String phrase = "was shown a certificate of " + Printable.ascii(event.subject()) + until + ", signed by "
                + (event.selfSigned() ? "itself" : Printable.ascii(event.issuer()));
        return Wording.of("certificate of " + Printable.ascii(event.subject()) + until, phrase, who);
    }

    private static Wording verified(TlsEvent.Verified event, String who) {
        if (event.trust() == TrustSource.NONE) {
            return Wording.of("certificate not checked", "did not check the certificate", who);
        }
        return event.problem() == null ? Wording.of("certificate trusted", "trusts the certificate", who)
                : Wording.of("certificate refused: " + event.problem().label(), "refused the certificate: " + event.problem().text(), who);
    }
}
