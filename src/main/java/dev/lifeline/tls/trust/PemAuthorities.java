package dev.lifeline.tls.trust;

import dev.lifeline.model.tls.TrustSource;
import dev.lifeline.tls.certificate.Pem;
import java.io.File;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.security.auth.x500.X500Principal;

/// Authorities in a file of PEM. The system's has 140, of which a chain needs one: the others are not taken apart beyond their name,
/// which saves a start a tenth of a second.
final class PemAuthorities extends Authorities {

    private final List<byte[]> certificates;

    PemAuthorities(TrustSource source, File file) throws IOException {
        super(source, file.getPath());
        certificates = Pem.read(file).all(Pem.CERTIFICATE);
        if (certificates.isEmpty()) {
            throw new IOException("there is no certificate in it: a line -----BEGIN CERTIFICATE----- is expected");
        }
    }

    @Override
    List<X509Certificate> named(X500Principal name) throws IOException {
        byte[] wanted = name.getEncoded();
        List<X509Certificate> found = new ArrayList<>();
        for (byte[] each : certificates) {
            DerPlace subject = DerPlace.subject(each);
            if (subject != null && Arrays.equals(each, subject.from(), subject.to(), wanted, 0, wanted.length)) {
                found.add(Pem.certificate(each));
            }
        }
        return found;
    }
}
