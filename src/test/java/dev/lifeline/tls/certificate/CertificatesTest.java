package dev.lifeline.tls.certificate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.tls.OpensslServer;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The certificates that are made here, judged by two who have not made them: BouncyCastle and OpenSSL.
@Timeout(120)
class CertificatesTest {

    private static final List<String> NAMES = List.of("localhost", "127.0.0.1", "::1");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Fitness.class)
    void bouncyCastleReadsEachAndFindsItSignedByTheNext(Fitness fitness) throws Exception {
        Certificates certificates = Certificates.in(null);
        Identity identity = certificates.identity(fitness, NAMES);
        List<X509Certificate> path = new ArrayList<>(identity.chain());
        if (identity.root() != null && fitness != Fitness.MISSING_INTERMEDIATE) {
            path.add(identity.root());
        }
        for (int i = 0; i < path.size(); i++) {
            X509CertificateHolder each = new X509CertificateHolder(path.get(i).getEncoded());
            X509CertificateHolder issuer = new X509CertificateHolder(path.get(Math.min(i + 1, path.size() - 1)).getEncoded());
            if (i + 1 < path.size() || each.getSubject().equals(each.getIssuer())) {
                assertTrue(each.isSignatureValid(new JcaContentVerifierProviderBuilder().setProvider(new BouncyCastleProvider()).build(issuer)), fitness + " " + i);
                assertEquals(issuer.getSubject(), each.getIssuer());
            }
            assertArrayEquals(each.getEncoded(), each.toASN1Structure().getEncoded("DER"), "it is DER, and not only BER");
            assertEquals(3, each.getVersionNumber());
        }
        assertEquals(fitness == Fitness.EXPIRED || fitness == Fitness.NOT_YET_VALID, !new X509CertificateHolder(path.getFirst().getEncoded()).isValidOn(new java.util.Date()));
        GeneralNames names = GeneralNames.fromExtensions(new X509CertificateHolder(path.getFirst().getEncoded()).getExtensions(), Extension.subjectAlternativeName);
        assertEquals(fitness == Fitness.WRONG_HOST ? "other.example" : "localhost", names.getNames()[0].getName().toString());
    }

    @ParameterizedTest
    @CsvSource({"GOOD, OK", "INTERMEDIATES, OK", "LONG_CHAIN, OK", "ESCAPES, OK", "BIG_CHAIN, OK", "EXPIRED, certificate has expired", "NOT_YET_VALID, certificate is not yet valid",
        "SELF_SIGNED, self-signed certificate", "UNKNOWN_ISSUER, unable to get local issuer certificate", "MISSING_INTERMEDIATE, unable to get local issuer certificate",
        "WRONG_HOST, hostname mismatch"})
    void opensslVerifiesEachAsItsNameSays(Fitness fitness, String verdict) throws Exception {
        Certificates certificates = Certificates.in(null);
        Identity identity = certificates.identity(fitness, NAMES);
        OpensslServer.write(folder.resolve("ca.pem"), certificates.authority());
        OpensslServer.write(folder.resolve("chain.pem"), identity.chain().toArray(X509Certificate[]::new));
        OpensslServer.write(folder.resolve("leaf.pem"), identity.chain().getFirst());

        String said = openssl("verify", "-x509_strict", "-purpose", "sslserver", "-verify_hostname", "localhost", "-CAfile", "ca.pem", "-untrusted", "chain.pem", "leaf.pem");

        assertTrue(said.contains(verdict), said);
    }

    @Test
    void opensslReadsTheTextsAsTheyWereMeant() throws Exception {
        Identity identity = Certificates.in(null).identity(Fitness.ESCAPES, NAMES);
        OpensslServer.write(folder.resolve("leaf.pem"), identity.chain().getFirst());

        String said = openssl("x509", "-in", "leaf.pem", "-noout", "-text");

        assertTrue(said.contains("DNS:localhost, IP Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1"), said);
        assertTrue(said.contains("Digital Signature") && said.contains("TLS Web Server Authentication"), said);
        assertTrue(identity.chain().getFirst().getSubjectX500Principal().getName().contains("\033[31m"), "the escape codes are in it");
    }

    private String openssl(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }

    @Test
    void theAuthorityIsKeptAndADamagedOneIsMadeAnew() throws Exception {
        Certificates first = Certificates.in(folder.toFile());
        assertEquals(first.authority(), Certificates.in(folder.toFile()).authority());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(first.file().toPath())));

        Files.writeString(first.file().toPath(), "-----BEGIN CERTIFICATE-----\nAAAA\n");
        Certificates second = Certificates.in(folder.toFile());

        assertNotEquals(first.authority(), second.authority());
        assertEquals(second.authority(), Certificates.in(folder.toFile()).authority());
        assertEquals(List.of(Certificates.file(folder.toFile()).getName()), List.of(folder.toFile().list()));
    }

    @ParameterizedTest
    @CsvSource({"2.5.4.3, 0603550403", "1.2.840.113549.1.1.11, 06092a864886f70d01010b", "1.3.6.1.4.1.32473.1, 06092b0601040181fd5901", "2.999.3, 0603883703"})
    void identifiersAreWrittenAsTheStandardSays(String dotted, String hex) {
        assertEquals(hex, HexFormat.of().formatHex(Der.oid(dotted)));
    }

    @Test
    void lengthsAndTimesChangeTheirForm() {
        assertEquals("04", HexFormat.of().formatHex(Der.value(4, new byte[127])).substring(0, 2));
        assertEquals("047f", HexFormat.of().formatHex(Der.value(4, new byte[127])).substring(0, 4));
        assertEquals("048180", HexFormat.of().formatHex(Der.value(4, new byte[128])).substring(0, 6));
        assertEquals("04820100", HexFormat.of().formatHex(Der.value(4, new byte[256])).substring(0, 8));
        assertEquals("0483010000", HexFormat.of().formatHex(Der.value(4, new byte[65536])).substring(0, 10));
        assertEquals("02020080", HexFormat.of().formatHex(Der.integer(BigInteger.valueOf(128))));
        assertEquals(0x17, Der.time(Instant.parse("2049-12-31T23:59:59Z"))[0]);
        assertEquals(0x18, Der.time(Instant.parse("2050-01-01T00:00:00Z"))[0]);
    }
}
