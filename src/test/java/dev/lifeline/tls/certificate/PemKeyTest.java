package dev.lifeline.tls.certificate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Keys in the forms in which OpenSSL writes them: what is not read names the command that makes a readable one of it.
@Timeout(60)
class PemKeyTest {

    @TempDir
    private Path folder;

    private void openssl(String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), said);
    }

    @ParameterizedTest
    @CsvSource({
        "genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -aes256 -pass pass:secret, EC, the key has a password",
        "genrsa -traditional -aes128 -passout pass:secret 2048, RSA, the key has a password",
        "ecparam -name prime256v1 -genkey -noout, EC, the key is in an older form",
        "genrsa -traditional 2048, RSA, the key is in an older form"})
    void aKeyInAnotherFormSaysHowItIsWrittenInThisOne(String made, String algorithm, String said) throws Exception {
        Path key = folder.resolve("key.pem");
        List<String> words = new ArrayList<>(List.of(made.split(" ")));
        boolean last = words.getLast().equals("2048");
        words.addAll(last ? words.size() - 1 : words.size(), List.of("-out", key.toString()));
        openssl(words.toArray(new String[0]));

        String why = assertThrows(IOException.class, () -> Pem.read(key.toFile()).key(algorithm)).getMessage();
        assertTrue(why.startsWith(said) && why.endsWith("openssl pkey -in FILE -out NEW"), why);

        openssl("pkey", "-in", key.toString(), "-passin", "pass:secret", "-out", folder.resolve("new.pem").toString());
        assertEquals(algorithm, Pem.read(folder.resolve("new.pem").toFile()).key(algorithm).getAlgorithm());
    }

    @ParameterizedTest
    @CsvSource({"'', there is no key", "-----BEGIN CERTIFICATE-----, there is no key"})
    void noKeyIsNone(String text, String said) throws Exception {
        Path file = Files.writeString(folder.resolve("none.pem"), text);
        String why = assertThrows(IOException.class, () -> Pem.read(file.toFile()).key("EC")).getMessage();
        assertTrue(why.startsWith(said), why);
    }
}
