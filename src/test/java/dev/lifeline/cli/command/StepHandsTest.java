package dev.lifeline.cli.command;

import static dev.lifeline.cli.command.PipedWalk.byHand;
import static dev.lifeline.cli.command.PipedWalk.piped;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.cli.Shell;
import dev.lifeline.file.TraceReader;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Trace;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.StreamEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What a person does by hand on every kind of run that is no play.
@Timeout(120)
class StepHandsTest {

    private static final String SAMPLE = "samples/recordings/late-accept.ndjson";

    @TempDir
    Path folder;

    private static boolean wrote(Trace trace, Lane lane, String text) {
        return trace.events().stream().anyMatch(event -> event.lane() == lane && event.body() instanceof StageEvent.Finished done
                && done.outcome() instanceof Outcome.Moved moved && moved.bytes().preview().equals(text));
    }

    private static List<CloseKind> closes(Trace trace, Lane lane) {
        return trace.events().stream().filter(event -> event.lane() == lane && event.body() instanceof StageEvent.Finished)
                .map(event -> ((StageEvent.Finished) event.body()).outcome()).filter(Outcome.Closed.class::isInstance)
                .map(outcome -> ((Outcome.Closed) outcome).how()).toList();
    }

    /// Linux keeps what came before a reset: tcp_recvmsg gives it out before the error.
    @Test
    void whatLayUnreadBeforeAResetCanStillBeReadAndTheCardSaysSo() {
        Shell.Ran ran = piped("until write\nfault add stop_reading on server\n\nreset\nfault clear\nn\n" + "c\n".repeat(3), "step");
        assertTrue(ran.out().contains("socket        server  gone from the table; 5 bytes can still be read"), ran.out());
        assertTrue(ran.out().contains("socket        server  gone from the table, last seen in ESTABLISHED"), "and were read: " + ran.out());
    }

    @Test
    void bothSidesOfTheOrdinaryWalkWriteWhileTheyStandAtAGate() throws Exception {
        Path saved = folder.resolve("hands.ndjson");
        Shell.Ran ran = piped("break write on server\nc\nsend hello\nsend yo on server\nsave " + saved + "\nq\n", "step");
        Trace trace = TraceReader.read(saved).trace();

        assertAll(() -> assertEquals(0, ran.code(), ran.err()),
                () -> assertTrue(ran.out().contains("by hand       server write: not by its own program"), ran.out()),
                () -> assertTrue(wrote(trace, Lane.CLIENT, "hello"), ran.out()),
                () -> assertTrue(wrote(trace, Lane.SERVER, "yo"), ran.out()),
                () -> assertEquals(List.of("client write", "server write"), byHand(trace)));
    }

    @Test
    void aClientThatIsClosedByHandIsAtTheEndOfItsConversationAndNothingFailed() throws Exception {
        Path saved = folder.resolve("close.ndjson");
        Shell.Ran ran = piped("break write on client\nc\nclose\nclose\nc\nsave " + saved + "\n", "step");
        Trace trace = TraceReader.read(saved).trace();

        assertAll(() -> assertEquals(0, ran.code(), ran.err()),
                () -> assertFalse(ran.out().contains("FAILED"), ran.out()),
                () -> assertEquals(List.of(CloseKind.HALF), closes(trace, Lane.CLIENT)),
                () -> assertTrue(trace.complete()),
                () -> assertFalse(trace.events().stream().anyMatch(event -> event.body() instanceof RunEvent.Interrupted)));
    }

    @Test
    void aServerThatIsResetByHandIsAResetToTheClient() throws Exception {
        Path saved = folder.resolve("reset.ndjson");
        Shell.Ran ran = piped("break write on server\nc\nreset on server\nc\nc\nc\nsave " + saved + "\n", "step");
        Trace trace = TraceReader.read(saved).trace();

        assertAll(() -> assertEquals(0, ran.code(), ran.err()),
                () -> assertEquals(List.of(CloseKind.RESET), closes(trace, Lane.SERVER)),
                () -> assertTrue(ran.out().contains("ECONNRESET") || ran.out().contains("EPIPE"), ran.out()));
    }

    @Test
    void whoHasEndedItsStreamByHandCannotWriteAndIsToldSo() throws Exception {
        Path saved = folder.resolve("shut.ndjson");
        Shell.Ran ran = piped("break write on client\nc\nshutdown\nsend x\nc\nc\nsave " + saved + "\n", "step");
        Trace trace = TraceReader.read(saved).trace();

        assertTrue(trace.events().stream().anyMatch(event -> event.lane() == Lane.CLIENT && event.body() instanceof StreamEvent.OutputShut), ran.out());
        assertTrue(trace.events().stream().anyMatch(event -> event.body() instanceof StageEvent.Failed failed
                && "this side had ended its stream already".equals(failed.failure().message())), ran.out());
    }

    @Test
    void aRealTargetHearsWhatTheClientSaysByHand() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            FutureTask<String> heard = new FutureTask<>(() -> {
                try (Socket socket = server.accept()) {
                    return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
                }
            });
            Thread.ofPlatform().daemon().start(heard);
            Shell.Ran ran = piped("break before close\nc\nsend hello\nsend x on server\nc\n", "step",
                    "127.0.0.1:" + server.getLocalPort());

            assertEquals("hello", heard.get(60, TimeUnit.SECONDS), ran.out());
            assertTrue(ran.out().contains("? there is no open connection on the server's side; with one: client"), ran.out());
        }
    }

    @Test
    void aServerAnswersTheClientOfAnotherProgramByHand() throws Exception {
        int port = free();
        FutureTask<String> heard = new FutureTask<>(() -> {
            try (Socket socket = connected(port)) {
                return new String(socket.getInputStream().readNBytes(2), StandardCharsets.US_ASCII);
            }
        });
        Thread.ofPlatform().daemon().start(heard);
        Shell.Ran ran = piped("until first-byte\nsend yo\nq\n", "step", "--serve", "127.0.0.1:" + port);

        assertEquals("yo", heard.get(60, TimeUnit.SECONDS), ran.out());
        assertTrue(ran.out().contains("by hand       server write"), ran.out());
    }

    private static int free() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Socket connected(int port) throws IOException {
        long end = System.nanoTime() + 60_000_000_000L;
        while (true) {
            try {
                return new Socket(InetAddress.getLoopbackAddress(), port);
            } catch (IOException refused) {
                if (System.nanoTime() > end) {
                    throw refused;
                }
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void whatCannotBeReachedIsSaid() {
        Shell.Ran ran = piped("send x\nreset on server\nclose on nobody\nq\n", "step");

        assertTrue(ran.out().contains("? there is no open connection on either side by now"), ran.out());
        assertTrue(ran.out().contains("? there is no open connection on the server's side by now"), ran.out());
        assertTrue(ran.out().contains("? there is no 'nobody' by now"), ran.out());
        assertTrue(piped("close\n", "step", "--replay", SAMPLE).out().contains("? a recording has no sockets: nothing can be done by hand"));
    }
}
