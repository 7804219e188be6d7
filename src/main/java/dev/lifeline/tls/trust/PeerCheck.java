package dev.lifeline.tls.trust;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.event.TlsEvent;
import dev.lifeline.model.tls.TrustSource;
import java.io.IOException;
import java.net.Socket;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/// Checks the certificates of one peer, when the engine has them, and tells what it saw. Of TLS 1.3, this is where they are seen at all.
public final class PeerCheck extends X509ExtendedTrustManager {

    private static final int MOST_TOLD = 20;
    private static final int LONGEST_TOLD = 256;
    private static final int MOST_NAMES = 16;

    private final Authorities authorities;
    private final String host;
    private final boolean insecure;
    private final Consumer<TlsEvent> seen;
    private ChainProblem problem;

    private PeerCheck(Authorities authorities, String host, boolean insecure, Consumer<TlsEvent> seen) {
        this.authorities = authorities;
        this.host = host;
        this.insecure = insecure;
        this.seen = seen;
    }

    /// The check of a server's.
    ///
    /// @param host the host that it must be for
    /// @param insecure whether it is taken whatever is wrong with it
    public static PeerCheck ofServer(Authorities authorities, String host, boolean insecure, Consumer<TlsEvent> seen) {
        return new PeerCheck(authorities, host, insecure, seen);
    }

    /// The check of a client's.
    public static PeerCheck ofClient(Authorities authorities, Consumer<TlsEvent> seen) {
        return new PeerCheck(authorities, null, false, seen);
    }

    /// The cause for which the chain was refused; `null` where it was not, or has not come.
    public ErrorCode problem() {
        return problem == null ? null : problem.code();
    }

    /// The same for a person.
    public String detail() {
        return problem.detail();
    }

    private void check(X509Certificate[] chain) throws CertificateException {
        for (int i = 0; i < Math.min(MOST_TOLD, chain.length); i++) {
            seen.accept(shown(i, chain[i]));
        }
        if (insecure) {
            seen.accept(new TlsEvent.Verified(TrustSource.NONE, null, null));
            return;
        }
        try {
            problem = new ChainCheck(authorities, Instant.now()).problem(List.of(chain), host);
        } catch (IOException e) {
            problem = new ChainProblem(ErrorCode.CERT_UNKNOWN_ISSUER, authorities.where() + " cannot be read: " + e.getMessage());
        }
        seen.accept(new TlsEvent.Verified(authorities.source(), problem(), problem == null ? authorities.where() : problem.detail()));
        if (problem != null) {
            // The engine finds its alert by the reason of the cause.
            throw new CertificateException(problem.detail(), new CertPathValidatorException(problem.detail(), null, null, -1,
                    problem.code() == ErrorCode.CERT_EXPIRED ? CertPathValidatorException.BasicReason.EXPIRED
                            : problem.code() == ErrorCode.CERT_NOT_YET_VALID ? CertPathValidatorException.BasicReason.NOT_YET_VALID
                            : CertPathValidatorException.BasicReason.UNSPECIFIED));
        }
    }

    private static TlsEvent.CertificateShown shown(int index, X509Certificate each) {
        List<String> names = HostNames.of(each);
        return new TlsEvent.CertificateShown(index, cut(each.getSubjectX500Principal().getName()), cut(each.getIssuerX500Principal().getName()),
                names.size() <= MOST_NAMES ? names : names.subList(0, MOST_NAMES), each.getNotBefore().getTime(), each.getNotAfter().getTime(),
                ChainCheck.key(each.getPublicKey()), each.getSubjectX500Principal().equals(each.getIssuerX500Principal()));
    }

    private static String cut(String text) {
        return text.length() <= LONGEST_TOLD ? text : text.substring(0, LONGEST_TOLD);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        check(chain);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
