package dev.lifeline.cli.command;

import static dev.lifeline.cli.command.PipedWalk.piped;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.cli.Shell;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.file.TraceReader;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Trace;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.StageEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Walks through TLS and one request, with both ends here or with one: where each side stops, what is known there, and what went out.
@Timeout(120)
class StepWebTest {

    @TempDir
    Path folder;

    /// Runs a walk that goes on to its end.
    private Shell.Ran walk(String commands, String... args) throws IOException {
        Path saved = folder.resolve("walk.ndjson");
        Files.deleteIfExists(saved);
        return PipedWalk.shell(commands + "c\n".repeat(6) + "save " + saved + "\n").with("XDG_CACHE_HOME", folder.resolve("cache").toString()).run(args);
    }

    private Trace saved() throws Exception {
        return TraceReader.read(folder.resolve("walk.ndjson")).trace();
    }

    private static List<String> stops(Trace trace, Stage... stages) {
        return trace.events().stream().filter(event -> event.body() instanceof HoldEvent.HoldStarted hold && List.of(stages).contains(hold.stage()))
                .map(event -> ((HoldEvent.HoldStarted) event.body()).stage().label() + ", " + event.lane().label()).toList();
    }

    /// The card of the stop at a place: from the line that names it to the next empty one.
    private static String card(Shell.Ran ran, String place) {
        int at = ran.out().indexOf("stopped       " + place);
        assertTrue(at >= 0, place + ": " + ran.err() + ran.out());
        int end = ran.out().indexOf("\n\n", at);
        return ran.out().substring(ran.out().lastIndexOf("\n\n", at) + 1, end < 0 ? ran.out().length() : end);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--http", "--https"})
    void bothSidesStopBeforeEachStageOfTlsAndHttp(String option) throws Exception {
        Shell.Ran ran = walk("n\n".repeat(24), "step", option);
        List<String> stops = stops(saved(), Stage.TLS, Stage.REQUEST, Stage.HANDLER, Stage.RESPONSE);

        for (String place : List.of("request, client", "request, server", "handler, server", "response, server", "response, client")) {
            assertTrue(stops.contains(place), place + ": " + stops);
        }
        assertEquals(option.equals("--https"), stops.contains("tls, client") && stops.contains("tls, server"), stops.toString());
        assertTrue(ran.out().contains("answered 200, closed in order"), ran.out());
    }

    @Test
    void aStopTellsTheHelloTheCertificateAndWhatWasAgreed() throws Exception {
        Shell.Ran ran = walk("break tls on server\nc\ndelete all\ni tls\nbreak request on client\nc\ndelete all\ni tls\n", "step", "--https");

        assertAll(() -> assertTrue(card(ran, "before tls, server").contains("sent TLSv1.3, TLSv1.2, for localhost, http/1.1"), ran.out()),
                () -> assertTrue(card(ran, "before request, client").contains("TLSv1.3, TLS_AES_"), ran.out()),
                () -> assertTrue(card(ran, "before request, client").contains("CN=localhost,O=Lifeline, until "), ran.out()),
                () -> assertTrue(card(ran, "before request, client").contains(", trusted"), ran.out()),
                () -> assertTrue(ran.out().contains("* read TLSv1.3"), "what is news in the pane: " + ran.out()));
    }

    @Test
    void thePaneOfARequestHasItsFieldsAndNoSecret() throws Exception {
        Shell.Ran ran = walk("u handler\ni request\nbreak close on client\nc\ndelete all\ni request\n", "step", "--http", "--header", "Authorization: Basic c2VjcmV0",
                "--header", "Cookie: id=12345");

        assertAll(() -> assertTrue(ran.out().contains("GET /hello HTTP/1.1"), ran.out()), () -> assertTrue(ran.out().contains("HTTP/1.1 200 OK"), ran.out()),
                () -> assertTrue(ran.out().contains("Authorization: (14 bytes)") && ran.out().contains("Cookie: (8 bytes)"), ran.out()),
                () -> assertFalse(ran.out().contains("c2VjcmV0") || ran.out().contains("12345"), ran.out()),
                () -> assertFalse(Files.readString(folder.resolve("walk.ndjson")).contains("c2VjcmV0"), "the recording has none either"));
    }

    @Test
    void anotherRunSpeaksTlsAgainAndARecordingIsWalkedWithTheSameCards() throws Exception {
        Shell.Ran ran = walk("break request on client\nc\ndelete all\nrerun\nbreak request on client\nc\ndelete all\n", "step", "--https");
        Shell.Ran again = piped("break request on client\nc\ndelete all\ni tls\n", "step", "--replay", folder.resolve("walk.ndjson").toString());

        assertTrue(ran.out().contains("run 2, stop 2"), ran.out());
        assertTrue(again.out().contains("CN=localhost,O=Lifeline, until "), again.out());
    }

    @ParameterizedTest
    @CsvSource({"tls=expired, CERT_EXPIRED", "tls=plain-answer, TLS_PLAINTEXT", "tls=no-cipher, TLS_ALERT", "tls=eof-after-hello, EOF"})
    void aFailureOfTlsStandsAtTheStopBehindIt(String behaviour, ErrorCode code) throws Exception {
        Shell.Ran ran = walk("break tls on client\nc\ndelete all\nn\nn\nn\n", "step", "--behaviour", behaviour);
        List<StageEvent.Failed> failed = saved().events().stream().filter(event -> event.lane() == Lane.CLIENT && event.body() instanceof StageEvent.Failed)
                .map(event -> (StageEvent.Failed) event.body()).toList();

        assertEquals(Stage.TLS, failed.getFirst().stage());
        assertEquals(code, failed.getFirst().failure().code(), failed.toString());
        assertTrue(card(ran, "before close, client").contains("FAILED " + code.name()), ran.out());
        assertEquals(Stage.TLS, Diagnosis.of(saved()).stage());
    }

    @Test
    void whoQuitsBeforeTheRequestHasSentNone() throws Exception {
        for (String leave : List.of("q\n", "", "rerun\nq\n")) {
            try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
                FutureTask<Integer> read = new FutureTask<>(reading(server));
                Thread.ofPlatform().daemon().start(read);
                Shell.Ran ran = piped("u request\n" + leave, "step", "http://127.0.0.1:" + server.getLocalPort() + "/");

                assertTrue(ran.out().contains("before request, client"), ran.err() + ran.out());
                assertEquals(0, read.get(60, TimeUnit.SECONDS), "bytes that came after " + leave.strip());
            }
        }
    }

    private static Callable<Integer> reading(ServerSocket server) {
        return () -> {
            try (Socket peer = server.accept()) {
                return peer.getInputStream().readAllBytes().length;
            }
        };
    }

    @Test
    void anAddressWithTlsSpeaksItAndAPlainAnswerIsPlacedThere() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofPlatform().daemon().start(() -> {
                try (Socket peer = server.accept()) {
                    peer.getInputStream().read();
                    peer.getOutputStream().write("220 mail ready\r\n".getBytes(StandardCharsets.US_ASCII));
                    peer.getInputStream().readAllBytes();
                } catch (IOException e) {
                    // The other side is gone.
                }
            });
            Shell.Ran ran = walk("u tls\nn\n", "step", "127.0.0.1:" + server.getLocalPort(), "--tls");
            assertTrue(card(ran, "before close, client").contains("FAILED TLS_PLAINTEXT"), ran.out());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "--http http://127.0.0.1:1/ | --http is for a server of its own",
        "--behaviour silent | --behaviour of a walk is one of TLS or HTTP",
        "--data-file - | standard input, where the commands come from",
        "--cacert nowhere.pem | --cacert is for TLS",
        "--tls accept-queue-full | options of TLS and HTTP are for a connection of this walk",
        "--serve --method GET | the client is another program"})
    void optionsThatHaveNoMeaningAreRefused(String args, String why) {
        Shell.Ran ran = piped("q\n", ("step " + args).split(" "));

        assertEquals(2, ran.code(), ran.out());
        assertTrue(ran.err().contains(why), ran.err());
    }
}
