package dev.lifeline.cli.command;

import static dev.lifeline.cli.command.PipedWalk.piped;
import static dev.lifeline.cli.command.PipedWalk.threads;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.fault.FaultLife;
import dev.lifeline.cli.Shell;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.file.TraceReader;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.model.walk.FaultKind;
import dev.lifeline.step.CommandParser;
import dev.lifeline.text.Glyphs;
import dev.lifeline.wording.step.FaultWords;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Each fault on a live connection: what the peer and the kernel then see, that it is refused where it cannot be had, and that it goes.
@Timeout(120)
class StepFaultsTest {

    private static final long MILLI = 1_000_000L;
    private static final String BEFORE_WRITE = "break write on client\nc\n";

    @TempDir
    Path folder;

    /// Walks the ordinary connection, and gives what was recorded by then.
    private Trace walk(String commands) throws Exception {
        Path saved = folder.resolve("walk.ndjson");
        Files.deleteIfExists(saved);
        // A slow machine has the prompt back before the end: then it goes on; behind the end it is refused.
        Shell.Ran ran = piped(commands + "c\n".repeat(6) + "save " + saved + "\n", "step");
        assertTrue(Files.exists(saved), ran.err() + ran.out());
        return TraceReader.read(saved).trace();
    }

    private static FaultLife only(Trace trace) {
        List<FaultLife> lives = FaultLife.of(TraceIndex.of(trace));
        assertEquals(1, lives.size());
        return lives.getFirst();
    }

    private static <T extends EventBody> List<T> all(Trace trace, Lane lane, Class<T> kind) {
        return trace.events().stream().filter(event -> event.lane() == lane && kind.isInstance(event.body()))
                .map(event -> kind.cast(event.body())).toList();
    }

    private static List<Long> offered(Trace trace, Lane lane) {
        return all(trace, lane, StreamEvent.ChunkWritten.class).stream().map(StreamEvent.ChunkWritten::offered).toList();
    }

    private static String read(Trace trace, Lane lane) {
        StringBuilder read = new StringBuilder();
        all(trace, lane, StreamEvent.ChunkRead.class).forEach(chunk -> read.append(chunk.bytes().preview()));
        return read.toString();
    }

    private static List<ErrorCode> failures(Trace trace, Lane lane) {
        return all(trace, lane, StageEvent.Failed.class).stream().map(failed -> failed.failure().code()).toList();
    }

    @Test
    void latencyHoldsEachWriteBackAndTheAnswerSaysWhoseDoingThatIs() throws Exception {
        Trace trace = walk(BEFORE_WRITE + "fault add latency 120ms on server\nc\n");
        FaultLife life = only(trace);
        String news = Diagnosis.of(trace).news();

        assertAll(() -> assertEquals(Stage.WRITE, life.before()),
                () -> assertTrue(life.held() >= 120 * MILLI, life.toString()),
                () -> assertEquals("ping\\n", read(trace, Lane.CLIENT)),
                () -> assertTrue(news.startsWith("At stop 2 a person gave the server fault 1, latency 120 ms; it held the server before write for "), news),
                () -> assertTrue(news.contains("That is not the network's doing."), news));
    }

    @Test
    void latencyThatIsTakenAwayHoldsNothing() throws Exception {
        Trace trace = walk(BEFORE_WRITE + "fault add latency 1h on server\nfault add latency 1h on client\nfault clear 1\nfault clear latency\nc\n");

        for (FaultLife life : FaultLife.of(TraceIndex.of(trace))) {
            assertTrue(life.ended() && !life.did(), life.toString());
        }
        assertTrue(trace.complete());
    }

    @Test
    void slowCloseHoldsTheCloseOfEitherSide() throws Exception {
        Trace trace = walk(BEFORE_WRITE + "fault add slow_close 100ms on client\nfault add slow_close 110ms on server\nc\n");
        List<FaultLife> lives = FaultLife.of(TraceIndex.of(trace));

        for (int i = 0; i < 2; i++) {
            assertEquals(Stage.CLOSE, lives.get(i).before());
            assertTrue(lives.get(i).held() >= (100 + 10 * i) * MILLI, lives.toString());
        }
    }

    @Test
    void nothingOfWhatAServerWritesLeavesWithTimeoutUntilItIsTakenAway() throws Exception {
        Trace trace = walk("break write on server\nc\nfault add timeout on server\nc\nfault clear timeout\nc\n");
        FaultLife life = only(trace);

        assertAll(() -> assertEquals(Stage.WRITE, life.before()), () -> assertTrue(life.ended()),
                () -> assertEquals("ping\\n", read(trace, Lane.CLIENT), "it left once the fault was gone"), () -> assertTrue(trace.complete()));
    }

    @Test
    void aTimeoutWithATimeClosesTheConnectionWhenThatIsOver() throws Exception {
        Trace trace = walk("break write on server\nc\nfault add timeout 40ms on server\nc\n");
        FaultLife life = only(trace);

        assertAll(() -> assertEquals(1, life.acted().count()), () -> assertTrue(life.ended()),
                () -> assertTrue(life.held() >= 40 * MILLI, life.toString()),
                () -> assertEquals("", read(trace, Lane.CLIENT), "nothing left"), () -> assertTrue(trace.complete()));
    }

    @Test
    void latencyWithAJitterHoldsEachWriteForATimeOfItsOwn() throws Exception {
        Trace trace = walk(BEFORE_WRITE + "fault add slicer 1 byte on client\nfault add latency 30ms 29ms on client\nc\n");
        FaultLife life = FaultLife.of(TraceIndex.of(trace)).getLast();

        assertEquals(29 * MILLI, life.added().jitter());
        assertTrue(life.holds() > 0 && life.held() >= MILLI * life.holds(), life.toString());
        assertTrue(FaultWords.life(life, Glyphs.UNICODE).startsWith("latency 30 ms, give or take 29 ms on client"), FaultWords.life(life, Glyphs.UNICODE));
    }

    @Test
    void whoStopsReadingLeavesTheBytesInItsKernel() throws Exception {
        Path saved = folder.resolve("reading.ndjson");
        Shell.Ran ran = piped(BEFORE_WRITE + "fault add stop_reading on server\nc\ni sockets\nfault clear\n" + "c\n".repeat(6) + "save " + saved + "\n", "step");
        Trace trace = TraceReader.read(saved).trace();

        assertAll(() -> assertTrue(ran.line("server        *").matches("\\d+ +ESTABLISHED +5 +0 .*"), ran.out()),
                () -> assertTrue(ran.out().contains("is held before first byte: stop_reading"), ran.out()),
                () -> assertEquals("ping\\n", read(trace, Lane.SERVER)), () -> assertTrue(trace.complete()));
    }

    @Test
    void aSlicerWritesInPiecesOnEitherSideAndNothingIsLost() throws Exception {
        Trace trace = walk(BEFORE_WRITE + "fault add slicer 2 bytes on client\nfault add slicer 3 bytes 5ms on server\nc\n");

        assertAll(() -> assertEquals(List.of(2L, 2L, 1L), offered(trace, Lane.CLIENT)),
                () -> assertTrue(offered(trace, Lane.SERVER).stream().allMatch(count -> count <= 3), offered(trace, Lane.SERVER).toString()),
                () -> assertEquals("ping\\n", read(trace, Lane.SERVER)), () -> assertEquals("ping\\n", read(trace, Lane.CLIENT)));
    }

    @Test
    void aBandwidthKeepsWritesApart() throws Exception {
        Trace trace = walk(BEFORE_WRITE + "fault add bandwidth 40B/s on client\nc\n");
        FaultLife life = only(trace);

        assertEquals(List.of(2L, 2L, 1L), offered(trace, Lane.CLIENT));
        assertTrue(life.holds() == 2 && life.held() >= 100 * MILLI, life.toString());
    }

    @Test
    void theFirstByteThatIsDroppedNeverComesAndNoWriteClaimsIt() throws Exception {
        Trace trace = walk(BEFORE_WRITE + "fault add drop_first_byte on client\nc\nclose\nc\n");
        FaultLife life = only(trace);

        assertAll(() -> assertEquals("ing\\n", read(trace, Lane.SERVER)), () -> assertEquals(1, life.acted().count()),
                () -> assertTrue(life.ended(), "it acts once"),
                () -> assertEquals(4, all(trace, Lane.CLIENT, StageEvent.Finished.class).stream().map(StageEvent.Finished::outcome)
                        .filter(Outcome.Moved.class::isInstance).map(outcome -> ((Outcome.Moved) outcome).bytes().count()).findFirst().orElseThrow()));
    }

    @Test
    void resetPeerIsAResetToTheOtherSide() throws Exception {
        Trace trace = walk("break write on server\nc\nfault add reset_peer on server\n");

        assertAll(() -> assertTrue(only(trace).acted() == null || only(trace).acted().count() == 1,
                        "the run that the reset ends may be over before the count is recorded"),
                () -> assertTrue(all(trace, Lane.SERVER, StageEvent.Finished.class).stream().anyMatch(done -> done.outcome() instanceof Outcome.Closed closed
                        && closed.how() == CloseKind.RESET)),
                () -> assertTrue(failures(trace, Lane.CLIENT).stream().anyMatch(code -> code == ErrorCode.ECONNRESET || code == ErrorCode.EPIPE),
                        failures(trace, Lane.CLIENT).toString()));
    }

    @Test
    void aFullAcceptQueueDropsTheSynAndIsGivenBack() throws Exception {
        Trace trace = walk("break connect\nc\nfault add fill_accept_queue\nc\ni queues\nfault clear\nc\nc\nc\n");
        FaultLife life = only(trace);

        assertAll(() -> assertEquals(129, life.acted().count()),
                () -> assertTrue(all(trace, Lane.KERNEL, KernelEvent.ListenerSeen.class).stream().anyMatch(seen -> seen.queued() > seen.backlog())),
                () -> assertTrue(all(trace, Lane.KERNEL, KernelEvent.SocketSeen.class).stream().anyMatch(seen -> seen.end() == Lane.CLIENT
                        && seen.socket().state() == SocketState.SYN_SENT && seen.socket().retransmits() > 0), "its SYN is not answered"),
                () -> assertEquals("ping\\n", read(trace, Lane.CLIENT), "once there is room it is let in"), () -> assertTrue(trace.complete()));
    }

    @Test
    void refuseClosesTheListenerAndClearOpensItAgain() throws Exception {
        Trace refused = walk("break connect\nc\nfault add refuse\nc\n");
        Trace again = walk("break connect\nc\nfault add refuse\nfault clear refuse\nc\n");

        assertEquals(List.of(ErrorCode.ECONNREFUSED), failures(refused, Lane.CLIENT));
        assertTrue(Diagnosis.of(refused).news().contains("fault 1, refuse. That is not the network's doing."), Diagnosis.of(refused).news());
        assertEquals(List.of(), failures(again, Lane.CLIENT));
        assertEquals("ping\\n", read(again, Lane.CLIENT));
    }

    @Test
    void theListenerThatARefusalClosedIsSeenAgainOnlyOnceItListens() {
        Shell.Ran ran = piped("break connect\nc\nfault add refuse\ni sockets\nnote closed\nfault clear\ni sockets\nnote opened\n"
                + "fault add fill_accept_queue\ni queues\nfault clear\nq\n", "step");
        String shut = ran.out().substring(ran.out().indexOf("fault 1: refuse on server"), ran.out().indexOf("taken away: fault 1"));
        String open = ran.out().substring(ran.out().indexOf("taken away: fault 1"), ran.out().indexOf("fault 2: fill_accept_queue"));
        assertAll(() -> assertFalse(shut.contains("LISTEN"), shut),
                () -> assertTrue(open.contains("LISTEN           0     128"), open),
                () -> assertTrue(ran.out().contains(" 129 of 128"), ran.out()),
                () -> assertTrue(ran.out().contains("over: fill_accept_queue; accept takes its sockets out"), ran.out()));
    }

    @Test
    void atTheEndClearTakesAFaultFromTheNextRun() {
        Shell.Ran ran = piped("break connect\nc\nfault add refuse\n" + "c\n".repeat(3) + "fault clear\nfault clear\nrerun\nq\n", "step");
        assertTrue(ran.out().contains("not in the next run: fault 1: refuse on server"), ran.out());
        assertTrue(ran.out().contains("? there is no such fault that the next run would have"), ran.out());
        assertFalse(ran.out().contains("kept from the run before"), ran.out());
    }

    @Test
    void aBusyLoopComputesEachTimeItWakes() throws Exception {
        Trace trace = walk("break connect\nc\nfault add busy_loop 60ms\nc\n");
        List<String> remarks = all(trace, Lane.SERVER, RunEvent.Remark.class).stream().map(RunEvent.Remark::text).toList();

        assertTrue(remarks.contains("the loop's thread is busy with work for 60 ms: fault 1"), remarks.toString());
        assertEquals("ping\\n", read(trace, Lane.CLIENT));
    }

    @Test
    void withoutDescriptorsAcceptFailsAndTheConnectionWaitsInTheQueue() throws Exception {
        Trace trace = walk("break accept\nc\nfault add exhaust_descriptors\nn\nfault clear\nc\nc\nc\n");

        assertAll(() -> assertTrue(failures(trace, Lane.SERVER).contains(ErrorCode.EMFILE), failures(trace, Lane.SERVER).toString()),
                // The limit is the process's: a client that had not all of its own by then fails, too.
                () -> assertTrue(read(trace, Lane.CLIENT).equals("ping\\n") || failures(trace, Lane.CLIENT).contains(ErrorCode.EMFILE),
                        "it waited, and was taken: " + failures(trace, Lane.CLIENT)));
    }

    @Test
    void whatCannotBeHadIsRefusedWithWhatToDoInstead() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Shell.Ran real = piped("fault list\nfault add refuse\nfault add exhaust_descriptors\nfault add latency 1s on server\nq\n", "step",
                    "127.0.0.1:" + server.getLocalPort());
            assertAll(() -> assertEquals("each write leaves that much later        client", real.line("latency 200ms [50ms] ")),
                    () -> assertEquals("its listening socket is closed           not in this run", real.line("refuse ")),
                    () -> assertTrue(real.out().contains("? refuse needs the server's listening socket, and this one is not ours: trace\n"), real.out()),
                    () -> assertTrue(real.out().contains("? exhaust_descriptors takes those of this process, and the server is another's:\n"), real.out()),
                    () -> assertTrue(real.out().contains("? the server is not ours: write fault add latency on client\n"), real.out()));
        }
        Shell.Ran ours = piped("fault add reset_peer\nfault add busy_loop 1s on client\nfault clear\nq\n", "step");
        assertAll(() -> assertTrue(ours.out().contains("? there is no open connection on the server's side to reset: Enter goes on\n"), ours.out()),
                () -> assertTrue(ours.out().contains("? busy_loop is a server's: write on server\n"), ours.out()),
                () -> assertTrue(ours.out().contains("? there is no such fault on; fault list shows those that are\n"), ours.out()));
        assertTrue(piped("fault add refuse\nq\n", "step", "happy-path").out().contains("? in a scenario refuse needs one server that is an event loop"));
        assertTrue(piped("fault list\n", "step", "--replay", "samples/recordings/late-accept.ndjson").out()
                .contains("? a recording has no sockets: no fault can be added\n"));
        assertTrue(piped("fault add latency 1s on client\nq\n", "step", "--serve", "127.0.0.1:0").out()
                .contains("? the client is another program's: write fault add latency on server\n"));
    }

    @Test
    void aScenarioHasTheFaultsOfConnections() {
        Shell.Ran ran = piped("n\n".repeat(6) + "fault add latency 50ms on server\nfault add slicer 1 byte on client\nc\n", "step", "happy-path");

        assertEquals(0, ran.code(), ran.out());
        assertTrue(ran.out().contains("held before write: latency 50 ms"), ran.out());
    }

    /// Its server is an event loop, as that of the walk without a scenario.
    @Test
    void aScenarioWhoseServerIsALoopHasTheFaultsOfAListener() {
        Shell.Ran refused = piped("n\nfault add refuse\n" + "c\n".repeat(4), "step", "first-byte-timer");
        assertTrue(refused.out().contains("fault 1: refuse on server"), refused.out());
        assertTrue(refused.out().matches("(?s).*more before these, (one|\\d+) failed: .*"), refused.out());

        Shell.Ran full = piped("n\nfault add busy_loop 30ms\nfault add fill_accept_queue\ni queues\nfault clear\n" + "c\n".repeat(4), "step", "first-byte-timer");
        assertTrue(full.out().matches("(?s).*accept queue .* \\d+ of \\d+.*"), full.out());
        assertTrue(full.out().contains("taken away: fault 1: busy_loop 30 ms on server; fault 2: fill_accept_queue"), full.out());
        assertTrue(full.out().contains("over          the end"), full.out());

        Shell.Ran before = piped("fault add refuse\nq\n", "step", "first-byte-timer");
        assertTrue(before.out().contains("? in a scenario refuse needs one server that is an event loop, started,"), before.out());
    }

    @Test
    void aRerunKeepsThoseThatAreOnAndSaysSo() throws Exception {
        Path saved = folder.resolve("rerun.ndjson");
        Shell.Ran ran = piped("fault add latency 30ms on server\nfault add slicer 2 bytes on client\nfault clear slicer\nc\nrerun\n" + "c\n".repeat(6) + "save " + saved + "\n", "step");
        FaultLife life = only(TraceReader.read(saved).trace());

        assertTrue(ran.out().contains("  kept from the run before: fault 1: latency 30 ms on server\n"), ran.out());
        assertTrue(life.held() >= 30 * MILLI, life.toString());
    }

    @Test
    void whatFaultsTookIsGivenBackAtTheEndOfTheWalk() throws Exception {
        piped("c\n", "step");
        int before = descriptors();
        Shell.Ran ran = piped("break connect\nc\nfault add fill_accept_queue\nfault add refuse\nfault add stop_reading on client\nfault add exhaust_descriptors\nq\n",
                "step");

        assertEquals(0, ran.code(), ran.err());
        long end = System.nanoTime() + 30_000_000_000L;
        while ((descriptors() > before || !threads("trace-step-run").isEmpty()) && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertTrue(descriptors() <= before, descriptors() + " sockets, and there were " + before);
        assertEquals(List.of(), threads("trace-step-run"));
        try (ServerSocket more = new ServerSocket(0)) {
            assertFalse(more.isClosed(), "there are descriptors again");
        }
    }

    private static int descriptors() throws IOException {
        int count = 0;
        try (DirectoryStream<Path> open = Files.newDirectoryStream(Path.of("/proc/self/fd"))) {
            for (Path each : open) {
                String to;
                try {
                    to = Files.readSymbolicLink(each).toString();
                } catch (IOException closedMeanwhile) {
                    continue;
                }
                count += to.startsWith("socket:") ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void faultsAreCompleted() {
        assertEquals(List.of("list", "add", "clear"), StepPrompts.words(List.of("fault", ""), () -> null));
        List<String> words = new ArrayList<>();
        for (FaultKind kind : FaultKind.values()) {
            words.add(kind.label());
        }
        assertEquals(words, StepPrompts.words(List.of("fault", "add", ""), () -> null));
        assertEquals(List.of("on"), StepPrompts.words(List.of("fault", "add", "timeout", ""), () -> null));
        assertTrue(CommandParser.words().contains("fault"));
    }
}
