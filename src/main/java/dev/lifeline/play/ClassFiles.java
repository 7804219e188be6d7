package dev.lifeline.play;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.stream.Stream;

/// Loads classes ahead: without descriptors none can be loaded from a folder of class files, as it is while this program is being
/// developed. A jar is open already.
final class ClassFiles {

    private static final String[] PACKAGES = {"text", "model", "errors", "record", "race", "client", "server", "observe", "linux",
            "run", "play", "net", "scenario", "step", "wording", "analysis", "view", "diagnosis", "glossary", "file", "terminal"};

    private ClassFiles() {
    }

    /// Loads what a play may need, where that takes descriptors.
    static void loadAll() {
        CodeSource source = ClassFiles.class.getProtectionDomain().getCodeSource();
        try {
            Path root = source == null ? null : Path.of(source.getLocation().toURI());
            if (root != null && Files.isDirectory(root)) {
                for (String each : PACKAGES) {
                    load(root, root.resolve("dev/lifeline").resolve(each));
                }
            }
        } catch (IOException | URISyntaxException | IllegalArgumentException e) {
            // Then classes are loaded when they are needed.
        }
    }

    private static void load(Path root, Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String name = root.relativize(file).toString();
                if (name.endsWith(".class") && !name.contains("Test") && !name.endsWith("-info.class")) {
                    touch(name.substring(0, name.length() - 6).replace('/', '.'));
                }
            }
        }
    }

    private static void touch(String name) {
        try {
            Class.forName(name, false, ClassFiles.class.getClassLoader()).getDeclaredMethods();
        } catch (ClassNotFoundException | LinkageError e) {
            // One that is not for this machine.
        }
    }
}
