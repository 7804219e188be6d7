package dev.lifeline.scenario.action;

import static dev.lifeline.scenario.word.Parameter.optional;

import dev.lifeline.model.Stage;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Parameter;
import dev.lifeline.scenario.word.Rule;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.List;

/// Something that a client does above the bytes of its newest connection: HTTP.
public sealed interface WebAction extends Action {

    @Override
    Kind kind();

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

    /// The words.
    enum Kind implements ActionKind {
        REQUEST;

        @Override
        public List<Stage> plans() {
            return switch (this) {
                case REQUEST -> List.of(Stage.REQUEST, Stage.FIRST_BYTE, Stage.RESPONSE);
            };
        }

        @Override
        public Word word() {
            return switch (this) {
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

        private static Parameter patience() {
            return optional("timeout", ValueType.TIME, "after so long each of its stages has failed: TIMEOUT").otherwise("10s");
        }

        @Override
        public Action read(Args given) {
            long timeout = given.number("timeout");
            return switch (this) {
                case REQUEST -> new Request(this, given.text("method"), given.text("path"), given.has("fields") ? given.texts("fields") : List.of(),
                        given.text("body"), given.number("size"), given.flag("chunked"), given.flag("close"), timeout);
            };
        }
    }
}
