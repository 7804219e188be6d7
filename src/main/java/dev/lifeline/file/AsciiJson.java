package dev.lifeline.file;

import java.io.OutputStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/// Makes generators of JSON in printable ASCII: shown by `cat`, it cannot steer a terminal.
public final class AsciiJson {

    private static final JsonFactory FACTORY = JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .characterEscapes(new DelToo()).rootValueSeparator("").build();

    private AsciiJson() {
    }

    /// A generator that puts nothing between two values.
    ///
    /// @param out gets whole buffers; memory is best
    public static JsonGenerator generator(OutputStream out) {
        return FACTORY.createGenerator(ObjectWriteContext.empty(), out);
    }

    /// The escapes of JSON and DEL. What lies above DEL is escaped by the generator itself.
    private static final class DelToo extends CharacterEscapes {

        private static final long serialVersionUID = 1L;
        private static final int DEL = 0x7F;

        private final int[] escapes = standardAsciiEscapesForJSON();

        DelToo() {
            escapes[DEL] = ESCAPE_STANDARD;
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return escapes;
        }

        @Override
        public SerializableString getEscapeSequence(int character) {
            return null;
        }
    }
}
