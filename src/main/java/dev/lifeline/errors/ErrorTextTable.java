package dev.lifeline.errors;

import dev.lifeline.model.ErrorCode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// The error texts of other languages. Its own class, so that the resource is read only when one is met; immutable after that.
final class ErrorTextTable {

    private static final String RESOURCE = "error-texts.tsv";
    private static final Map<String, ErrorCode> CODES = read();

    private ErrorTextTable() {
    }

    /// The code of a text, whole; UNKNOWN where the table does not have it.
    static ErrorCode code(String text) {
        return CODES.getOrDefault(text, ErrorCode.UNKNOWN);
    }

    /// The whole table.
    static Map<String, ErrorCode> all() {
        return CODES;
    }

    private static Map<String, ErrorCode> read() {
        Map<String, ErrorCode> codes = new HashMap<>(2048);
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(ErrorTextTable.class.getResourceAsStream(RESOURCE), RESOURCE), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                int tab = line.indexOf('\t');
                if (tab > 0 && line.charAt(0) != '#') {
                    codes.put(line.substring(tab + 1), ErrorCode.valueOf(line.substring(0, tab)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
        return codes;
    }
}
