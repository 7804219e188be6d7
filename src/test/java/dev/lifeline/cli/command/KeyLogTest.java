package dev.lifeline.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.cli.Shell;
import dev.lifeline.observe.Availability;
import dev.lifeline.observe.packet.PacketSource;
import dev.lifeline.tls.OpensslServer;
import dev.lifeline.tls.certificate.Certificates;
import dev.lifeline.tls.certificate.Fitness;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// `--keylog`: what is recorded with it can be read by Wireshark, and secrets that got lost are said.
@Timeout(120)
class KeyLogTest {

    @TempDir
    private Path folder;

    private Shell.Ran trace(String... words) {
        return new Shell().with("XDG_CACHE_HOME", folder.toString()).run(words);
    }

    private Shell.Ran connect(String... words) {
        Assumptions.assumeTrue(new PacketSource().probe() instanceof Availability.Available, "packets need a permission");
        String[] all = new String[words.length + 5];
        System.arraycopy(words, 0, all, 0, words.length);
        System.arraycopy(new String[] {"--keylog", at("keys"), "--record", at("run.ndjson"), "--evidence=packet"}, 0, all, words.length, 5);
        Shell.Ran ran = trace(all);
        assertEquals(0, ran.code(), ran.out() + ran.err());
        return ran;
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    /// What tshark reads of the export, which has the secrets in it.
    private String opened(String... more) throws Exception {
        Shell.Ran ran = trace("export", at("run.ndjson"), "--as", "pcapng", "--keylog", at("keys"), "-o", at("run.pcapng"));
        assertEquals(0, ran.code(), ran.err());
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/tshark")), "tshark is not there");
        List<String> command = new ArrayList<>(List.of("/usr/bin/tshark", "-n", "-r", at("run.pcapng")));
        command.addAll(List.of(more));
        Process tshark = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String out = new String(tshark.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, tshark.waitFor());
        return out;
    }

    @ParameterizedTest
    @ValueSource(strings = {"-tls1_3", "-tls1_2"})
    void theExportIsReadByWireshark(String version) throws Exception {
        Certificates certificates = Certificates.in(folder.toFile());
        try (OpensslServer server = new OpensslServer(folder, certificates.identity(Fitness.GOOD, List.of("localhost")), version, "-www")) {
            connect("connect", "https://localhost:" + server.port() + "/only-inside", "-4", "--cacert", certificates.file().getPath());
            String said = opened("-d", "tcp.port==" + server.port() + ",tls", "-q", "-z", "follow,tls,ascii,0");

            assertTrue(said.contains("GET /only-inside HTTP/1.1") && said.contains("HTTP/1.0 200 ok") && said.contains("</HTML>"), said);
        }
    }

    @Test
    void theLargestPacketsAreWholeToo() throws Exception {
        connect("connect", "--serve", "https://localhost/stream?bytes=300000", "-4");

        assertEquals("200\t300000\n", opened("-Y", "http.response", "-T", "fields", "-e", "http.response.code", "-e", "http.content_length"));
    }

    @Test
    void secretsThatCannotBeWrittenAreSaidOnce() {
        Assumptions.assumeTrue(Files.exists(Path.of("/dev/full")), "this system has no /dev/full");
        Shell.Ran ran = trace("connect", "--serve", "--tls", "--keylog", "/dev/full", "--evidence", "portable", "--count", "2");

        assertEquals(0, ran.code(), ran.out() + ran.err());
        assertEquals("trace connect: --keylog '/dev/full' lacks secrets, as it could not be written: No space left on device\n", ran.err());
    }
}
