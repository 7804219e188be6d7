package dev.lifeline.cli.explain;

import dev.lifeline.explain.ErrorStage;
import dev.lifeline.explain.Explanation;
import dev.lifeline.explain.Site;
import dev.lifeline.explain.Words;
import dev.lifeline.explain.answer.ErrorAnswer;
import dev.lifeline.explain.naming.KnownAs;
import dev.lifeline.explain.source.LogEntry;
import dev.lifeline.file.AsciiJson;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JsonGenerator;

/// Writes explained errors as NDJSON in printable ASCII. Every field is always there; what a text does not tell is `null`.
final class ExplainJson {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final JsonGenerator json = AsciiJson.generator(out).writeStartObject();

    private ExplainJson() {
    }

    /// One error.
    ///
    /// @param entry the entry of a log that it stands in; `null` for a text of its own
    static String line(ErrorAnswer answer, LogEntry entry) {
        ExplainJson line = new ExplainJson();
        Explanation of = answer.of();
        line.json.writeStringProperty("stage", of.stage().label());
        line.json.writeArrayPropertyStart("alternatives");
        for (ErrorStage each : of.alternatives()) {
            line.json.writeString(each.label());
        }
        line.json.writeEndArray();
        line.text("code", of.code());
        line.text("operation", of.operation());
        line.site("local", of.local());
        line.site("remote", of.remote());
        line.text("runtime", of.runtime());
        line.json.writeStringProperty("confidence", of.confidence().label());
        line.json.writeArrayPropertyStart("words");
        for (Words each : of.words()) {
            line.json.writeString(each.text());
        }
        line.json.writeEndArray();
        line.text("apart", of.apart());
        line.text("because", of.because());
        line.names(answer.known());
        line.text("command", answer.trace());
        if (entry != null) {
            line.json.writeNumberProperty("line", entry.line());
            line.text("time", entry.time() == null ? null : entry.time().text());
        }
        return line.end();
    }

    /// A row of the table of names.
    static String row(KnownAs row) {
        ExplainJson line = new ExplainJson();
        line.text("stage", row.stage().label());
        line.text("code", row.code());
        line.text("meaning", ErrorAnswer.code(row.code()).text());
        line.names(row);
        return line.end();
    }

    private void names(KnownAs known) {
        if (known.nelType() == null) {
            json.writeNullProperty("nel");
        } else {
            json.writeObjectPropertyStart("nel");
            text("phase", known.nelPhase());
            text("type", known.nelType());
            json.writeEndObject();
        }
        text("proxy_status", known.proxyError());
        text("scenario", known.scenario());
    }

    private void site(String name, Site site) {
        if (site == null) {
            json.writeNullProperty(name);
            return;
        }
        json.writeObjectPropertyStart(name);
        text("host", site.host().isEmpty() ? null : site.host());
        if (site.port() == 0) {
            json.writeNullProperty("port");
        } else {
            json.writeNumberProperty("port", site.port());
        }
        json.writeEndObject();
    }

    private void text(String name, String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
    }

    private String end() {
        json.writeEndObject();
        json.writeRaw('\n');
        json.close();
        return out.toString(StandardCharsets.US_ASCII);
    }
}
