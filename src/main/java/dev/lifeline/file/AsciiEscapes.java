package dev.lifeline.file;

import tools.jackson.core.SerializableString;
import tools.jackson.core.io.CharacterEscapes;

/// The escapes of JSON and DEL: with them a recording shown by `cat` cannot steer a terminal. What lies above DEL is escaped by
/// the generator itself.
final class AsciiEscapes extends CharacterEscapes {

    private static final long serialVersionUID = 1L;
    private static final int DEL = 0x7F;

    private final int[] escapes = standardAsciiEscapesForJSON();

    AsciiEscapes() {
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
