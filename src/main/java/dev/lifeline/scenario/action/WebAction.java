package dev.lifeline.scenario.action;

import static dev.lifeline.scenario.word.Parameter.optional;

import dev.lifeline.model.Stage;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Parameter;
import dev.lifeline.scenario.word.Rule;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.List;

/// Something that a client does above the bytes of its newest connection: TLS, and HTTP.
public sealed interface WebAction extends Action {

    @Override
    Kind kind();

    /// A TLS handshake. Whatever the connection does afterwards is encrypted.
    ///
    /// @param name of the server: what is asked for, and what its certificate must be for; `null` for the host that it connects to
    /// @param trust which certificates are good enough
    /// @param alpn protocols that are offered, the best first
    record Secure(Kind kind, String name, Trust trust, List<String> alpn, long timeout) implements WebAction {
        public Secure {
            alpn = List.copyOf(alpn);
        }
    }

    /// A request, and the response to it.
    ///
    /// @param fields of the head, `name: value` each
    /// @param body with escapes as written, or `null`
    /// @param size bytes of filling in place of a body; 0 for none
    /// @param chunked whether the body is sent in chunks, and its length not told
    /// @param close whether it says that it is the last one of the connection
    record Request(Kind kind, String method, String path, List<String> fields, String body, long size, boolean chunked, boolean close,
                   long timeout) implements WebAction {
        public Request {
            fields = List.copyOf(fields);
        }
    }

    /// Certificates that a client of a scenario is content with.
    enum Trust {
        /// Those that the authority of the scenario's own servers has signed.
        OWN("own"),
        /// Any: nothing is checked.
        ANYBODY("anybody");

        private final String label;

        Trust(String label) {
            this.label = label;
        }

        static Trust named(String label) {
            return ANYBODY.label.equals(label) ? ANYBODY : OWN;
        }
    }

    /// The words.
    enum Kind implements ActionKind {
        SECURE, REQUEST;

        @Override
        public List<Stage> plans() {
            return switch (this) {
                case SECURE -> List.of(Stage.TLS);
                case REQUEST -> List.of(Stage.REQUEST, Stage.FIRST_BYTE, Stage.RESPONSE);
            };
        }

        @Override
        public Word word() {
            return switch (this) {
                case SECURE -> Word.of(label(), "Does a TLS handshake; whatever is written and read afterwards is encrypted.",
                        optional("name", ValueType.TEXT, "the server's name, asked for and held to its certificate; without, the host of `to`"),
                        optional("trust", ValueType.WORD, "own: a certificate that the authority of the scenario's servers signed; anybody: "
                                + "whatever comes, unchecked").of(Trust.OWN.label, Trust.ANYBODY.label).otherwise(Trust.OWN.label),
                        optional("alpn", ValueType.TEXTS, "protocols to offer, the best first, for example [h2, http/1.1]"), patience());
                case REQUEST -> Word.of(label(), "Writes an HTTP request and reads the response to it.",
                        optional("method", ValueType.WORD, "the method").of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
                                .otherwise("GET"),
                        optional("path", ValueType.PATH, "what is asked for").otherwise("/"),
                        optional("fields", ValueType.FIELDS, "more fields of the head"),
                        optional("body", ValueType.BYTES, "the body"),
                        optional("size", ValueType.SIZE, "or so many bytes of filling, 64MiB at most"),
                        optional("chunked", ValueType.FLAG, "the body is sent in chunks, and its length not told").otherwise("false"),
                        optional("close", ValueType.FLAG, "whether it says Connection: close").otherwise("false"), patience())
                        .with(Rule.notBoth("body", "size", "one of them says what the body is"));
            };
        }

        /// A first handshake of a process computes for long.
        private static Parameter patience() {
            return optional("timeout", ValueType.TIME, "after so long each of its stages has failed: TIMEOUT").otherwise("10s");
        }

        @Override
        public Action read(Args given) {
            long timeout = given.number("timeout");
            return switch (this) {
                case SECURE -> new Secure(this, given.text("name"), Trust.named(given.text("trust")),
                        given.has("alpn") ? given.texts("alpn") : List.of(), timeout);
                case REQUEST -> new Request(this, given.text("method"), given.text("path"), given.has("fields") ? given.texts("fields") : List.of(),
                        given.text("body"), given.number("size"), given.flag("chunked"), given.flag("close"), timeout);
            };
        }
    }
}
