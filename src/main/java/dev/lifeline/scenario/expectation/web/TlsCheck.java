package dev.lifeline.scenario.expectation.web;

import static dev.lifeline.scenario.word.Parameter.optional;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Labelled;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.TlsEvent;
import dev.lifeline.model.tls.AlertDescription;
import dev.lifeline.model.tls.RecordType;
import dev.lifeline.model.tls.TrustSource;
import dev.lifeline.scenario.Vocabulary;
import dev.lifeline.scenario.expectation.Check;
import dev.lifeline.scenario.expectation.Subjects;
import dev.lifeline.scenario.judge.ActorOnTrace.Own;
import dev.lifeline.scenario.judge.Answer;
import dev.lifeline.scenario.judge.Comparison;
import dev.lifeline.scenario.judge.PlayIndex;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Rule;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.List;

/// Looks at the TLS of a connection, as the program at one end has it: what was agreed on, what was checked, and what could be read by
/// anybody. How the stage went is under `stage`.
public final class TlsCheck implements Check {

    private static final String NOTHING = "none";

    @Override
    public Word word(String label) {
        return Word.of(label, "The TLS of a connection, as one end has it; how the handshake went is `stage`.",
                Subjects.OF_HTTP, Subjects.END, Subjects.DURING,
                optional("version", ValueType.TEXT, "the version that both agreed on, for example TLSv1.3"),
                optional("alpn", ValueType.TEXT, "the protocol that both agreed on; none for none"),
                optional("server-name", ValueType.TEXT, "the name that the client asked for, in plain; none for none"),
                optional("resumed", ValueType.FLAG, "whether an earlier session went on"),
                optional("checked", ValueType.WORD, "the certificates that the other end's chain was checked against; none where it was not")
                        .of(Labelled.labels(TrustSource.values())),
                optional("problem", ValueType.WORD, "why the other end's chain is not trusted").of(codes()),
                optional("shown-to", ValueType.TEXT, "a name that the other end's own certificate is for"),
                optional("plain", ValueType.TEXTS, "the messages of the handshake that anybody on the way could read, in order, for "
                        + "example [ClientHello, ServerHello]"),
                optional("encrypted", ValueType.BOUND, "records of the handshake of which only the length could be seen"),
                optional("alert", ValueType.WORD, "why TLS was ended, where that is known").of(Labelled.labels(AlertDescription.values())),
                optional("alert-sent", ValueType.FLAG, "whether this end sent an alert about a failure"),
                optional("alert-received", ValueType.FLAG, "whether an alert about a failure came"))
                .with(Rule.some("version", "alpn", "server-name", "resumed", "checked", "problem", "shown-to", "plain", "encrypted", "alert",
                        "alert-sent", "alert-received"));
    }

    private static List<String> codes() {
        return Vocabulary.CODES.stream().filter(code -> code.startsWith("CERT_")).toList();
    }

    @Override
    public boolean holdsByLack(Args args) {
        return true;
    }

    @Override
    public Answer look(PlayIndex play, Args args) {
        Figures seen = new Figures();
        List<Own> sides = play.sides(args.text("of"), args.text("end"));
        for (TraceEvent event : play.events()) {
            if (event.connection() != 0 && play.isOf(event, null, args.text("of"), sides) && play.during(event, args.text("at"))) {
                seen.take(event);
            }
        }
        Outcome.Secured done = seen.secured;
        Comparison compared = new Comparison(args).text("version", done == null ? null : done.version())
                .text("alpn", done == null ? null : or(done.alpn())).text("server-name", seen.hello ? or(seen.name) : null)
                .flag("resumed", "resumed", "not resumed", done != null && done.resumed())
                .text("checked", seen.trust == null ? null : seen.trust.label())
                .text("problem", seen.problem == null ? NOTHING : seen.problem.name());
        if (args.has("shown-to")) {
            String name = args.text("shown-to");
            compared.add("a certificate for " + name, seen.names == null ? "no certificate" : "a certificate for " + String.join(" ", seen.names),
                    seen.names != null && seen.names.contains(name));
        }
        if (args.has("plain")) {
            String wanted = String.join(", ", args.texts("plain"));
            compared.add("plain " + wanted, "plain " + (seen.plain.isEmpty() ? "nothing" : seen.plain), wanted.contentEquals(seen.plain));
        }
        return compared.bound("encrypted", seen.encrypted).text("alert", seen.alert == null ? NOTHING : seen.alert.label())
                .flag("alert-sent", "an alert was sent", "no alert was sent", seen.sent)
                .flag("alert-received", "an alert came", "no alert came", seen.received).answer(Subjects.of(args));
    }

    private static String or(String text) {
        return text == null ? NOTHING : text;
    }

    /// The findings of one end about its TLS.
    private static final class Figures {
        private final StringBuilder plain = new StringBuilder();
        private Outcome.Secured secured;
        private boolean hello;
        private String name;
        private TrustSource trust;
        private ErrorCode problem;
        private List<String> names;
        private long encrypted;
        private AlertDescription alert;
        private boolean sent;
        private boolean received;

        void take(TraceEvent event) {
            if (event.body() instanceof StageEvent.Finished done && done.stage() == Stage.TLS && done.outcome() instanceof Outcome.Secured how) {
                secured = how;
            } else if (event.body() instanceof TlsEvent.RecordSeen record) {
                encrypted += record.type() == RecordType.APPLICATION_DATA.number() ? 1 : 0;
                if (record.message() != null) {
                    plain.append(plain.isEmpty() ? "" : ", ").append(record.message());
                }
            } else if (event.body() instanceof TlsEvent.HelloSeen seen && seen.sent() == (event.lane() == Lane.CLIENT)) {
                hello = true;
                name = seen.serverName();
            } else if (event.body() instanceof TlsEvent.CertificateShown shown && shown.index() == 0) {
                names = shown.names();
            } else if (event.body() instanceof TlsEvent.Verified checked) {
                trust = checked.trust();
                problem = checked.problem();
            } else if (event.body() instanceof TlsEvent.Alerted alerted && alerted.number() != AlertDescription.CLOSE_NOTIFY.number()) {
                sent |= alerted.sent();
                received |= !alerted.sent();
                alert = alert == null ? AlertDescription.of(alerted.number()) : alert;
            }
        }
    }
}
