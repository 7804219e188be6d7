package dev.lifeline.explain.naming;

import dev.lifeline.explain.ErrorStage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The table of names, read the first time that somebody asks. Immutable after that; any thread.
public final class NameTable {

    /// The code of a row that stands for every code of its stage without a row.
    public static final String ANY = "*";

    private static final String RESOURCE = "names.txt";
    private static final String NONE = "-";
    private static final int COLUMNS = 5;

    private static List<KnownAs> rows;

    private NameTable() {
    }

    /// All rows, in the order of the stages.
    public static synchronized List<KnownAs> rows() {
        if (rows == null) {
            rows = List.copyOf(read());
        }
        return rows;
    }

    /// The row of an error; one without names where the table has none.
    ///
    /// @param code may be `null`
    public static KnownAs of(ErrorStage stage, String code) {
        KnownAs any = null;
        for (KnownAs row : rows()) {
            if (row.stage() == stage && row.code().equals(code)) {
                return row;
            }
            any = row.stage() == stage && row.code().equals(ANY) ? row : any;
        }
        return any == null ? new KnownAs(stage, ANY, null, null, null) : any;
    }

    private static List<KnownAs> read() {
        List<KnownAs> read = new ArrayList<>();
        try (InputStream in = NameTable.class.getResourceAsStream(RESOURCE)) {
            String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
            int end;
            for (int from = 0; from < text.length(); from = end + 1) {
                end = text.indexOf('\n', from);
                if (end > from && text.charAt(from) != '#') {
                    read.add(row(text.substring(from, end)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE, e);
        }
        return read;
    }

    private static KnownAs row(String line) {
        String[] words = new String[COLUMNS];
        int from = 0;
        for (int i = 0; i < COLUMNS; i++) {
            while (line.charAt(from) == ' ') {
                from++;
            }
            int end = line.indexOf(' ', from);
            end = end < 0 ? line.length() : end;
            String word = line.substring(from, end);
            words[i] = word.equals(NONE) ? null : word;
            from = end;
        }
        return new KnownAs(stage(words[0]), words[1], words[2], words[3], words[4]);
    }

    private static ErrorStage stage(String label) {
        for (ErrorStage stage : ErrorStage.values()) {
            if (stage.label().equals(label)) {
                return stage;
            }
        }
        throw new IllegalArgumentException("no stage " + label);
    }
}
