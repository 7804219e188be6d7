package dev.lifeline.scenario;

import dev.lifeline.scenario.word.Literals;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The file that a new scenario begins with: a scenario that can be played as it stands, with comments that explain each word.
public final class Starter {

    private Starter() {
    }

    /// The text of a file to begin with.
    ///
    /// @param name what the scenario is to be called: small letters, digits and hyphens, a letter first
    /// @throws IllegalArgumentException where that is no name
    public static String text(String name) {
        if (!Literals.isName(name)) {
            throw new IllegalArgumentException("a scenario's name is made of small letters, digits and hyphens, a letter first, "
                    + Vocabulary.MAX_NAME + " at most");
        }
        try (InputStream in = Starter.class.getResourceAsStream("starter.yaml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("FILE", name + ".yaml");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
