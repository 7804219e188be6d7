package dev.lifeline.file.codec;

import dev.lifeline.file.codec.value.LineMistake;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.InputCoercionException;

/// Takes the value that the parser stands on, if it is of the type that is wanted.
public final class JsonValues {

    private static final int REFERENCE_BYTES = 16;

    private JsonValues() {
    }

    public static String text(JsonParser json, String field, Pool pool) throws LineMistake {
        expect(JsonToken.VALUE_STRING, json, field, "a text");
        return pool.text(json);
    }

    public static long whole(JsonParser json, String field) throws LineMistake {
        expect(JsonToken.VALUE_NUMBER_INT, json, field, "a whole number");
        try {
            return json.getLongValue();
        } catch (InputCoercionException e) {
            throw LineMistake.outOfRange(field, json.getString(), Long.MIN_VALUE, Long.MAX_VALUE);
        }
    }

    public static long inRange(long value, String field, long from, long to) throws LineMistake {
        if (value < from || value > to) {
            throw LineMistake.outOfRange(field, Long.toString(value), from, to);
        }
        return value;
    }

    public static boolean flag(JsonParser json, String field) throws LineMistake {
        return switch (json.currentToken()) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            default -> throw LineMistake.wrongType(field, "true or false", name(json.currentToken()));
        };
    }

    /// Reads one element or field value; the parser stands on it.
    public interface Element<T> {
        T read(JsonParser json) throws LineMistake;
    }

    public static <T> List<T> list(JsonParser json, String field, Pool pool, Element<T> element) throws LineMistake {
        expect(JsonToken.START_ARRAY, json, field, "a list");
        List<T> elements = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            elements.add(element.read(json));
            pool.weigh(REFERENCE_BYTES);
        }
        return elements;
    }

    /// The texts of an object by their names, in the order in which they come.
    static Map<String, String> namedTexts(JsonParser json, String field, Pool pool) throws LineMistake {
        expect(JsonToken.START_OBJECT, json, field, "an object");
        Map<String, String> texts = new LinkedHashMap<>();
        while (json.nextToken() != JsonToken.END_OBJECT) {
            String name = json.currentName();
            json.nextToken();
            texts.put(name, text(json, name, pool));
        }
        return texts;
    }

    public static void expect(JsonToken wanted, JsonParser json, String field, String name) throws LineMistake {
        if (json.currentToken() != wanted) {
            throw LineMistake.wrongType(field, name, name(json.currentToken()));
        }
    }

    private static String name(JsonToken token) {
        return switch (token) {
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT -> "a whole number";
            case VALUE_NUMBER_FLOAT -> "a number with a fraction";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "null";
            case START_ARRAY -> "a list";
            case START_OBJECT -> "an object";
            case END_ARRAY, END_OBJECT, PROPERTY_NAME, NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT -> "nothing";
        };
    }
}
