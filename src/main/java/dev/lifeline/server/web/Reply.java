package dev.lifeline.server.web;

import dev.lifeline.http.HttpField;
import dev.lifeline.http.StatusReason;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The answer to a request, before it is bytes.
///
/// @param fields beside those that every answer has
/// @param body never `null`
/// @param closes whether nothing is read of the connection after it
/// @param cpu CPU time that its handler used, in nanoseconds; -1 where that was not measured
record Reply(int status, String type, List<HttpField> fields, Body body, boolean closes, long cpu) {

    private static final String TEXT = "text/plain; charset=utf-8";

    /// A text.
    static Reply of(int status, String text) {
        return new Reply(status, TEXT, List.of(), Body.of(text.getBytes(StandardCharsets.UTF_8)), false, -1);
    }

    /// Bytes, or a stream of them.
    static Reply of(Body body) {
        return new Reply(200, "application/octet-stream", List.of(), body, false, -1);
    }

    /// The status and its words.
    static Reply of(int status) {
        return of(status, status + " " + StatusReason.of(status) + "\n");
    }

    /// The same, the last of its connection.
    Reply last() {
        return new Reply(status, type, fields, body, true, cpu);
    }

    /// The same with a field more.
    Reply with(String name, String value) {
        return new Reply(status, type, List.of(new HttpField(name, value)), body, closes, cpu);
    }

    /// The same at a known cost.
    Reply costing(long nanos) {
        return new Reply(status, type, fields, body, closes, nanos);
    }
}
