package dev.lifeline.cli.command;

import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.report.TraceSinks;
import dev.lifeline.scenario.Catalogue;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.ScenarioException;
import dev.lifeline.scenario.yaml.ScenarioReader;
import dev.lifeline.text.Quoted;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// From a word of the command line to a scenario: the catalogue's where it is the name of one, else a file.
final class ScenarioFinder {

    private ScenarioFinder() {
    }

    /// Reads what the word names.
    ///
    /// @throws UsageException where there is no such scenario, or the file cannot be read
    /// @throws ScenarioException where the file is no scenario
    static Scenario find(String word) throws UsageException, ScenarioException {
        try {
            if (Catalogue.topicOf(word) != null) {
                return Catalogue.read(word);
            }
            check(word);
            Path file = Path.of(word);
            if (Files.isDirectory(file)) {
                throw new UsageException(Quoted.typed(word) + " is a folder: name the file in it");
            }
            return ScenarioReader.read(file);
        } catch (InvalidPathException e) {
            throw new UsageException(unknown(word));
        } catch (java.nio.file.NoSuchFileException e) {
            throw new UsageException("there is no file " + Quoted.typed(word) + ": check the path, "
                    + "or see trace scenarios for those built in");
        } catch (IOException e) {
            throw new UsageException(Quoted.typed(word) + " cannot be read: " + TraceSinks.reason(e));
        }
    }

    /// Gives the word where it is the path of a file; `null` where it is a name of the catalogue.
    static String file(String word) {
        return Catalogue.topicOf(word) == null ? word : null;
    }

    /// Refuses a word that is neither a name of the catalogue nor like a file's.
    static void check(String word) throws UsageException {
        try {
            if (Catalogue.topicOf(word) == null && !looksLikeFile(word) && !Files.exists(Path.of(word))) {
                throw new UsageException(unknown(word));
            }
        } catch (InvalidPathException e) {
            throw new UsageException(unknown(word));
        }
    }

    private static boolean looksLikeFile(String word) {
        return word.endsWith(".yaml") || word.endsWith(".yml") || word.indexOf('/') >= 0 || word.indexOf('\\') >= 0;
    }

    /// Message for a word that is neither a name of the catalogue nor a file.
    private static String unknown(String word) {
        for (Catalogue.Topic topic : Catalogue.topics()) {
            if (topic.name().equals(word)) {
                return word + " is a topic of " + topic.ids().size() + " scenarios: trace run --all --topic " + word + " plays them, trace scenarios " + word
                        + " lists them";
            }
        }
        return notThere(word) + "; a file of your own ends with .yaml";
    }

    /// Message for a name that the catalogue does not have.
    static String notThere(String word) {
        String nearest = Catalogue.nearest(word);
        return "there is no scenario " + Quoted.typed(word) + (nearest == null ? "" : " (did you mean " + nearest + "?)")
                + ": trace scenarios lists them";
    }
}
