package dev.lifeline.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.cli.Shell;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `trace connect --serve` with TLS at both ends: each fault of the server, as the client's command ends.
@Timeout(60)
class TlsServedTest {

    @TempDir
    private Path cache;

    private Shell.Ran connect(String... args) {
        String[] all = new String[args.length + 2];
        all[0] = "connect";
        all[1] = "--serve";
        System.arraycopy(args, 0, all, 2, args.length);
        return new Shell().with("XDG_CACHE_HOME", cache.toString()).run(all);
    }

    @ParameterizedTest
    @CsvSource({"expired, CERT_EXPIRED", "not-yet-valid, CERT_NOT_YET_VALID", "self-signed, CERT_SELF_SIGNED", "unknown-issuer, CERT_UNKNOWN_ISSUER",
        "wrong-host, CERT_WRONG_HOST", "missing-intermediate, CERT_UNKNOWN_ISSUER", "big-chain, TLS_TOO_LARGE", "old-version, TLS_VERSION",
        "plain-answer, TLS_PLAINTEXT", "unknown-name, TLS_SNI", "no-cipher, TLS_ALERT", "reset-after-hello, ECONNRESET", "eof-after-hello, EOF"})
    void eachFaultOfTheServerIsTheFailureOfTheHandshake(String fault, String code) {
        Shell.Ran ran = connect("--behaviour", "tls=" + fault, "--evidence", "portable");

        assertEquals(15, ran.code(), ran.out() + ran.err());
        assertTrue(ran.out().contains("(" + code + ")"), ran.out());
    }

    @ParameterizedTest
    @CsvSource({"tls", "tls=chain-of-50", "tls=escapes"})
    void whatHoldsIsAnsweredAndNoNameReachesTheTerminal(String behaviour) {
        Shell.Ran ran = connect("--behaviour", behaviour, "--evidence", "portable", "--detail", "deep", "--view", "ladder");

        assertEquals(0, ran.code(), ran.out() + ran.err());
        assertTrue(ran.out().contains("\"ping\\n\""), ran.out());
        assertEquals(-1, ran.out().indexOf('\033'), ran.out());
        assertEquals(-1, ran.out().indexOf('\007'), ran.out());
    }

    @Test
    void aCertificateThatIsNotCheckedIsSaid() {
        Shell.Ran ran = connect("--behaviour", "tls=expired", "--evidence", "portable", "--insecure");

        assertEquals(0, ran.code(), ran.out() + ran.err());
        assertTrue(ran.err().startsWith("trace connect: --insecure: the certificate is not checked, so the other end may be anybody"), ran.err());
    }

    @Test
    void theAuthorityIsKeptForItsOwnerAloneAndUsedAgain() throws Exception {
        connect("--tls", "--evidence", "portable");
        Path file = cache.resolve("lifeline/authority.pem");
        String first = Files.readString(file);
        Shell.Ran again = connect("https://localhost/hello", "--evidence", "portable", "--cacert", file.toString());

        assertEquals(0, again.code(), again.out() + again.err());
        assertEquals(first, Files.readString(file));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())));
    }
}
