package dev.lifeline.tls.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.tls.OpensslServer;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Chains made by BouncyCastle, each with one thing that does not hold.
class ChainCheckTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final KeyPair KEY = key("secp256r1");
    private static final KeyPair OTHER = key("secp256r1");

    private static KeyPair key(String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /// One certificate; with what it may do for others, if anything.
    private static final class Made {
        private final JcaX509v3CertificateBuilder builder;

        Made(String subject, String issuer) {
            builder = new JcaX509v3CertificateBuilder(new X500Principal("CN=" + issuer), BigInteger.TWO, Date.from(NOW.minus(1, ChronoUnit.DAYS)),
                    Date.from(NOW.plus(1, ChronoUnit.DAYS)), new X500Principal("CN=" + subject), KEY.getPublic());
        }

        Made with(org.bouncycastle.asn1.ASN1ObjectIdentifier type, boolean critical, org.bouncycastle.asn1.ASN1Encodable value) throws IOException {
            builder.addExtension(type, critical, value);
            return this;
        }

        X509Certificate by(KeyPair signer, String how) throws OperatorCreationException, GeneralSecurityException {
            return new JcaX509CertificateConverter().getCertificate(builder.build(new JcaContentSignerBuilder(how).build(signer.getPrivate())));
        }

        X509Certificate signed() throws OperatorCreationException, GeneralSecurityException {
            return by(KEY, "SHA256withECDSA");
        }
    }

    private static Made authority(String subject, String issuer) throws IOException {
        return new Made(subject, issuer).with(Extension.basicConstraints, true, new BasicConstraints(true));
    }

    private static Made leaf(String issuer) throws IOException {
        return new Made("leaf", issuer).with(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName(GeneralName.dNSName, "host.example")));
    }

    private static ChainProblem problem(X509Certificate root, X509Certificate... chain) throws IOException {
        return new ChainCheck(Authorities.of(List.of(root)), NOW).problem(List.of(chain), "host.example");
    }

    @Test
    void aChainHoldsInAnyOrderAndWithOthersBesideIt() throws Exception {
        X509Certificate root = authority("root", "root").signed();
        X509Certificate a = authority("a", "root").signed();
        X509Certificate b = authority("b", "a").signed();
        X509Certificate stranger = authority("stranger", "nobody").by(OTHER, "SHA256withECDSA");

        assertNull(problem(root, leaf("b").signed(), stranger, a, root, b));
        assertEquals(ErrorCode.CERT_UNKNOWN_ISSUER, problem(leaf("nobody").by(OTHER, "SHA256withECDSA"), leaf("nobody").signed()).code(),
                "the name alone is not the certificate");
    }

    @Test
    void aSignatureOfAnotherKeyIsNoneOfTheIssuer() throws Exception {
        X509Certificate root = authority("root", "root").signed();

        assertEquals(ErrorCode.CERT_UNKNOWN_ISSUER, problem(root, leaf("root").by(OTHER, "SHA256withECDSA")).code());
    }

    @Test
    void whoIsNoAuthoritySignsNobody() throws Exception {
        X509Certificate root = authority("root", "root").signed();
        X509Certificate middle = new Made("middle", "root").signed();
        X509Certificate mute = authority("mute", "root").with(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature)).signed();
        X509Certificate narrow = new Made("narrow", "root").with(Extension.basicConstraints, true, new BasicConstraints(0)).signed();
        X509Certificate below = authority("below", "narrow").signed();

        assertEquals("\"middle\" may not sign others", problem(root, leaf("middle").signed(), middle).detail());
        assertEquals("\"mute\" may not sign others", problem(root, leaf("mute").signed(), mute).detail());
        assertEquals("\"narrow\" may not have so many below it", problem(root, leaf("below").signed(), below, narrow).detail());
    }

    @Test
    void weakSignaturesAndOtherUsesAreNamed() throws Exception {
        X509Certificate root = authority("root", "root").signed();
        X509Certificate client = leaf("root").with(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth)).signed();

        assertEquals("\"leaf\" is signed by SHA1withECDSA, which is weak", problem(root, leaf("root").by(KEY, "SHA1withECDSA")).detail());
        assertEquals("\"leaf\" is not for servers", problem(root, client).detail());
    }

    /// Extensions that are left to the JDK.
    @Test
    void constraintsOnNamesAreKept() throws Exception {
        X509Certificate root = authority("root", "root").signed();
        for (String allowed : List.of("example", "elsewhere.test")) {
            NameConstraints only = new NameConstraints(new GeneralSubtree[] {new GeneralSubtree(new GeneralName(GeneralName.dNSName, allowed))}, null);
            X509Certificate middle = authority("middle", "root").with(Extension.nameConstraints, true, only).signed();

            ChainProblem found = problem(root, leaf("middle").signed(), middle);

            assertEquals(allowed.equals("example") ? null : ErrorCode.CERT_INVALID, found == null ? null : found.code());
        }
    }

    @Test
    void anExpiredAuthorityIsNamedBeforeTheWrongHost() throws Exception {
        X509Certificate root = authority("root", "root").signed();
        ChainCheck later = new ChainCheck(Authorities.of(List.of(root)), NOW.plus(2, ChronoUnit.DAYS));

        assertEquals(ErrorCode.CERT_EXPIRED, later.problem(List.of(leaf("root").signed()), "other.example").code());
        assertEquals(ErrorCode.CERT_WRONG_HOST, new ChainCheck(Authorities.of(List.of(root)), NOW).problem(List.of(leaf("root").signed()), "other.example").code());
    }

    /// The file has many, and one is looked for by its name alone.
    @Test
    void authoritiesOfAFileAreFoundAmongMany(@TempDir Path folder) throws Exception {
        List<X509Certificate> many = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            many.add(authority("root " + i, "root " + i).signed());
        }
        Authorities file = Authorities.of(OpensslServer.write(folder.resolve("many.pem"), many.toArray(X509Certificate[]::new)));

        assertEquals(List.of(many.get(13)), file.named(new X500Principal("CN=root 13")));
        assertEquals(List.of(), file.named(new X500Principal("CN=root 20")));
    }
}
