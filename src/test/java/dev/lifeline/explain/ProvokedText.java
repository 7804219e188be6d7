package dev.lifeline.explain;

import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// A text that a real client or server wrote when `scripts/provoke` had it meet a fault.
///
/// @param stages the one that was induced, then those that are as true of the text
/// @param runtime whose text it is
/// @param client what asked, with its version
/// @param fault the name of the fault in `scripts/provoke.d`
/// @param text what it wrote
record ProvokedText(List<ErrorStage> stages, String runtime, String client, String fault, String text) {

    ProvokedText {
        stages = List.copyOf(stages);
    }

    ErrorStage induced() {
        return stages.getFirst();
    }

    /// All texts of a file: `@ STAGES · RUNTIME · CLIENT VERSION · FAULT · TELL`, then its lines, each behind a bar.
    static List<ProvokedText> read(String name) {
        List<ProvokedText> texts = new ArrayList<>();
        try (InputStream in = ProvokedText.class.getResourceAsStream(name + ".txt")) {
            assertNotNull(in, name);
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            String[] head = null;
            StringBuilder text = new StringBuilder();
            for (String line = lines.readLine(); ; line = lines.readLine()) {
                if (line != null && line.startsWith("|")) {
                    text.append(text.isEmpty() ? "" : "\n").append(line, 1, line.length());
                    continue;
                }
                if (head != null) {
                    texts.add(of(head, text.toString()));
                }
                if (line == null) {
                    return texts;
                }
                head = line.substring(2).split(" · ");
                text.setLength(0);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProvokedText of(String[] head, String text) {
        List<ErrorStage> stages = Arrays.stream(head[0].split(",")).map(s -> ErrorStage.valueOf(s.toUpperCase(Locale.ROOT))).toList();
        return new ProvokedText(stages, head[1], head[2], head[3], text);
    }
}
