package dev.lifeline.cli.start;

import dev.lifeline.analysis.life.Life;
import dev.lifeline.cli.Io;
import dev.lifeline.client.Resolver;
import dev.lifeline.linux.NativeException;
import dev.lifeline.terminal.LineEditor;
import dev.lifeline.terminal.TerminalFacts;
import dev.lifeline.text.Glyphs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.foreign.Arena;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// The work that the launcher's start-up cache is made from (JEP 514): what people do most, in one process. What is not done
/// here works as well, only some milliseconds later, and those would stand in the times of a first trace.
public final class Training {

    private static final Io PROCESS = Io.process();
    /// Met by some runs only, which is a matter of moments and peers, or a name that does not exist: nobody is asked for one here.
    private static final String[] OFTEN = {"observe.sockdiag.KernelConnection$Held", "observe.packet.FlowTable$Expected",
        "linux.packet.PacketRing", "linux.packet.BlockCursor", "observe.names.SearchList", "observe.names.EaiMeaning",
        "observe.packet.NameBook$Lookup", "linux.name.EaiCode", "diagnosis.texts.QuestionsAsked", "analysis.packet.NameReply",
        "analysis.packet.NameQuestion", "linux.wire.NameMessage", "linux.wire.NameError", "linux.wire.IcmpError",
        "observe.packet.NameBook$Asked", "model.event.PacketEvent$QuestionSeen", "model.event.PacketEvent$ReplySeen"};
    /// The same of runs that ask no kernel.
    private static final String[] OFTEN_PORTABLE = {"client.LateStage", "client.apart.FamilyQuestions$Late", "model.event.RaceEvent$Delayed",
        "model.event.RaceEvent$Joined", "race.Input$Arrived", "race.Output$WakeAt"};
    /// The same of connections to somebody else's server.
    private static final String[] OFTEN_TLS = {"wording.life.SlowWords$1", "observe.route.Translations$Connect", "linux.track.ConnectionTable",
        "cli.option.ProxyVariables", "cli.command.ProxyNote"};
    /// The JDK's: those that a lock needs once somebody has to wait for it, and one of method handles, which only this process has read.
    private static final String[] JDK = {"util.concurrent.locks.AbstractQueuedSynchronizer$Node",
        "util.concurrent.locks.AbstractQueuedSynchronizer$ExclusiveNode", "util.concurrent.locks.AbstractQueuedSynchronizer$ConditionNode",
        "util.concurrent.ForkJoinPool$ManagedBlocker", "lang.invoke.DirectMethodHandle$1"};
    private static final String[] PORTABLE = {"connect", "--serve", "--evidence", "portable"};
    private static final Map<String, String> COLORS = Map.of("TERM", "xterm-256color");

    private Training() {
    }

    /// Does commands of the groups that are named. More would cost more than it saves: every start maps the whole cache.
    ///
    /// @param args the folder for a recording, and any of `list`, `play`, `record`, `connect`, `portable`, `tls`, `step` and `explain`
    public static void main(String[] args) throws IOException, ClassNotFoundException {
        Main.setUp();
        HeadStart.begin(switch (args[1]) {
            case "portable" -> PORTABLE;
            case "tls" -> new String[] {"connect", "--tls"};
            case "explain" -> new String[] {"explain"};
            default -> new String[] {"connect"};
        });
        String recording = Path.of(args[0], "run").toString();
        for (int i = 1; i < args.length; i++) {
            switch (args[i]) {
                case "list" -> list();
                case "play" -> play();
                case "record" -> record(recording);
                case "connect" -> connect();
                case "portable" -> portable();
                case "tls" -> tls(args[0]);
                case "step" -> step(recording);
                case "explain" -> explain();
                default -> throw new IllegalArgumentException(args[i]);
            }
        }
    }

    /// Connects to a server of its own, at once and late, with the kernel's evidence and without, to somebody else's, by address and by
    /// name, and to nobody.
    private static void connect() throws IOException, ClassNotFoundException {
        often();
        run("connect", "--serve");
        run("connect", "--serve", "--behaviour", "late-accept=1ms");
        try (ServerSocket somebody = listening()) {
            run("connect", address(somebody));
            run("connect", address(somebody), "--send", "x", "--wait", "1ms", "--detail", "brief");
            run(PROCESS.in(), COLORS, plainly(), new TrainedNames(), "connect", "trained.test:" + somebody.getLocalPort());
        }
        run("connect", unusedAddress());
    }

    /// The same without the kernel's evidence: what asks the kernel for it, a fifth of all, is not in that cache.
    private static void portable() throws IOException, ClassNotFoundException {
        oftenPortable();
        run(PORTABLE);
        run("connect", "--serve", "--behaviour", "late-accept=1ms", "--evidence", "portable");
        try (ServerSocket somebody = listening()) {
            run("connect", address(somebody), "--evidence", "portable");
            run("connect", address(somebody), "--send", "x", "--wait", "1ms", "--detail", "brief", "--evidence", "portable");
            run(PROCESS.in(), COLORS, plainly(), new TrainedNames(), "connect", "trained.test:" + somebody.getLocalPort(), "--evidence", "portable");
        }
        run("connect", unusedAddress(), "--evidence", "portable");
    }

    /// Connects through TLS, and through HTTP within, with a chain that holds and with one that does not.
    private static void tls(String cache) throws ClassNotFoundException {
        often();
        for (String name : OFTEN_TLS) {
            Class.forName("dev.lifeline." + name);
        }
        Map<String, String> environment = Map.of("TERM", "xterm-256color", "XDG_CACHE_HOME", cache);
        run(PROCESS.in(), environment, plainly(), PROCESS.resolver(), "connect", "--serve", "--tls");
        run(PROCESS.in(), environment, plainly(), PROCESS.resolver(), "connect", "--serve", "https://localhost/hello");
        run(PROCESS.in(), environment, plainly(), PROCESS.resolver(), "connect", "--serve", "--behaviour", "tls=self-signed");
    }

    /// Tells what there is.
    private static void list() {
        run("--help");
        run("scenarios");
    }

    /// Explains a code, a text with its ends, one that is no error, and a log, for people and for scripts.
    private static void explain() {
        run("explain", "ECONNRESET");
        run("explain", "dial tcp 192.0.2.7:5432: connect: connection refused");
        run("explain", "java.net.SocketTimeoutException: Read timed out", "--json");
        run("explain", "hello");
        run(commands("2026-12-01T02:48:39Z read tcp 192.0.2.1:4444->192.0.2.7:80: read: connection reset by peer\nwrite: Broken pipe\n"), "explain", "-");
    }

    /// Plays, and records nothing.
    private static void play() throws ClassNotFoundException {
        often();
        run("run", "happy-path");
    }

    /// Connects and plays, records, and shows it again.
    private static void record(String recording) throws ClassNotFoundException {
        often();
        run("connect", "--serve", "--record", recording);
        run("run", "happy-path", "--record", recording);
        run("replay", recording);
    }

    /// One that is not in the cache costs the start of a run that meets it 6 ms.
    private static void often() throws ClassNotFoundException {
        for (String name : OFTEN) {
            Class.forName("dev.lifeline." + name);
        }
        oftenPortable();
    }

    private static void oftenPortable() throws ClassNotFoundException {
        Life.class.getPermittedSubclasses();
        for (String name : OFTEN_PORTABLE) {
            Class.forName("dev.lifeline." + name);
        }
        for (String name : JDK) {
            Class.forName("java." + name);
        }
    }

    /// Walks through a connection, as lines of a pipe do and as a person.
    private static void step(String recording) throws IOException {
        run(commands("n\nn\ni sockets\n?1\nbreak close\nn\nn\nback\nc\nlive\nc\nc\nsave " + recording), "step");
        run(commands("n\nn\nn\nn\n"), "step", "happy-path");
        run(commands("n\ni sockets\ns\n"), "step", "--replay", recording);
        person(recording);
    }

    /// Twice, for a history that is there is read.
    private static void person(String recording) throws IOException {
        Map<String, String> environment = Map.of("TERM", "xterm-256color", "XDG_STATE_HOME", recording + "-state");
        TerminalFacts facts = new TerminalFacts(TerminalFacts.DEFAULT_COLUMNS, true, true, Glyphs.UNICODE, TerminalFacts.DEFAULT_COLUMNS, true);
        for (int i = 0; i < 2; i++) {
            try (Arena arena = Arena.ofShared(); TrainingTerminal _ = new TrainingTerminal(arena, "\n\033[C\033[Dlive\ni sockets\n?1\nq\n")) {
                run(PROCESS.in(), environment, facts, "step");
            } catch (NativeException notLinux) {
                LineEditor.train();
            }
        }
    }

    private static InputStream commands(String lines) {
        return new ByteArrayInputStream(lines.getBytes(StandardCharsets.US_ASCII));
    }

    private static String unusedAddress() throws IOException {
        try (ServerSocket socket = listening()) {
            return address(socket);
        }
    }

    private static ServerSocket listening() throws IOException {
        return new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
    }

    private static String address(ServerSocket socket) {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    private static void run(String... command) {
        run(PROCESS.in(), command);
    }

    private static void run(InputStream in, String... command) {
        // With colours, as most people have them: left out here, they cost a start 9 ms of a processor, and so 2.
        run(in, COLORS, plainly(), command);
    }

    private static TerminalFacts plainly() {
        return new TerminalFacts(TerminalFacts.DEFAULT_COLUMNS, true, false, Glyphs.UNICODE);
    }

    private static void run(InputStream in, Map<String, String> environment, TerminalFacts terminal, String... command) {
        run(in, environment, terminal, PROCESS.resolver(), command);
    }

    private static void run(InputStream in, Map<String, String> environment, TerminalFacts terminal, Resolver resolver, String... command) {
        OutputStream nobody = OutputStream.nullOutputStream();
        Cli.run(command, new Io(in, nobody, new PrintStream(nobody), environment, terminal, resolver, PROCESS.signals()));
    }
}
