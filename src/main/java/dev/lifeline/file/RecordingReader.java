package dev.lifeline.file;

import dev.lifeline.file.codec.CodecRow;
import dev.lifeline.file.codec.FieldReader;
import dev.lifeline.file.codec.HeaderRows;
import dev.lifeline.file.codec.LineRows;
import dev.lifeline.file.codec.Pool;
import dev.lifeline.file.codec.Version1;
import dev.lifeline.file.codec.value.LineMistake;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;

/// Reads the lines of one recording from the first to the last, in one pass and without building trees.
final class RecordingReader implements AutoCloseable {

    /// About what an event takes in memory beside its texts: envelope, body, and its places in lists.
    private static final int EVENT_BYTES = 128;

    private final LineInput lines;
    private final long memory;
    private final JsonFactory factory = JsonFactory.builder().disable(TokenStreamFactory.Feature.CHARSET_DETECTION).build();
    private final Pool pool = new Pool();
    private final ArrayList<TraceEvent> events = new ArrayList<>();
    private CodecRow<TraceEvent> eventRow;
    private FieldReader fields;
    private JsonParser json;
    private Verdict verdict;
    private OptionalLong wallNanos = OptionalLong.empty();

    /// @param memory bytes that the events may take, about
    RecordingReader(LineInput lines, long memory) {
        this.lines = lines;
        this.memory = memory;
    }

    /// Reads all lines.
    ///
    /// @throws LineMistake at the line that the input stands on
    Recording read() throws IOException, LineMistake {
        TraceHeader header = header();
        boolean whole = true;
        while (whole && lines.next()) {
            whole = line();
        }
        if (whole && json != null) {
            requireNothingMore();
        }
        boolean complete = verdict != null || wallNanos.isPresent();
        return new Recording(new Trace(header, events, complete), Optional.ofNullable(verdict), wallNanos);
    }

    @Override
    public void close() {
        if (json != null) {
            json.close();
        }
    }

    private TraceHeader header() throws IOException, LineMistake {
        if (!lines.next()) {
            throw new LineMistake("it is empty; the run that wrote it ended before its first line: record again");
        }
        if (lines.startsWith(0xFF, 0xFE) || lines.startsWith(0xFE, 0xFF)) {
            throw new LineMistake("it is UTF-16 text, as PowerShell's > writes it; record with --record FILE instead");
        }
        byte[] line = lines.line(lines.startsWith(0xEF, 0xBB, 0xBF) ? 3 : 0);
        try (JsonParser first = parser(line); JsonParser second = parser(line)) {
            long version = HeaderReader.version(first, pool);
            if (version > TraceWriter.VERSION) {
                throw new LineMistake("version " + version + " was written by a newer trace, and this one reads versions up to "
                        + TraceWriter.VERSION + "; update trace, or replay with the one that recorded");
            }
            eventRow = version == 1 ? new Version1() : LineRows.EVENT;
            CodecRow<TraceHeader> row = version == 1 ? Version1.header() : HeaderRows.HEADER;
            fields = LineRows.reader(factory, pool, row, eventRow);
            return HeaderReader.read(second, fields, row);
        } catch (JacksonException e) {
            throw new LineMistake(lines.terminated() || line[0] != '{'
                    ? "it is not JSON, so this is not a recording; give a file that was written with --record or --json"
                    : "the file breaks off inside its first line, so nothing of the trace is in it; record again");
        }
    }

    private JsonParser parser(byte[] line) {
        return factory.createParser(ObjectReadContext.empty(), line);
    }

    /// Reads one line.
    ///
    /// @return `false` where it is the last and breaks off
    private boolean line() throws LineMistake {
        try {
            if (json == null) {
                json = factory.createParser(ObjectReadContext.empty(), lines);
            }
            JsonToken token = json.nextToken();
            if (lines.delivered() != lines.number()) {
                throw twoValues();
            }
            if (token != JsonToken.START_OBJECT) {
                throw new LineMistake("it is not a JSON object" + LineMistake.DAMAGED);
            }
            fields.take(json);
        } catch (JacksonException e) {
            if (lines.terminated() || lines.delivered() != lines.number()) {
                throw new LineMistake("it is not a whole JSON object" + LineMistake.DAMAGED);
            }
            return false;
        }
        understand(fields.read(LineRows.TYPE));
        return true;
    }

    /// Looks behind the object of the last line: the parser only sees something there when it is asked to go on.
    private void requireNothingMore() throws LineMistake {
        try {
            if (json.nextToken() != null) {
                throw twoValues();
            }
        } catch (JacksonException e) {
            throw twoValues();
        }
    }

    private void understand(String type) throws LineMistake {
        switch (type) {
            case "event" -> event();
            // Found again from the events by whoever wants them. Only version 1 has a line for the scenario.
            case "summary", "lag", "scenario", "finding" -> requireOpen(type);
            case "verdict" -> {
                requireOpen(type);
                verdict = fields.read(LineRows.VERDICT);
            }
            case "end" -> end();
            case "header" -> throw new LineMistake("a second header; the file holds two recordings: split it before this line");
            default -> throw LineMistake.unknownKind("line", type);
        }
    }

    private void event() throws LineMistake {
        requireOpen("event");
        TraceEvent event = fields.read(eventRow);
        if (!events.isEmpty() && event.sequence() <= events.getLast().sequence()) {
            throw new LineMistake("event " + event.sequence() + " comes after event " + events.getLast().sequence()
                    + LineMistake.DAMAGED);
        }
        if ((events.size() + 1L) * EVENT_BYTES + pool.weight() > memory) {
            throw new LineMistake("the events up to here fill the memory of this program; give Java more (-Xmx), or cut the "
                    + "file here");
        }
        events.add(event);
    }

    private void end() throws LineMistake {
        if (wallNanos.isPresent()) {
            throw new LineMistake("a second end" + LineMistake.DAMAGED);
        }
        LineRows.End end = fields.read(LineRows.END);
        if (end.events() != events.size()) {
            throw new LineMistake(end.events() + " events were written, and " + events.size() + " are here" + LineMistake.DAMAGED);
        }
        wallNanos = OptionalLong.of(end.wallNanos());
    }

    private void requireOpen(String type) throws LineMistake {
        if (verdict != null || wallNanos.isPresent()) {
            throw new LineMistake("this " + type + " comes after the end of the recording" + LineMistake.DAMAGED);
        }
    }

    private static LineMistake twoValues() {
        return new LineMistake("something follows the JSON object in its line" + LineMistake.DAMAGED);
    }
}
