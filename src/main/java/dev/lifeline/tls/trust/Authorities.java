package dev.lifeline.tls.trust;

import dev.lifeline.model.tls.TrustSource;
import java.io.File;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/// The certificates that this side trusts without asking anybody.
public abstract class Authorities {

    private final TrustSource source;
    private final String where;

    Authorities(TrustSource source, String where) {
        this.source = source;
        this.where = where;
    }

    /// Those of a file of PEM, whose certificates are read one by one as they are needed.
    ///
    /// @throws IOException where it cannot be read, or holds no certificate; the message says which
    public static Authorities of(File file) throws IOException {
        return new PemAuthorities(TrustSource.FILE, file);
    }

    /// These.
    public static Authorities of(List<X509Certificate> these) {
        return new Authorities(TrustSource.FILE, "the certificates that were given") {
            @Override
            List<X509Certificate> named(X500Principal name) {
                List<X509Certificate> found = new ArrayList<>();
                for (X509Certificate each : these) {
                    if (each.getSubjectX500Principal().equals(name)) {
                        found.add(each);
                    }
                }
                return found;
            }
        };
    }

    /// Those of the machine, or of the JDK where the machine has no file of them. They are looked for when the first chain is checked.
    public static Authorities ofSystem() {
        return SystemAuthorities.find();
    }

    /// The kind of trust.
    TrustSource source() {
        return source;
    }

    /// Where they stand, for a person.
    String where() {
        return where;
    }

    /// Those with this name, of which there may be several.
    abstract List<X509Certificate> named(X500Principal name) throws IOException;
}
