package dev.lifeline.file;

import dev.lifeline.file.codec.EnumWords;
import dev.lifeline.file.codec.JsonValues;
import dev.lifeline.file.codec.Pool;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.TraceHeader.PlannedStage;
import dev.lifeline.model.TraceHeader.SourceStatus;
import dev.lifeline.text.Quoted;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads the first line. [HeaderLine] is its inverse.
final class HeaderReader {

    private final Pool pool;
    private String tool;
    private String target;
    private String mode;
    private String origin;
    private String clock;
    private Map<String, String> host;
    private List<SourceStatus> sources;
    private List<PlannedStage> plan;
    private int connections = -1;

    private HeaderReader(Pool pool) {
        this.pool = pool;
    }

    /// The version of the format that the line states, without a look at what another version may mean by the rest.
    ///
    /// @param json stands before the line
    static long version(JsonParser json, Pool pool) throws LineMistake {
        String format = null;
        long version = 0;
        if (json.nextToken() == JsonToken.START_OBJECT) {
            while (json.nextToken() != JsonToken.END_OBJECT) {
                String name = json.currentName();
                JsonToken token = json.nextToken();
                if ("format".equals(name) && token == JsonToken.VALUE_STRING) {
                    format = pool.text(json);
                } else if ("version".equals(name)) {
                    version = JsonValues.inRange(JsonValues.whole(json, name), name, 1, Integer.MAX_VALUE);
                } else {
                    json.skipChildren();
                }
            }
        }
        if (!HeaderLine.FORMAT.equals(format)) {
            throw new LineMistake("it is JSON, but not the header of a recording; "
                    + "give a file that was written with --record or --json, whole from its first line");
        }
        if (version == 0) {
            throw LineMistake.missing("version");
        }
        return version;
    }

    /// The header of version 1.
    ///
    /// @param json stands before the line
    static TraceHeader read(JsonParser json, Pool pool) throws LineMistake {
        HeaderReader reader = new HeaderReader(pool);
        json.nextToken();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            reader.take(name, json);
        }
        if (json.nextToken() != null) {
            throw new LineMistake("something follows the header in its line" + LineMistake.DAMAGED);
        }
        return reader.header();
    }

    private void take(String name, JsonParser json) throws LineMistake {
        switch (name) {
            case "tool" -> tool = text(json, name);
            case "target" -> target = text(json, name);
            case "mode" -> mode = text(json, name);
            case "origin" -> origin = text(json, name);
            case "clock" -> clock = text(json, name);
            case "connections" -> connections = JsonValues.count(json, name, Integer.MAX_VALUE);
            case "host" -> host = texts(json, name);
            case "sources" -> sources = JsonValues.list(json, name, pool, this::source);
            case "plan" -> plan = JsonValues.list(json, name, pool, this::planned);
            default -> json.skipChildren();
        }
    }

    private TraceHeader header() throws LineMistake {
        return new TraceHeader(required("tool", tool), required("target", target),
                EnumWords.MODES.meaning("mode", required("mode", mode)), instant(required("origin", origin)),
                required("clock", clock), required("host", host), required("sources", sources), required("plan", plan),
                required("connections", connections < 0 ? null : connections));
    }

    private SourceStatus source(JsonParser json) throws LineMistake {
        JsonValues.expect(JsonToken.START_OBJECT, json, "sources", "a list of objects");
        String name = null;
        Boolean available = null;
        String reason = null;
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String part = json.currentName();
            json.nextToken();
            switch (part) {
                case "name" -> name = text(json, part);
                case "available" -> available = JsonValues.flag(json, part);
                case "reason" -> reason = text(json, part);
                default -> json.skipChildren();
            }
        }
        return new SourceStatus(required("name", name), required("available", available), required("reason", reason));
    }

    private PlannedStage planned(JsonParser json) throws LineMistake {
        Map<String, String> parts = texts(json, "plan");
        return new PlannedStage(EnumWords.LANES.meaning("lane", required("lane", parts.get("lane"))),
                EnumWords.STAGES.meaning("stage", required("stage", parts.get("stage"))));
    }

    private Map<String, String> texts(JsonParser json, String field) throws LineMistake {
        JsonValues.expect(JsonToken.START_OBJECT, json, field, "an object");
        Map<String, String> texts = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            texts.put(name, text(json, name));
        }
        return texts;
    }

    private String text(JsonParser json, String field) throws LineMistake {
        return JsonValues.text(json, field, pool);
    }

    private static Instant instant(String text) throws LineMistake {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new LineMistake("the field \"origin\" is " + Quoted.content(text, LineMistake.LONGEST_QUOTE) + ", and must be a time like 2026-11-20T19:54:00Z"
                    + LineMistake.DAMAGED);
        }
    }

    private static <T> T required(String field, T value) throws LineMistake {
        if (value == null) {
            throw LineMistake.missing(field);
        }
        return value;
    }
}
