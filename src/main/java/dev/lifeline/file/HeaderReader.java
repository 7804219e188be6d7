package dev.lifeline.file;

import dev.lifeline.file.codec.CodecRow;
import dev.lifeline.file.codec.FieldReader;
import dev.lifeline.file.codec.HeaderRows;
import dev.lifeline.file.codec.JsonValues;
import dev.lifeline.file.codec.Pool;
import dev.lifeline.file.codec.value.LineMistake;
import dev.lifeline.model.TraceHeader;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads the first line.
final class HeaderReader {

    private HeaderReader() {
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
        if (!HeaderRows.Format.LIFELINE_TRACE.label().equals(format)) {
            throw new LineMistake("it is JSON, but not the header of a recording; "
                    + "give a file that was written with --record or --json, whole from its first line");
        }
        if (version == 0) {
            throw LineMistake.missing("version");
        }
        return version;
    }

    /// The header.
    ///
    /// @param json stands before the line
    /// @param row the line as the version of the recording has it
    static TraceHeader read(JsonParser json, FieldReader fields, CodecRow<TraceHeader> row) throws LineMistake {
        json.nextToken();
        fields.take(json);
        if (json.nextToken() != null) {
            throw new LineMistake("something follows the header in its line" + LineMistake.DAMAGED);
        }
        return fields.read(row);
    }
}
