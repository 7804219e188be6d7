package dev.lifeline.explain.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Contents of a line of JSON: the fields in which loggers write messages, errors and stacks, in their order, and the time.
final class JsonEntry {

    private static final Set<String> TEXTS = Set.of("message", "msg", "error", "err", "exception", "stack", "stacktrace", "cause", "reason",
            "detail", "details", "log", "event", "excinfo", "errorverbose", "errormessage", "exceptionmessage", "shortmessage", "fullmessage",
            "textpayload", "errmsg", "m", "x", "mt", "errorstack", "errorstacktrace", "exceptionstacktrace", "exceptionclass", "exceptiontype",
            "innerexception", "errors", "suppressed", "causes", "failure", "failurereason", "lasterror", "description", "title", "stderr", "output");
    /// Objects all of whose values belong to the error.
    private static final Set<String> ERRORS = Set.of("error", "err", "exception", "cause", "innerexception", "errors", "suppressed", "causes", "e",
            "failure", "attr");
    private static final Set<String> TIMES = Set.of("time", "timestamp", "ts", "t", "date", "datetime", "asctime", "eventtime", "realtimetimestamp",
            "timemillis", "instant");
    private static final Set<String> PLACES = Set.of("code", "errno", "syscall", "address", "port", "hostname", "host", "localaddress", "localport",
            "remoteaddress", "remoteport");
    private static final int DEEPEST = 3;
    private static final int MOST_TEXTS = 64;
    private static final long LATEST_IN_SECONDS = 100_000_000_000L;
    private static final long THOUSAND = 1000;

    private final List<String> texts = new ArrayList<>();
    private LogTime time;

    private JsonEntry() {
    }

    /// Reads the JSON in a text, which may follow a few words; `null` where there is none, or it says nothing.
    static JsonEntry in(String text) {
        int brace = text.indexOf('{');
        int quote = brace < 0 ? -1 : next(text, brace + 1);
        if (quote < 0 || text.charAt(quote) != '"' || text.lastIndexOf('\n', brace) >= 0) {
            return null;
        }
        JsonEntry entry = new JsonEntry();
        String before = text.substring(0, brace).strip();
        int length = entry.texts.size();
        entry.read(text.substring(brace), 0);
        if (entry.texts.size() == length) {
            return null;
        }
        if (!before.isEmpty()) {
            entry.texts.addFirst(before);
        }
        return entry;
    }

    private static int next(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at < text.length() ? at : -1;
    }

    String text() {
        StringBuilder joined = new StringBuilder();
        for (String text : texts) {
            joined.append(joined.isEmpty() ? "" : "\n").append(text);
        }
        return joined.toString();
    }

    LogTime time() {
        return time;
    }

    private void read(String json, int depth) {
        try (JsonParser parser = Factory.JSON.createParser(ObjectReadContext.empty(), json)) {
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                object(parser, false, depth);
            }
        } catch (JacksonException e) {
            // Cut, or only like JSON: what was read until here is told.
        }
    }

    /// @param told whether all its values belong to an error
    private void object(JsonParser parser, boolean told, int depth) {
        String key = "";
        for (JsonToken token = parser.nextToken(); token != null && token != JsonToken.END_OBJECT; token = parser.nextToken()) {
            switch (token) {
                case PROPERTY_NAME -> key = plain(parser.currentName());
                case VALUE_STRING -> string(key, parser.getString(), told, depth);
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(key, parser, told);
                case START_OBJECT -> object(parser, told && !key.equals("headers") || ERRORS.contains(key), depth);
                case START_ARRAY -> array(key, parser, told, depth);
                default -> {
                }
            }
        }
    }

    private void array(String key, JsonParser parser, boolean told, int depth) {
        boolean inside = told || ERRORS.contains(key);
        for (JsonToken token = parser.nextToken(); token != null && token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            switch (token) {
                case VALUE_STRING -> string(key, parser.getString(), told, depth);
                case START_OBJECT -> object(parser, inside, depth);
                case START_ARRAY -> array(key, parser, told, depth);
                default -> {
                }
            }
        }
    }

    private void string(String key, String value, boolean told, int depth) {
        if (TEXTS.contains(key)) {
            text(value, depth);
        } else if (told && PLACES.contains(key)) {
            // As Node.js shows the fields of an error.
            add("  " + key + ": '" + value + "',");
        } else if (time == null && (TIMES.contains(key) || key.equals("$date"))) {
            time = LogTimes.of(value);
            time = time == null && !value.isEmpty() && value.length() < 20 && value.chars().allMatch(c -> c >= '0' && c <= '9')
                    ? epoch(value, Double.parseDouble(value)) : time;
        } else if (told) {
            text(value, depth);
        }
    }

    private void text(String value, int depth) {
        int first = next(value, 0);
        if (first >= 0 && value.charAt(first) == '{' && depth < DEEPEST) {
            int before = texts.size();
            read(value.substring(first), depth + 1);
            if (texts.size() > before) {
                return;
            }
        }
        add(value.stripTrailing());
    }

    /// Keeps a text, unless another has it in it: a stack begins with its message.
    private void add(String value) {
        if (value.isBlank() || texts.size() == MOST_TEXTS) {
            return;
        }
        int place = texts.size();
        for (int i = texts.size() - 1; i >= 0; i--) {
            if (texts.get(i).contains(value)) {
                return;
            }
            if (value.contains(texts.get(i))) {
                texts.remove(i);
                place = i;
            }
        }
        texts.add(place, value);
    }

    private void number(String key, JsonParser parser, boolean told) {
        if (told && PLACES.contains(key)) {
            add("  " + key + ": " + parser.getString() + ",");
        } else if (time == null && TIMES.contains(key)) {
            String value = parser.getString();
            time = value.length() > 40 ? null : epoch(value, Double.parseDouble(value));
        }
    }

    /// Seconds, or thousandths, millionths and so on of them, by how large it is.
    private static LogTime epoch(String text, double value) {
        double seconds = value;
        while (seconds > LATEST_IN_SECONDS) {
            seconds /= THOUSAND;
        }
        return seconds < THOUSAND * THOUSAND ? null : new LogTime(text, Math.round(seconds * THOUSAND));
    }

    /// A key without case and signs: `@timestamp`, `stack_trace`, `error.message`.
    private static String plain(String key) {
        StringBuilder plain = new StringBuilder(key.length());
        for (int i = 0; i < key.length(); i++) {
            char c = key.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                plain.append((char) (c + 32));
            } else if (c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '$') {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /// Its own class, so that a log without JSON does not load it.
    private static final class Factory {

        private static final JsonFactory JSON = new JsonFactory();
    }
}
