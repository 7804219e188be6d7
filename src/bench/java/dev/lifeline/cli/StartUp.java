package dev.lifeline.cli;

import dev.lifeline.cli.command.StepTimes;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/// Measures whole processes as a person starts them, against the smallest Java program on the same JDK with its default flags.
/// Interleaved, so that a busy moment of the machine meets all of them; medians, so that one such moment does not count.
///
/// Arguments: the launcher, the number of rounds.
public final class StartUp {

    private record Candidate(String name, double promised, List<String> command, List<Long> nanos) {

        Candidate(String name, double promised, List<String> command) {
            this(name, promised, command, new ArrayList<>());
        }

        double median() {
            long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
            return sorted[sorted.length / 2] / 1e6;
        }
    }

    private StartUp() {
    }

    /// The port that a server of our own says that it listens on: `... listens on 127.0.0.1:40123; Ctrl-C ends it`.
    private static int port(Process serving) throws IOException {
        String said = serving.errorReader().readLine();
        int end = said == null ? -1 : said.indexOf(';');
        if (end < 0) {
            throw new IOException("trace serve says " + said);
        }
        return Integer.parseInt(said.substring(said.lastIndexOf(':', end) + 1, end));
    }

    /// Measures and prints a table.
    public static void main(String[] args) throws IOException, InterruptedException {
        String launcher = args[0];
        int rounds = Integer.parseInt(args[1]);
        Path folder = Files.createTempDirectory("hello");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        compileHello(folder);
        Candidate hello = new Candidate("java Hello", 0, List.of(java, "-cp", folder.toString(), "Hello"));
        ServerSocket server = closingEach();
        Path cache = Files.createTempDirectory("cache");
        ProcessBuilder serving = new ProcessBuilder(launcher, "serve", "--https", "localhost:0").redirectOutput(ProcessBuilder.Redirect.DISCARD);
        serving.environment().put("XDG_CACHE_HOME", cache.toString());
        Process secure = serving.start();
        List<Candidate> all = List.of(hello,
                new Candidate("trace --help", 2.5, List.of(launcher, "--help")),
                new Candidate("trace scenarios", 3, List.of(launcher, "scenarios")),
                new Candidate("trace explain ECONNRESET", 3, List.of(launcher, "explain", "ECONNRESET")),
                new Candidate("trace run happy-path", 4, List.of(launcher, "run", "happy-path")),
                new Candidate("connect --serve, portable", 2.2, List.of(launcher, "connect", "--serve", "--evidence", "portable")),
                new Candidate("connect --serve, all", 2.8, List.of(launcher, "connect", "--serve")),
                new Candidate("connect 127.0.0.1, all", 2.8, List.of(launcher, "connect", "127.0.0.1:" + server.getLocalPort())),
                new Candidate("connect https://", 7, List.of(launcher, "connect", "https://localhost:" + port(secure) + "/hello", "--cacert",
                        cache.resolve("lifeline/authority.pem").toString())));
        // In a terminal, to what a person sees first, and to where keys are taken: the walk goes on.
        Candidate card = new Candidate("step, first card", 4, List.of());
        Candidate prompt = new Candidate("step, prompt", 5.5, List.of());
        Path home = Files.createTempDirectory("home");
        for (int round = -2; round < rounds; round++) {
            for (Candidate one : all) {
                long nanos = run(one.command());
                if (round >= 0) { // the rounds before warm the machine's caches
                    one.nanos().add(nanos);
                }
            }
            long[] walk = StepTimes.start(launcher, home);
            if (round >= 0) {
                card.nanos().add(walk[0]);
                prompt.nanos().add(walk[1]);
            }
        }
        delete(home);
        server.close();
        secure.destroy();
        delete(cache);
        delete(folder);
        System.out.printf("%-24s %10s %8s %10s   (%d rounds)%n", "whole process", "median ms", "ratio", "promised", rounds);
        for (Candidate one : Stream.concat(all.stream(), Stream.of(card, prompt)).toList()) {
            double ratio = one.median() / hello.median();
            String promise = one.promised() == 0 ? "" : "<= " + one.promised();
            System.out.printf("%-24s %10.1f %8.2f %10s%s%n", one.name(), one.median(), ratio, promise,
                    promise.isEmpty() || ratio <= one.promised() ? "" : "   NOT KEPT");
        }
    }

    /// A server that takes each connection and closes it, as long as this process lives.
    private static ServerSocket closingEach() throws IOException {
        ServerSocket server = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofPlatform().daemon().start(() -> {
            try {
                while (true) {
                    server.accept().close();
                }
            } catch (IOException closed) {
                // The measurement is over.
            }
        });
        return server;
    }

    private static long run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        long before = System.nanoTime();
        int code = builder.start().waitFor();
        long nanos = System.nanoTime() - before;
        if (code != 0) {
            throw new IOException(command + " ended with exit code " + code);
        }
        return nanos;
    }

    private static void compileHello(Path folder) throws IOException {
        Path source = Files.writeString(folder.resolve("Hello.java"),
                "public class Hello { public static void main(String[] args) { System.out.println(\"Hello\"); } }");
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), source.toString()) != 0) {
            throw new IOException("Hello does not compile");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
