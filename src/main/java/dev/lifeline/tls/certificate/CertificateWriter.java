package dev.lifeline.tls.certificate;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;

/// Writes and signs certificates of version 3, RFC 5280 section 4.1.
final class CertificateWriter {

    private static final String COMMON_NAME = "2.5.4.3";
    private static final String ORGANISATION = "2.5.4.10";
    /// Of the arc that RFC 9371 section 3.4 keeps for examples: no program knows it, and it is not critical.
    private static final String PADDING = "1.3.6.1.4.1.32473.1";
    private static final int SERIAL_BITS = 120;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String signature;
    private final byte[] algorithm;

    /// @param keyType `RSA`, `EC` or `Ed25519`, which also decides how is signed
    CertificateWriter(String keyType) {
        this.signature = switch (keyType) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> "Ed25519";
        };
        this.algorithm = switch (keyType) {
            // RFC 4055 section 5: the parameters are there, and they are NULL.
            case "RSA" -> Der.sequence(Der.oid("1.2.840.113549.1.1.11"), new byte[] {5, 0});
            case "EC" -> Der.sequence(Der.oid("1.2.840.10045.4.3.2"));
            default -> Der.sequence(Der.oid("1.3.101.112"));
        };
    }

    /// Signs one with its own key.
    X509Certificate selfSigned(Wish wish, KeyPair own) throws GeneralSecurityException {
        return sign(wish, own.getPublic(), name(wish.subject()), own);
    }

    /// Has the owner of a certificate sign another.
    X509Certificate signed(Wish wish, PublicKey key, X509Certificate issuer, KeyPair issuerKey) throws GeneralSecurityException {
        return sign(wish, key, issuer.getSubjectX500Principal().getEncoded(), issuerKey);
    }

    private X509Certificate sign(Wish wish, PublicKey key, byte[] issuer, KeyPair signer) throws GeneralSecurityException {
        byte[] body = Der.sequence(
                Der.context(0, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS)),
                algorithm,
                issuer,
                Der.sequence(Der.time(wish.from()), Der.time(wish.until())),
                name(wish.subject()),
                key.getEncoded(),
                Der.context(3, Der.sequence(extensions(wish, key, signer.getPublic()))));
        byte[] whole = Der.sequence(body, algorithm, Der.bits(0, signature(body, signer.getPrivate())));
        return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(whole));
    }

    private byte[] signature(byte[] body, PrivateKey key) throws GeneralSecurityException {
        Signature signing = Signature.getInstance(signature);
        signing.initSign(key);
        signing.update(body);
        return signing.sign();
    }

    private static byte[] name(String commonName) {
        return Der.sequence(attribute(ORGANISATION, "Lifeline"), attribute(COMMON_NAME, commonName));
    }

    private static byte[] attribute(String oid, String text) {
        return Der.value(Der.SET, Der.sequence(Der.oid(oid), Der.text(text)));
    }

    /// Section 4.2.1. Of a leaf: digital signatures, and server and client by one and the same.
    private static byte[][] extensions(Wish wish, PublicKey key, PublicKey issuer) throws GeneralSecurityException {
        List<byte[]> all = new ArrayList<>();
        all.add(extension("2.5.29.19", true, wish.authority() ? Der.sequence(Der.yes()) : Der.sequence()));
        // keyCertSign and cRLSign, or digitalSignature.
        all.add(extension("2.5.29.15", true, wish.authority() ? Der.bits(1, (byte) 0x06) : Der.bits(7, (byte) 0x80)));
        all.add(extension("2.5.29.14", false, Der.value(Der.OCTETS, keyId(key))));
        all.add(extension("2.5.29.35", false, Der.sequence(Der.value(0x80, keyId(issuer)))));
        if (!wish.authority()) {
            all.add(extension("2.5.29.37", false, Der.sequence(Der.oid("1.3.6.1.5.5.7.3.1"), Der.oid("1.3.6.1.5.5.7.3.2"))));
        }
        if (!wish.names().isEmpty()) {
            byte[][] names = new byte[wish.names().size()][];
            for (int i = 0; i < names.length; i++) {
                names[i] = generalName(wish.names().get(i));
            }
            all.add(extension("2.5.29.17", false, Der.sequence(names)));
        }
        if (wish.padding() > 0) {
            all.add(extension(PADDING, false, Der.value(Der.OCTETS, new byte[wish.padding()])));
        }
        return all.toArray(new byte[0][]);
    }

    private static byte[] extension(String oid, boolean critical, byte[] content) {
        byte[] octets = Der.value(Der.OCTETS, content);
        return critical ? Der.sequence(Der.oid(oid), Der.yes(), octets) : Der.sequence(Der.oid(oid), octets);
    }

    /// Section 4.2.1.6: `[2]` a DNS name, `[7]` an address.
    private static byte[] generalName(String name) {
        try {
            return Der.value(0x87, InetAddress.ofLiteral(name).getAddress());
        } catch (IllegalArgumentException noAddress) {
            return Der.value(0x82, name.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private static byte[] keyId(PublicKey key) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-1").digest(key.getEncoded());
    }
}
