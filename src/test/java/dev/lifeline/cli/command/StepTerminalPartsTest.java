package dev.lifeline.cli.command;

import static dev.lifeline.cli.command.TerminalSession.assertShown;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What else a walk has, in a real terminal: questions, faults, watches.
@EnabledOnOs(value = OS.LINUX, disabledReason = "the pseudo-terminal is made with Linux' own calls")
@Timeout(180)
class StepTerminalPartsTest {

    @TempDir
    private Path home;

    /// Questions come by themselves, since the person's settings say so.
    @Test
    void aPredictionIsAskedBeforeTheCallAndToldAfterIt() throws Exception {
        Path settings = home.resolve(".config/lifeline/settings");
        Files.createDirectories(settings.getParent());
        Files.writeString(settings, "predict = ask\n");
        List<String> command = TerminalSession.stepping(List.of(), "connected-not-accepted");
        command.replaceAll(word -> word.startsWith("XDG_CONFIG_HOME=") ? "XDG_CONFIG_HOME=" + home.resolve(".config") : word);
        try (TerminalSession person = TerminalSession.of(command, TerminalSession.kept(home))) {
            assertShown(person.awaitPrompts(1), "order         Put these in order", "Enter skips");
            assertShown(person.keys("\r"), "skipped; p asks again");
            assertShown(person.keys("\r"), "before step 2: client connect", "predict       ");
            assertShown(person.command("b"), "how sure?");
            assertShown(person.command("3"), "noted; it is told once it was seen", "ESTABLISHED, and no program holds it");
            assertShown(person.keys("\r"), "skipped; p asks again");
            assertShown(person.keys("\r"), "before step 3: machine look", "not accepted");
            person.keys("\r");
            assertShown(person.keys("\r"), "you said      b  It fails with ECONNREFUSED; sure (3 of 3)",
                    "kernel said   c  It returns at once");
            person.type("q\r").ends(0);
        }
    }

    @Test
    void aFaultIsAddedSeenAndTakenAway() throws Exception {
        try (TerminalSession person = TerminalSession.step(home)) {
            person.command("until write");
            assertShown(person.command("fault add latency 20ms on server"), "fault 1: latency 20 ms on server",
                    "fault 1       server  latency 20 ms");
            assertShown(person.command("fault list"), "on now        fault 1: latency 20 ms on server");
            assertShown(person.command("fault clear"), "taken away: fault 1: latency 20 ms on server",
                    "fault 1       server  over: latency");
            assertEquals(0, person.command("fault list").lines().filter(line -> line.startsWith("on now")).count());
            person.type("q\r").ends(0);
        }
    }

    /// Each fault in turn: it is added, what it does is on a card, and it is taken away. One session for all, with a run for those that end it.
    @Test
    void eachFaultIsHadInATerminal() throws Exception {
        try (TerminalSession person = TerminalSession.step(home)) {
            person.command("until connect");
            assertShown(person.command("fault add refuse"), "fault 1: refuse on server", "fault 1       server  refuse");
            assertShown(person.command("c"), "FAILED ECONNREFUSED", "over          the end");
            assertShown(person.command("fault clear"), "not in the next run: fault 1: refuse on server");
            assertShown(person.command("rerun"), "before lookup, client", "run 2, stop 1");

            person.command("until connect");
            assertShown(person.command("fault add fill_accept_queue"), "129 more sockets in the accept queue", "is held before accept: fill_accept_queue",
                    "129 of 128, full");
            assertShown(person.command("fault clear"), "over: fill_accept_queue; accept takes its sockets out");
            assertShown(person.command("fault add busy_loop 5ms"), "fault 2       server  busy_loop 5 ms");
            person.command("until write");
            assertShown(person.command("fault add latency 10ms 5ms on client"), "latency 10 ms, give or take 5 ms");
            assertShown(person.command("fault add slicer 2 bytes on client"), "slicer 2 bytes");
            assertShown(person.command("fault add bandwidth 4KiB/s on client"), "bandwidth 4,096 bytes/s");
            assertShown(person.command("fault add drop_first_byte on client"), "drop_first_byte");
            assertShown(person.command("fault add stop_reading on server"), "stop_reading");
            assertShown(person.command("fault add slow_close 5ms on client"), "slow_close 5 ms");
            assertShown(person.keys("\r"), "held before write: latency 10 ms", "4 bytes unread");
            assertShown(person.keys("\r"), "is held before first byte: stop_reading");
            assertShown(person.command("fault list"), "on now        fault 2: busy_loop 5 ms on server", "stop_reading on server");
            assertShown(person.command("fault clear busy_loop"), "taken away: fault 2: busy_loop 5 ms on server");
            assertShown(person.command("fault add timeout on server"), "timeout");
            String shown = person.command("fault clear stop_reading");
            // The server comes to its write while that is said, or after it; then it is let go.
            for (int enter = 0; enter < 3 && !shown.contains("is held before write: timeout"); enter++) {
                shown = person.keys("\r");
            }
            assertShown(shown, "is held before write: timeout");
            assertShown(person.command("fault add reset_peer on server"), "1 connection reset");
            person.command("rerun");
            assertShown(person.command("fault clear"), "taken away: fault 1: latency 10 ms", "timeout on server");
            assertShown(person.command("fault add exhaust_descriptors"), "exhaust_descriptors");
            assertShown(person.command("fault clear"), "over: exhaust_descriptors");
            assertShown(person.command("until connect"), "before connect, client");
            person.type("q\r").ends(0);
        }
    }

    /// Places that only a scenario has.
    @Test
    void aScenarioIsStoppedAtAndAfterItsLabelsAndAtAnActor() throws Exception {
        try (TerminalSession person = TerminalSession.step(home, "two-clocks")) {
            assertEquals("  breakpoint 1 at one-arrived, before step 5", person.command("break at one-arrived"));
            assertEquals("  breakpoint 2 after two-made, step 11", person.command("break after two-made"));
            assertEquals("  breakpoint 3 before connect on two", person.command("break before connect on two"));
            assertShown(person.command("c"), "before step 5: machine look (one-arrived)", "breakpoint    1 at one-arrived");
            assertShown(person.command("c"), "before connect, two", "breakpoint    3 before connect on two");
            assertShown(person.command("c"), "breakpoint    2 after two-made, step 11: it ended by ");
            assertShown(person.command("delete all"), "deleted");
            assertShown(person.command("c"), "over          the end");
            person.type("q\r").ends(0);
        }
    }

    /// Nobody accepts, and the queue of one is full: the SYN is not answered.
    @Test
    void aCallThatIsWaitedForSaysWhenItGivesUpAndWhyExplainsIt() throws Exception {
        List<SocketChannel> crowd = new ArrayList<>();
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            InetSocketAddress there = new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
            for (int i = 0; i < 4; i++) {
                crowd.add(SocketChannel.open());
                crowd.getLast().configureBlocking(false);
                crowd.getLast().connect(there);
            }
            try (TerminalSession person = TerminalSession.step(home, "127.0.0.1:" + there.getPort())) {
                assertShown(person.keys("\r"), "connect       under way; it gives up after 10 s, stops not counted", "waiting       nobody stands at a gate");
                assertShown(person.command("w"), "here          connect of the client is under way, and nobody is stopped", "why 2 says more");
                person.type("q\r").ends(0);
            }
        } finally {
            for (SocketChannel each : crowd) {
                each.close();
            }
        }
    }

    @Test
    void aWatchStopsTheWalkWhereALookFoundAnotherValue() throws Exception {
        try (TerminalSession person = TerminalSession.step(home, "connected-not-accepted")) {
            assertEquals("  watch 1 acceptq", person.command("watch acceptq"));
            assertShown(person.command("c"), "watch 1       server  0 → 1 waiting", "ESTABLISHED, not accepted");
            assertShown(person.command("c"), "watch 1       server  1 → 0 waiting");
            assertEquals("  deleted", person.command("delete 1"));
            assertShown(person.command("c"), "all 6 expectations held");
            person.type("q\r").ends(0);
        }
    }
}
