package dev.lifeline.tls.trust;

import dev.lifeline.model.tls.TrustSource;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/// Authorities of the machine: the file that OpenSSL and curl read there, or else those that the JDK brings. Neither is looked at before
/// a chain needs it.
final class SystemAuthorities extends Authorities {

    /// Of Debian, of Fedora, of Alpine and macOS, of openSUSE.
    private static final List<String> FILES = List.of("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt",
            "/etc/ssl/cert.pem", "/etc/ssl/ca-bundle.pem");

    private final File file;
    private Authorities ofFile;
    private KeyStore ofJdk;

    private SystemAuthorities(File file, boolean isPem) {
        super(TrustSource.SYSTEM, isPem ? file.getPath() : file.getPath() + ", which came with Java");
        this.file = isPem ? file : null;
    }

    static SystemAuthorities find() {
        for (String path : FILES) {
            File file = new File(path);
            if (file.length() > 0) {
                return new SystemAuthorities(file, true);
            }
        }
        return new SystemAuthorities(cacerts(), false);
    }

    private static File cacerts() {
        return new File(System.getProperty("java.home"), "lib/security/cacerts");
    }

    @Override
    synchronized List<X509Certificate> named(X500Principal name) throws IOException {
        if (file == null) {
            return ofJdk(name);
        }
        ofFile = ofFile == null ? new PemAuthorities(TrustSource.SYSTEM, file) : ofFile;
        return ofFile.named(name);
    }

    private List<X509Certificate> ofJdk(X500Principal name) throws IOException {
        List<X509Certificate> found = new ArrayList<>();
        try {
            if (ofJdk == null) {
                ofJdk = KeyStore.getInstance("PKCS12");
                try (InputStream in = new FileInputStream(cacerts())) {
                    ofJdk.load(in, null);
                }
            }
            for (String alias : Collections.list(ofJdk.aliases())) {
                if (ofJdk.getCertificate(alias) instanceof X509Certificate each && each.getSubjectX500Principal().equals(name)) {
                    found.add(each);
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
        return found;
    }
}
