package dev.lifeline.tls.certificate;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Certificates for servers of our own, by an authority of our own. The authority and its key are kept in a folder between runs, so that
/// a person can let other programs trust it; all below it is made anew, which takes no time beside a handshake.
public final class Certificates {

    /// The authority's name in the folder.
    private static final String AUTHORITY_FILE = "authority.pem";
    /// A key of RSA takes a second to make, one of P-256 costs the first handshake of a process a tenth.
    private static final String KEY_TYPE = "Ed25519";
    private static final String AUTHORITY = "Lifeline test authority";
    private static final String ESCAPES = "\033[2J\033[31mowned\007\u009b2J";
    private static final int YEARS_10 = 3650;
    private static final int MONTH = 30;
    private static final Duration FRESH = Duration.ofDays(MONTH);
    private static final int MANY = 48;
    private static final int MIDDLE = 2;
    private static final int BIG_PARTS = 8;
    private static final int BIG_BYTES = 125_000;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> OWNERS_FOLDER = PosixFilePermissions.fromString("rwx------");

    private final CertificateWriter writer = new CertificateWriter(KEY_TYPE);
    private final X509Certificate authority;
    private final KeyPair authorityKey;
    private final File file;

    private Certificates(X509Certificate authority, KeyPair authorityKey, File file) {
        this.authority = authority;
        this.authorityKey = authorityKey;
        this.file = file;
    }

    /// The file in the folder that has the authority, once one was made there.
    public static File file(File folder) {
        return new File(folder, AUTHORITY_FILE);
    }

    /// The authority that the folder keeps, or a new one that it keeps from now on.
    ///
    /// @param folder made where it is missing; `null` to keep nothing
    /// @throws IOException where it cannot be written
    public static Certificates in(File folder) throws IOException {
        File file = folder == null ? null : file(folder);
        if (file != null && file.exists()) {
            Certificates kept = kept(file);
            if (kept != null) {
                return kept;
            }
        }
        try {
            KeyPair key = newKey();
            Wish wish = Wish.good(AUTHORITY, List.of(), true, YEARS_10);
            Certificates made = new Certificates(new CertificateWriter(KEY_TYPE).selfSigned(wish, key), key, file);
            if (file != null) {
                made.keep(folder.toPath());
            }
            return made;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    /// @return `null` where it is not as it was written, or too old
    private static Certificates kept(File file) {
        try {
            Pem pem = Pem.read(file);
            Identity identity = pem.identity(pem);
            X509Certificate authority = identity.chain().getFirst();
            boolean fresh = authority.getNotAfter().toInstant().isAfter(Instant.now().plus(FRESH));
            return fresh && identity.key().getAlgorithm().startsWith("Ed")
                    ? new Certificates(authority, new KeyPair(authority.getPublicKey(), identity.key()), file) : null;
        } catch (IOException damaged) {
            return null;
        }
    }

    /// Another process may do the same at this moment: a reader gets one or the other, whole.
    private void keep(Path folder) throws IOException {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] none = {};
        Files.createDirectories(folder, posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNERS_FOLDER)} : none);
        Path next = Files.createTempFile(folder, "authority", ".new", posix ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : none);
        try {
            Files.writeString(next, encoded(Pem.CERTIFICATE, authority) + Pem.written(Pem.KEY, authorityKey.getPrivate().getEncoded()),
                    StandardOpenOption.TRUNCATE_EXISTING);
            Files.move(next, file.toPath(), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private static String encoded(String label, X509Certificate certificate) {
        try {
            return Pem.written(label, certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair newKey() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance(KEY_TYPE).generateKeyPair();
    }

    /// The authority that clients have to trust.
    public X509Certificate authority() {
        return authority;
    }

    /// The file with the authority, for `--cacert` of this program and others; `null` where nothing is kept. It holds its key as well.
    public File file() {
        return file;
    }

    /// Makes an identity for a server.
    ///
    /// @param fitness with which fault, if any
    /// @param names hosts for which it is good
    public Identity identity(Fitness fitness, List<String> names) {
        try {
            return made(fitness, names, newKey());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Identity made(Fitness fitness, List<String> names, KeyPair key) throws GeneralSecurityException {
        Instant now = Instant.now();
        Wish good = Wish.good(names.getFirst(), names, false, 3 * MONTH);
        return switch (fitness) {
            case GOOD -> below(List.of(), good, key);
            case EXPIRED -> below(List.of(), good.between(now.minus(Duration.ofDays(4 * MONTH)), now.minus(FRESH)), key);
            case NOT_YET_VALID -> below(List.of(), good.between(now.plus(FRESH), now.plus(Duration.ofDays(4 * MONTH))), key);
            case SELF_SIGNED -> new Identity(List.of(writer.selfSigned(good, key)), key.getPrivate(), null);
            case UNKNOWN_ISSUER -> byNobody(good, key);
            case WRONG_HOST -> below(List.of(), Wish.good("other.example", List.of("other.example", "*.other.example"), false, 3 * MONTH), key);
            case INTERMEDIATES -> below(middles(MIDDLE, 0), good, key);
            case MISSING_INTERMEDIATE -> withoutMiddle(below(middles(1, 0), good, key));
            case LONG_CHAIN -> below(middles(MANY + 1, 0), good, key);
            case BIG_CHAIN -> below(middles(BIG_PARTS, BIG_BYTES), good, key);
            case ESCAPES -> below(List.of(), Wish.good(ESCAPES, escaped(names), false, 3 * MONTH), key);
        };
    }

    private static List<String> escaped(List<String> names) {
        List<String> all = new ArrayList<>(names);
        all.add(ESCAPES + ".example");
        return all;
    }

    private static List<Wish> middles(int count, int padding) {
        List<Wish> all = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            all.add(Wish.good(AUTHORITY + ", level " + i, List.of(), true, YEARS_10 / 2).padded(padding));
        }
        return all;
    }

    /// A leaf below the authority and, from above to below, these; all of them have the authority's key.
    private Identity below(List<Wish> middles, Wish leaf, KeyPair key) throws GeneralSecurityException {
        List<X509Certificate> chain = new ArrayList<>();
        X509Certificate issuer = authority;
        for (Wish middle : middles) {
            issuer = writer.signed(middle, authorityKey.getPublic(), issuer, authorityKey);
            chain.addFirst(issuer);
        }
        chain.addFirst(signed(leaf, key.getPublic(), issuer));
        return new Identity(chain, key.getPrivate(), authority);
    }

    private X509Certificate signed(Wish wish, PublicKey key, X509Certificate issuer) throws GeneralSecurityException {
        return writer.signed(wish, key, issuer, authorityKey);
    }

    private Identity byNobody(Wish wish, KeyPair key) throws GeneralSecurityException {
        KeyPair other = newKey();
        X509Certificate nobody = writer.selfSigned(Wish.good("An authority that nobody knows", List.of(), true, YEARS_10), other);
        return new Identity(List.of(writer.signed(wish, key.getPublic(), nobody, other)), key.getPrivate(), nobody);
    }

    private static Identity withoutMiddle(Identity whole) {
        return new Identity(whole.chain().subList(0, 1), whole.key(), whole.root());
    }
}
