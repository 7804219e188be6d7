package dev.lifeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.TraceEvent;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds the code to the rules of its design: it reads what was compiled, so nobody has to remember them.
class ArchitectureTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final Path TEST = Path.of("src/test/java");
    private static final int MAX_LINES = 400;
    private static final int MAX_FILES_IN_A_FOLDER = 30;
    private static final int MAX_TEST_RESOURCES = 250;
    private static final Pattern VAGUE_BEGINNING = Pattern.compile(" */// (What|Whether|Who|Whose|So many|One who)\\b.*");

    /// Whatever writes to the standard streams can spoil a terminal or the data of another program.
    private static final Set<String> STANDARD_STREAMS = Set.of("java.lang.System.out", "java.lang.System.err",
            "java.lang.System.setOut", "java.lang.System.setErr", "java.lang.Throwable.printStackTrace");
    private static final Set<String> SLEEPS = Set.of("java.lang.Thread.sleep", "java.util.concurrent.TimeUnit.sleep");

    @Test
    void packagesUseOnlyWhatTheTableAllows() throws Exception {
        assertEquals(List.of(), Layers.forbiddenUses(mainClasses()));
    }

    @Test
    void aRecordingIsShownWithoutSocketsOrKernel() throws Exception {
        assertEquals(List.of(), Layers.waysFromOfflineToProbes(mainClasses()));
    }

    @Test
    void onlyCliAndTerminalWriteToTheStandardStreams() throws Exception {
        List<ClassFacts> others = mainClasses().stream().filter(one -> !Set.of("cli", "terminal").contains(one.layer())).toList();

        assertEquals(List.of(), touching(others, STANDARD_STREAMS));
    }

    @Test
    void noTestSleeps() throws Exception {
        assertEquals(List.of(), touching(ClassFacts.in(folderOf(ArchitectureTest.class)), SLEEPS));
    }

    @Test
    void everyTestIsInAPackageOfTheProduct() throws IOException {
        List<Path> misplaced = sources(TEST).stream().filter(file -> file.toString().matches(".*(Test|IT)\\.java"))
                .map(file -> TEST.relativize(file).getParent())
                .filter(folder -> !Files.isDirectory(MAIN.resolve(folder)))
                .distinct().toList();

        // Situations are about the program as a whole.
        assertEquals(List.of(Path.of("dev", "lifeline", "situation")), misplaced);
    }

    @Test
    void sourceFilesAreSmall() throws IOException {
        List<String> tooLong = new ArrayList<>();
        List<Integer> lengths = new ArrayList<>();
        for (Path file : Stream.concat(sources(MAIN).stream(), sources(TEST).stream()).toList()) {
            int lines = Files.readAllLines(file).size();
            if (file.startsWith(MAIN)) {
                lengths.add(lines);
            }
            if (lines > MAX_LINES) {
                tooLong.add(file + " has " + lines + " lines");
            }
        }
        lengths.sort(null);
        System.out.println(lengths.size() + " source files, median " + lengths.get(lengths.size() / 2) + " lines, longest "
                + lengths.getLast());

        assertEquals(List.of(), tooLong);
    }

    @Test
    void foldersAreSmall() throws IOException {
        Map<Path, Integer> sizes = new TreeMap<>();
        for (Path file : Stream.concat(sources(MAIN).stream(), sources(TEST).stream()).toList()) {
            sizes.merge(file.getParent(), 1, Integer::sum);
        }
        sizes.values().removeIf(size -> size <= MAX_FILES_IN_A_FOLDER);

        assertEquals(Map.of(), sizes);
    }

    @Test
    void goldensAreFew() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources"))) {
            assertTrue(files.filter(Files::isRegularFile).count() <= MAX_TEST_RESOURCES, "join what belongs together in one file");
        }
    }

    @Test
    void noTwoClassesHaveTheSameName() throws IOException {
        Map<String, List<Path>> byName = new TreeMap<>();
        for (Path file : sources(MAIN)) {
            byName.computeIfAbsent(file.getFileName().toString(), _ -> new ArrayList<>()).add(file);
        }
        byName.remove("package-info.java");
        byName.values().removeIf(files -> files.size() == 1);

        assertEquals(Map.of(), byName);
    }

    @Test
    void docCommentsBeginWithAVerbOrANoun() throws IOException {
        List<String> vague = new ArrayList<>();
        for (Path file : sources(MAIN)) {
            for (String line : Files.readAllLines(file)) {
                if (VAGUE_BEGINNING.matcher(line).matches()) {
                    vague.add(file + ": " + line.strip());
                }
            }
        }
        assertEquals(List.of(), vague);
    }

    /// A hand-thrown one stands where the compiler could have named the place.
    @Test
    void theCompilerFindsThePlacesOfANewKind() throws IOException {
        List<Path> byHand = new ArrayList<>();
        for (Path file : sources(MAIN)) {
            if (Files.readString(file).contains("new MatchException(")) {
                byHand.add(file);
            }
        }
        assertEquals(List.of(), byHand);
    }

    static List<String> touching(Collection<ClassFacts> classes, Set<String> members) {
        List<String> found = new ArrayList<>();
        for (ClassFacts one : classes) {
            for (String member : one.members()) {
                if (members.contains(member)) {
                    found.add(one.name() + " uses " + member);
                }
            }
        }
        return found;
    }

    private static List<ClassFacts> mainClasses() throws IOException, URISyntaxException {
        List<ClassFacts> classes = ClassFacts.in(folderOf(TraceEvent.class));
        assertTrue(classes.size() > 30, "the classes of the product were found");
        return classes;
    }

    private static Path folderOf(Class<?> one) throws URISyntaxException {
        return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}
