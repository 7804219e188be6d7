package dev.lifeline.wording.life;

import dev.lifeline.analysis.life.Life;
import dev.lifeline.model.event.TlsEvent.CertificateShown;
import dev.lifeline.text.Counted;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import dev.lifeline.wording.web.TlsWords;
import java.util.List;

/// Lives of connections that spoke TLS or HTTP, in one short sentence each.
final class WebWords {

    /// Statuses that are told one by one.
    private static final int APART = 4;

    private static final int LONGEST_LOCATION = 60;

    private WebWords() {
    }

    /// Writes the answers to requests: `answered 200`, `answered 301 to /there`, `answered 200, 200, 404`, `3 requests answered with 200`.
    static String statuses(Life.Responded life, Glyphs glyphs) {
        List<Integer> all = life.statuses();
        String verb = life.server() ? "served" : "answered";
        boolean same = true;
        StringBuilder each = new StringBuilder();
        for (int status : all) {
            same &= status == all.getFirst();
            each.append(each.isEmpty() ? " " : ", ").append(status);
        }
        if (all.size() == 1) {
            return verb + each + (life.location() == null ? "" : " to " + FittedText.fit(Printable.ascii(life.location()), LONGEST_LOCATION, glyphs));
        }
        return same ? Counted.of(all.size(), "request") + " " + verb + " with " + all.getFirst()
                : all.size() <= APART ? verb + each : Counted.of(all.size(), "request") + " " + verb + ", last " + all.getLast();
    }

    /// Writes why TLS failed.
    static String unsecured(Life.Unsecured life, Glyphs glyphs) {
        CertificateShown by = life.by();
        String who = "the " + life.peer().label();
        String why = switch (life.code()) {
            case CERT_EXPIRED -> by == null ? "the certificate has expired" : "the certificate expired on " + TlsWords.day(by.notAfter());
            case CERT_NOT_YET_VALID -> by == null ? "the certificate is not yet valid" : "the certificate is valid from " + TlsWords.day(by.notBefore());
            case CERT_SELF_SIGNED -> "the certificate is self-signed";
            case CERT_UNKNOWN_ISSUER -> "the certificate's issuer is not trusted";
            case CERT_WRONG_HOST -> "the certificate is for another host";
            case CERT_INVALID -> "the certificate is not valid";
            case TLS_VERSION -> "no version in common";
            case TLS_NO_CIPHER -> "no cipher suite in common";
            case TLS_NO_GROUP -> "no key exchange group in common";
            case TLS_ALPN -> "no application protocol in common";
            case TLS_SNI -> "the server does not know the name";
            case TLS_CLIENT_CERT -> "the server wants a client certificate";
            case TLS_PLAINTEXT -> "plain text came, not TLS";
            case TLS_ALERT -> life.alert() < 0 ? who + " sent an alert" : who + " sent " + TlsWords.alert(life.alert());
            case TLS_TOO_LARGE -> who + " sent more than is taken here";
            case EOF -> who + " closed " + where(life);
            case ECONNRESET, EPIPE -> "reset " + where(life);
            case TIMEOUT -> (life.records() == 0 ? "no answer to the hello" : "silent " + where(life))
                    + LifeWords.during(life.waited(), life.records() == 0 ? " in " : " for ", glyphs);
            default -> "what came is no valid TLS";
        };
        return "TLS failed: " + why;
    }

    private static String where(Life.Unsecured life) {
        return life.records() == 0 ? "before a record of TLS" : life.last() == null ? "inside the handshake" : "after " + LifeWords.safe(life.last().substring(life.last().lastIndexOf(' ') + 1));
    }

    /// Writes where an HTTP message broke off.
    static String broken(Life.Broken life) {
        String what = life.server() ? "the request" : "the answer";
        return switch (life.code()) {
            case HTTP_VERSION -> life.server() ? "the client spoke HTTP/2, not HTTP/1.1" : "the server speaks HTTP/2, not HTTP/1.1";
            case TUNNEL_REFUSED -> "the proxy opened no tunnel";
            case HTTP_TOO_LARGE -> what + " is larger than is taken";
            case HTTP_MALFORMED -> what + " is no valid HTTP" + (life.offset() < 0 ? "" : ", at byte " + Counted.grouped(life.offset()));
            default -> what + " broke off" + (life.came() >= 0 ? ": " + Counted.grouped(life.came()) + " of "
                    + LifeWords.bytes(life.announced()) + " came" : life.began() ? " inside its body" : " inside its head");
        };
    }

    /// Writes that a kept connection ended under a request.
    static String retired(Life.Retired life) {
        String how = life.reset() ? "reset" : "closed by the server";
        return life.idle() ? how + " while idle, before request " + life.request() : how + " while request " + life.request() + " was on its way";
    }
}
