package dev.lifeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.cli.command.PseudoTerminal;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// How many classes a start finds elsewhere than in the start-up cache: each costs it between half a millisecond and six. A lambda, a
/// pattern switch or a piece of text by `+` on the way to a connection makes more, and so does a class that the training leaves out.
@EnabledOnOs(value = OS.LINUX, disabledReason = "the command of a process is read in /proc")
@Timeout(600)
class StartUpClassesIT {

    private static final String SCRIPT = Path.of("scripts/trace").toAbsolutePath().toString();
    private static final String MAIN = "dev.lifeline.cli.start.Main";

    /// The event of a read from a socket and what it extends (JFR), which no cache may hold; and that of a write.
    private static final int READ = 2;
    private static final int WRITE = 1;
    /// The link of the first native call: two switches of `jdk.internal.foreign.abi`, its stub, and five shapes of a call that no
    /// list of classes can name.
    private static final int NATIVE_CALL = 8;

    /// The line editor tells the terminal to mark what is pasted, and then takes keys.
    private static final String PROMPT = "\033[?2004h";
    /// A lambda of JLine's, and what the JDK makes the name of a hidden file with, when the walk is kept.
    private static final int WALK = 4;

    @TempDir
    private Path folder;

    private ServerSocket server;

    /// It accepts nobody: the kernel connects, and the run ends when it has.
    @BeforeEach
    void somebodyListens() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    }

    @AfterEach
    void nobodyDoes() throws IOException {
        server.close();
    }

    @Test
    void aConnectionWithAllEvidence() throws Exception {
        assertFew(0, NATIVE_CALL + READ, "connect", to());
        assertFew(0, NATIVE_CALL + READ + WRITE, "connect", to(), "--send", "x", "--wait", "50ms");
    }

    @Test
    void aRefusalWithAllEvidence() throws Exception {
        String nobody = to();
        server.close();
        // No byte is read or written.
        assertFew(13, NATIVE_CALL, "connect", nobody);
    }

    @Test
    void bothSidesWithAllEvidence() throws Exception {
        assertFew(0, NATIVE_CALL + READ + WRITE, "connect", "--serve");
    }

    @Test
    void bothSidesWithoutTheKernel() throws Exception {
        assertFew(0, READ + WRITE, "connect", "--serve", "--evidence", "portable");
    }

    @Test
    void aPlay() throws Exception {
        assertFew(0, NATIVE_CALL + READ + WRITE, "run", "happy-path");
    }

    /// In a terminal, to the first prompt and to the end: the line editor's classes are in the cache, too.
    @Test
    void aWalk() throws Exception {
        assertFew(0, NATIVE_CALL + WALK, "step");
    }

    /// The launcher takes the comments out of the file of settings that the JDK reads with its first socket.
    @Test
    void theRuntimeHasTheSettingsOfTheJdk() throws Exception {
        Path runtime = Path.of(java().getFirst()).getParent().getParent();
        assertEquals(security(Path.of(System.getProperty("java.home"))), security(runtime));
    }

    private static Properties security(Path home) throws IOException {
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(home.resolve("conf/security/java.security"))) {
            settings.load(file);
        }
        assertTrue(settings.containsKey("jdk.tls.disabledAlgorithms"), "what is compared is the file of settings");
        return settings;
    }

    private String to() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /// The least of some starts, three as a rule: what only a moment brings is no rule, and a busy machine has more such moments.
    private void assertFew(int exitCode, int most, String... command) throws Exception {
        List<String> java = java();
        List<String> fewest = null;
        for (int i = 0; i < 3 || i < 12 && (fewest.size() > most || !ours(fewest).isEmpty()); i++) {
            List<String> outside = outside(java, List.of(command), exitCode);
            boolean fewer = fewest == null || ours(outside).size() < ours(fewest).size()
                    || ours(outside).size() == ours(fewest).size() && outside.size() < fewest.size();
            fewest = fewer ? outside : fewest;
        }
        List<String> seen = fewest;
        assertEquals(List.of(), ours(seen), "the training (cli.start.Training) loads each class of ours that a start needs");
        assertTrue(seen.size() <= most, () -> seen.size() + " classes, " + most + " at most: " + String.join("\n", seen));
    }

    private static List<String> ours(List<String> classes) {
        return classes.stream().filter(each -> !each.contains("$$TypeSwitch")
                && (each.startsWith("dev.lifeline.") || each.startsWith("picocli."))).toList();
    }

    /// What the launcher starts for a connection, up to the words of its command: that of a server, which stays until it is read.
    private List<String> java() throws Exception {
        Process serving = started(List.of(SCRIPT, "serve", "127.0.0.1:0"), "serve");
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(500);
            while (!Files.readString(folder.resolve("serve")).contains("listens on") && System.nanoTime() < end) {
                assertTrue(serving.isAlive(), () -> text("serve"));
                serving.waitFor(20, TimeUnit.MILLISECONDS);
            }
            String[] words = Files.readString(Path.of("/proc/" + serving.pid() + "/cmdline")).split("\0");
            List<String> java = new ArrayList<>();
            for (int i = 0; !words[i].equals(MAIN); i++) {
                java.add(words[i]);
            }
            assertTrue(java.stream().anyMatch(each -> each.startsWith("-XX:AOTCache=")), "a start has its cache: " + java);
            return java;
        } finally {
            serving.destroy();
            serving.waitFor(10, TimeUnit.SECONDS);
        }
    }

    private List<String> outside(List<String> java, List<String> command, int exitCode) throws Exception {
        Path log = folder.resolve("classes");
        List<String> words = new ArrayList<>(java);
        // Options end with the class path, which stands last.
        words.add(1 + java.indexOf("-Xlog:disable"), "-Xlog:class+load=info:file=" + log);
        words.replaceAll(word -> word.replace("-connect.aot", "-" + cache(command) + ".aot"));
        words.add(MAIN);
        words.addAll(command);
        Process process = command.getFirst().equals("step") ? walked(words) : started(words, "run");
        if (!process.waitFor(500, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError(command + " does not end");
        }
        assertEquals(exitCode, process.exitValue(), () -> text("run"));
        List<String> all = Files.readAllLines(log);
        assertTrue(all.size() > 500, "all classes are listed: " + all.size());
        return all.stream().filter(line -> !line.contains("source: shared objects file"))
                .map(line -> line.substring(line.lastIndexOf(']') + 1).strip()).toList();
    }

    /// A person's terminal, from which the walk is left at its first prompt.
    private Process walked(List<String> words) throws IOException {
        words.replaceAll(word -> word.startsWith("-Dtrace.tty.") ? word.replace("=false", "=true") : word);
        // As the launcher says it to a walk.
        words.add(1, "-Dlibrary.jline.path=" + Path.of("target/aot/jline").toAbsolutePath());
        try (PseudoTerminal terminal = PseudoTerminal.open(80, 24)) {
            words.addAll(0, List.of("setsid", "sh", "-c", "exec <>\"$0\" >&0 2>&0; exec \"$@\"", terminal.path()));
            Process process = started(words, "walk");
            StringBuilder shown = new StringBuilder();
            boolean left = false;
            while (process.isAlive()) {
                shown.append(new String(terminal.read(), StandardCharsets.ISO_8859_1));
                if (!left && shown.indexOf(PROMPT) >= 0) {
                    terminal.type("q\r");
                    left = true;
                }
            }
            Files.writeString(folder.resolve("run"), shown);
            return process;
        }
    }

    /// The cache that the launcher chooses, as it does it.
    private static String cache(List<String> command) {
        return switch (command.getFirst()) {
            case "run" -> "play";
            case "step" -> "step";
            default -> command.contains("portable") ? "portable" : "connect";
        };
    }

    private Process started(List<String> words, String name) throws IOException {
        File to = folder.resolve(name).toFile();
        ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(to).directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().putAll(Map.of("TRACE_JAVA_HOME", System.getProperty("java.home"), "TERM", "xterm-256color",
                "XDG_CONFIG_HOME", folder.toString(), "XDG_STATE_HOME", folder.toString()));
        return builder.start();
    }

    private String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
