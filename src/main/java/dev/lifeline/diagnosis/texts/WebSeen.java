package dev.lifeline.diagnosis.texts;

import dev.lifeline.analysis.web.TlsFacts;
import dev.lifeline.analysis.web.ExchangeFacts;
import dev.lifeline.analysis.web.WebFacts;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.HttpEvent.Malformed;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.TlsEvent.CertificateShown;
import dev.lifeline.model.event.TlsEvent.Verified;
import dev.lifeline.model.http.BodyFraming;
import dev.lifeline.model.tls.TrustSource;
import dev.lifeline.text.Counted;
import dev.lifeline.text.ShellWord;
import dev.lifeline.wording.web.TlsWords;
import java.util.regex.Pattern;

/// TLS and HTTP of a connection, as the texts of verdicts ask for them.
///
/// @param of the stage that they are about
record WebSeen(Circumstances of) {

    private static final int NAMES = 3;
    private static final long MILLION = 1_000_000;
    private static final int MOST_URL = 200;
    private static final Pattern METHOD = Pattern.compile("[A-Z]{1,20}");

    private WebFacts facts() {
        return of.facts().index().web();
    }

    TlsFacts tls() {
        return facts().tls(of.run().lane(), of.run().connection());
    }

    /// The exchange that came last; `null` where there was none.
    ExchangeFacts last() {
        return facts().last(of.run().lane(), of.run().connection());
    }

    /// The outcome of the handshake; `null` where it was not completed.
    Outcome.Secured secured() {
        return of.side().outcome(Stage.TLS) instanceof Outcome.Secured secured ? secured : null;
    }

    /// The response that came last, where it is whole; else `null`.
    Outcome.Responded responded() {
        ExchangeFacts last = last();
        return last == null ? null : last.responded();
    }

    /// The certificate that a failure is about; else the other side's own; `null` where none was seen.
    CertificateShown certificate() {
        boolean time = of.run().failed(ErrorCode.CERT_EXPIRED) || of.run().failed(ErrorCode.CERT_NOT_YET_VALID);
        long at = time ? of.facts().index().header().origin().toEpochMilli() + of.run().ended() / MILLION : -1;
        return tls().chain().isEmpty() ? null : time ? tls().untimely(at) : tls().chain().getFirst();
    }

    /// The names that a certificate is for, or its subject where it has none.
    String names() {
        CertificateShown shown = certificate();
        if (shown == null || shown.names().isEmpty()) {
            return shown == null ? null : shown.subject();
        }
        int more = shown.names().size() - NAMES;
        return String.join(", ", shown.names().subList(0, Math.min(NAMES, shown.names().size()))) + (more > 0 ? " and " + more + " more" : "");
    }

    /// The issuer that the chain ends at.
    String chainIssuer() {
        return tls().chain().isEmpty() ? null : tls().chain().getLast().issuer();
    }

    String chainLength() {
        return Counted.of(tls().chain().size(), "certificate");
    }

    /// The side that sent the alert, or else the failing side's own program.
    String alerting() {
        String peer = of.run().lane() == Lane.CLIENT ? "the server" : "the client";
        return tls().received() != null ? peer : "this side";
    }

    String alert() {
        return tls().received() == null ? null : TlsWords.alert(tls().received().number());
    }

    /// The last handshake messages of the other side that were seen in plain.
    String lastMessage() {
        String last = tls().lastMessage();
        return last == null ? "its last record" : last.substring(last.lastIndexOf(' ') + 1);
    }

    String offered() {
        return tls().offered() == null ? null : String.join(", ", tls().offered().versions());
    }

    /// The name that a client asked for in its hello; the host of the target where it asked for none.
    String askedName() {
        boolean named = tls().offered() != null && tls().offered().serverName() != null;
        return named ? tls().offered().serverName() : of.target().hostOr(of.remote());
    }

    /// Says if the head of the last response came whole.
    boolean headWhole() {
        ExchangeFacts last = last();
        return last != null && last.headWhole(false);
    }

    /// Bytes that came of a body that was announced; -1 where they are not known.
    long came() {
        ExchangeFacts last = last();
        return last == null ? -1 : facts().cameOf(of.run().lane(), of.run().connection(), last);
    }

    String announced() {
        ExchangeFacts last = last();
        return last == null || last.body() == null || last.body().length() < 0 ? null : Counted.grouped(last.body().length());
    }

    String status() {
        ExchangeFacts last = last();
        return responded() != null ? Integer.toString(responded().status()) : last == null || last.status() == null ? null
                : Integer.toString(last.status().status());
    }

    /// Says if only the end of the connection shows the end of the last response, and nothing that the server alone can make.
    boolean endUnsure() {
        Outcome.Responded responded = responded();
        return responded != null && responded.framing() == BodyFraming.UNTIL_CLOSE && !(secured() != null && tls().closedInOrder());
    }

    /// Method and target of the last request.
    String method() {
        ExchangeFacts last = last();
        return last == null || last.request() == null ? null : last.request().method() + " " + last.request().target();
    }

    String requestNumber() {
        return last() == null ? null : Integer.toString(last().number());
    }

    /// How many requests before the last one were answered; all of them where the last was, too.
    String answered() {
        int count = 0;
        for (ExchangeFacts each : facts().exchanges(of.run().lane(), of.run().connection())) {
            count += each.responded() == null ? 0 : 1;
        }
        return Counted.of(count, "request");
    }

    Malformed malformed() {
        return last() == null ? null : last().malformed();
    }

    /// The URL of the last request, as a word of a shell; `null` where it is not known or not safe to paste.
    String url() {
        ExchangeFacts last = last();
        String path = last == null || last.request() == null ? "/" : last.request().target();
        String target = of.targetAt(of.port());
        if (target == null || !of.target().scheme().web() || !path.startsWith("/") || path.length() > MOST_URL) {
            return null;
        }
        return of.target().scheme().label() + "://" + target + path;
    }

    /// The options by which a command with that URL asks what this run asked, as far as the recording tells: method, trust, name.
    ///
    /// @param ours for this program; else for curl
    String options(boolean ours) {
        StringBuilder out = new StringBuilder();
        String method = last() == null || last().request() == null ? "GET" : last().request().method();
        if (!method.equals("GET") && METHOD.matcher(method).matches()) {
            out.append(ours ? " --method " + method : method.equals("HEAD") ? " -I" : " -X " + method);
        }
        Verified verified = tls().verified();
        if (tls().unchecked()) {
            out.append(" --insecure");
        } else if (verified != null && verified.trust() == TrustSource.FILE && verified.problem() == null && verified.detail() != null
                && verified.detail().indexOf(' ') < 0) {
            out.append(" --cacert ").append(ShellWord.ofPath(verified.detail()));
        }
        String named = tls().offered() == null ? null : ShellWord.ofName(tls().offered().serverName());
        if (ours && named != null && !named.equalsIgnoreCase(of.target().host())) {
            out.append(" --sni ").append(named);
        }
        return out.toString();
    }
}
