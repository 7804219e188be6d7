package dev.lifeline.tls.trust;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;

/// The JDK's check of a path, for certificates with constraints that are seldom (on names, on policies).
final class JdkCheck {

    private JdkCheck() {
    }

    /// @param path the peer's own first, a trusted one last
    static ChainProblem problem(List<X509Certificate> path, Instant now) throws IOException {
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(path.getLast(), null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(now));
            CertPathValidator.getInstance("PKIX").validate(CertificateFactory.getInstance("X.509")
                    .generateCertPath(path.subList(0, Math.max(1, path.size() - 1))), parameters);
            return null;
        } catch (CertPathValidatorException e) {
            return ChainCheck.invalid(path.get(Math.max(0, e.getIndex())), " does not hold: " + e.getMessage());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
