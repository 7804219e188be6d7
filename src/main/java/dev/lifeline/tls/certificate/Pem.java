package dev.lifeline.tls.certificate;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// The text encoding of certificates and keys (RFC 7468).
///
/// @param text the whole of a file
public record Pem(String text) {

    public static final String CERTIFICATE = "CERTIFICATE";
    static final String KEY = "PRIVATE KEY";
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";
    private static final int LONGEST_FILE = 16 << 20;
    private static final int LINE = 64;

    /// Reads a file.
    public static Pem read(File file) throws IOException {
        if (file.length() > LONGEST_FILE) {
            throw new IOException("it has more than " + (LONGEST_FILE >> 20) + " MiB");
        }
        return new Pem(new String(Files.readAllBytes(file.toPath()), StandardCharsets.ISO_8859_1));
    }

    /// The contents of all parts with this label, in their order.
    ///
    /// @throws IOException where one has no end, or is no Base64
    public List<byte[]> all(String label) throws IOException {
        List<byte[]> found = new ArrayList<>();
        String begin = BEGIN + label + DASHES;
        for (int at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at + 1)) {
            int end = text.indexOf(END + label + DASHES, at);
            if (end < 0) {
                throw new IOException(begin + " has no end");
            }
            try {
                found.add(Base64.getMimeDecoder().decode(text.substring(at + begin.length(), end)));
            } catch (IllegalArgumentException e) {
                throw new IOException(begin + " is not followed by Base64");
            }
        }
        return found;
    }

    /// All its certificates.
    public List<X509Certificate> certificates() throws IOException {
        List<X509Certificate> all = new ArrayList<>();
        for (byte[] each : all(CERTIFICATE)) {
            all.add(certificate(each));
        }
        return all;
    }

    /// A certificate from its bytes.
    public static X509Certificate certificate(byte[] der) throws IOException {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException e) {
            throw new IOException("there is a certificate that cannot be read: " + e.getMessage());
        }
    }

    /// The identity that it holds together with a file for the key.
    ///
    /// @param ofKey the same file, or another
    /// @throws IOException where one of the two is missing; the message says which
    public Identity identity(Pem ofKey) throws IOException {
        List<X509Certificate> chain = certificates();
        if (chain.isEmpty()) {
            throw new IOException("there is no certificate: a line -----BEGIN CERTIFICATE----- is expected");
        }
        return new Identity(chain, ofKey.key(chain.getFirst().getPublicKey().getAlgorithm()), null);
    }

    PrivateKey key(String algorithm) throws IOException {
        List<byte[]> keys = all(KEY);
        if (keys.isEmpty()) {
            throw new IOException(noKey());
        }
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(keys.getFirst()));
        } catch (GeneralSecurityException e) {
            throw new IOException("the key is none of the kind of the certificate, " + algorithm);
        }
    }

    /// Keys in the other forms are turned into this one by a single command, which asks for the password where there is one.
    private String noKey() {
        boolean locked = text.contains(BEGIN + "ENCRYPTED " + KEY) || text.contains("Proc-Type: 4,ENCRYPTED");
        boolean older = text.contains(" " + KEY + DASHES);
        return locked ? "the key has a password; write it without one: openssl pkey -in FILE -out NEW"
                : older ? "the key is in an older form; write it as PKCS #8: openssl pkey -in FILE -out NEW"
                : "there is no key: a line -----BEGIN PRIVATE KEY----- is expected (PKCS #8, without a password)";
    }

    /// Writes one part.
    static String written(String label, byte[] content) {
        return BEGIN + label + DASHES + "\n" + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(content) + "\n" + END + label + DASHES
                + "\n";
    }
}
