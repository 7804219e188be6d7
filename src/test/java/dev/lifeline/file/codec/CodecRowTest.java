package dev.lifeline.file.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.lifeline.file.AsciiJson;
import dev.lifeline.file.codec.value.LineMistake;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// A mistake in a row shows itself at its first use.
class CodecRowTest {

    private static final Field ONE = Field.size("one", "The first.");
    private static final Field TWO = Field.text("two", "The second.").optional();

    /// Writes and reads two fields, and only as many as it is told.
    private static final class Pair extends CodecRow<String> {

        private final boolean both;

        Pair(boolean both, Field... fields) {
            super("pair", "Two fields.", fields);
            this.both = both;
        }

        @Override
        void write(String value, FieldWriter out) {
            out.whole(7);
            if (both) {
                out.text(value);
            }
        }

        @Override
        String read(FieldReader in) throws LineMistake {
            return in.whole() + (both ? in.text() : "");
        }
    }

    @Test
    void aRowThatHandsOverEachOfItsFieldsComesBack() throws LineMistake {
        assertEquals("{\"type\":\"pair\",\"one\":7,\"two\":\"x\"}", written(new Pair(true, ONE, TWO), "x"));
        assertEquals("{\"type\":\"pair\",\"one\":7}", written(new Pair(true, ONE, TWO), null));
        assertEquals("7x", read(new Pair(true, ONE, TWO), "{\"two\":\"x\",\"one\":7,\"three\":[]}"));
        assertEquals("7null", read(new Pair(true, ONE, TWO), "{\"two\":null,\"one\":7}"));
    }

    @Test
    void aRowThatForgetsAFieldFails() {
        Pair row = new Pair(false, ONE, TWO);
        assertThrows(IllegalStateException.class, () -> written(row, "x"));
        assertThrows(IllegalStateException.class, () -> read(row, "{\"two\":\"x\",\"one\":7}"));
    }

    @Test
    void aRowThatHandsOverMoreThanItsFieldsFails() {
        Pair row = new Pair(true, ONE);
        assertThrows(IndexOutOfBoundsException.class, () -> written(row, "x"));
        assertThrows(IndexOutOfBoundsException.class, () -> read(row, "{\"one\":7}"));
    }

    @Test
    void aNameIsStoredAlikeInAllRows() {
        Field number = Field.size("two", "A number here.");
        assertThrows(IllegalArgumentException.class, () -> reader(new Pair(true, ONE, TWO), new Pair(true, ONE, number)));
    }

    private static String written(CodecRow<String> row, String value) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (var json = AsciiJson.generator(out)) {
            new FieldWriter(json).line(row, value);
        }
        return out.toString(StandardCharsets.US_ASCII);
    }

    private static String read(CodecRow<String> row, String text) throws LineMistake {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), bytes)) {
            json.nextToken();
            FieldReader reader = reader(row);
            reader.take(json);
            return reader.read(row);
        }
    }

    private static FieldReader reader(CodecRow<?>... rows) {
        return FieldReader.of(new JsonFactory(), new Pool(), List.of(rows));
    }
}
