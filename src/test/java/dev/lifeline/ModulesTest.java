package dev.lifeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The private runtimes that the scripts make hold every module that the program and its libraries use: what is missing there is
/// missed by people only, for tests run on the whole JDK.
class ModulesTest {

    private static final Path SCRIPT = Path.of("scripts/trace-prepare.sh");

    @Test
    void theRuntimeHasWhatTheClassesUse() throws IOException {
        Set<String> missing = new TreeSet<>(used());
        missing.removeAll(Arrays.asList(listed().split(",")));
        assertEquals(Set.of(), missing, "jdeps finds these modules in use, and " + SCRIPT + " leaves them out");
    }

    private static String listed() throws IOException {
        try (Stream<String> lines = Files.lines(SCRIPT)) {
            return lines.filter(line -> line.startsWith("modules=")).findFirst().orElseThrow().substring("modules=".length());
        }
    }

    private static List<String> used() {
        List<String> words = new ArrayList<>(List.of("--multi-release", "25", "--print-module-deps", "--ignore-missing-deps"));
        words.add("--class-path");
        words.add(String.join(File.pathSeparator, libraries()));
        words.add("target/classes");
        StringWriter out = new StringWriter();
        int code = ToolProvider.findFirst("jdeps").orElseThrow().run(new PrintWriter(out), new PrintWriter(out), words.toArray(String[]::new));
        String last = out.toString().strip();
        assertEquals(0, code, last);
        List<String> modules = List.of(last.substring(last.lastIndexOf('\n') + 1).split(","));
        assertTrue(modules.contains("java.base"), last);
        return modules;
    }

    /// Those of the product among the libraries of the tests.
    private static List<String> libraries() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).filter(path -> path.endsWith(".jar"))
                .filter(path -> Stream.of("jansi-core", "jackson-core", "HdrHistogram", "snakeyaml-engine").anyMatch(path::contains)).toList();
    }
}
