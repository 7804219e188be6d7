package dev.lifeline.scenario.yaml;

import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.ScenarioException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads a file as a scenario. Nothing in the file is trusted: its size is bounded before it is parsed, and what it amounts to
/// after.
public final class ScenarioReader {

    /// No file is larger: some hundred times what a scenario needs.
    public static final int MAX_BYTES = 256 * 1024;

    /// The topic of scenarios that are not in the catalogue.
    public static final String OWN = "own";

    private static final String SUFFIX = ".yaml";

    private ScenarioReader() {
    }

    /// Reads a person's own file.
    ///
    /// @throws IOException where the file cannot be read
    /// @throws ScenarioException where it is no scenario: all that is wrong with it, with line and column
    public static Scenario read(Path file) throws IOException, ScenarioException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            // Never asked how large it is: /dev/zero says 0.
            bytes = in.readNBytes(MAX_BYTES + 1);
        }
        Path name = file.getFileName();
        String id = name == null ? file.toString() : name.toString();
        return read(bytes, file.toString(), id.endsWith(SUFFIX) ? id.substring(0, id.length() - SUFFIX.length()) : id, OWN);
    }

    /// Reads the bytes of a file.
    ///
    /// @param file its name, for messages
    /// @param id what the scenario is called
    /// @param topic what it belongs to
    /// @throws ScenarioException where it is no scenario: all that is wrong with it, with line and column
    public static Scenario read(byte[] bytes, String file, String id, String topic) throws ScenarioException {
        Problems problems = new Problems();
        Scenario scenario = read(bytes, id, topic, problems);
        if (problems.any()) {
            throw new ScenarioException(file, problems.inOrder(), problems.more());
        }
        return scenario;
    }

    private static Scenario read(byte[] bytes, String id, String topic, Problems problems) {
        if (bytes.length > MAX_BYTES) {
            problems.add(new Position(1, 1), "the file is larger than " + MAX_BYTES / 1024
                    + " KiB; no scenario needs so much; nothing of it was read");
            return null;
        }
        String text = decoded(bytes, problems);
        Yaml root = text == null ? null : YamlReader.read(text, problems);
        return root == null ? null : new FileShape(problems).read(root, id, topic, text);
    }

    private static String decoded(byte[] bytes, Problems problems) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            // A byte order mark says nothing in UTF-8, and some editors write it.
            in.position(3);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(in).toString();
        } catch (CharacterCodingException e) {
            int line = 1;
            for (int i = 0; i < in.position(); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            problems.add(new Position(line, 1), "this line is not UTF-8; save the file as UTF-8");
            return null;
        }
    }
}
