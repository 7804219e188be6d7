package dev.lifeline.tls;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.net.ByteStream;
import dev.lifeline.record.CodedException;
import dev.lifeline.tls.certificate.Identity;
import dev.lifeline.tls.keylog.SecretTap;
import dev.lifeline.tls.trust.Authorities;
import dev.lifeline.tls.trust.PeerCheck;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIMatcher;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;

/// The server's side of TLS: one for a listener, and a stream of it for each connection. Any thread.
public final class TlsServer {

    private final Identity identity;
    private final ServerSettings settings;

    /// @param identity the certificate that it shows
    public TlsServer(Identity identity, ServerSettings settings) {
        this.identity = identity;
        this.settings = settings;
    }

    /// Puts TLS over the stream of one connection, which is its own from now on. Nothing is read or written yet.
    public TlsStream over(ByteStream below, TlsWitness witness) {
        EngineLimits.set();
        SeenPlain plain = new SeenPlain(witness);
        return new TlsStream(below, new End(plain), plain);
    }

    private final class End implements TlsEnd {

        private final PeerCheck check;
        private final SSLEngine engine;

        End(SeenPlain plain) {
            check = settings.clientsOf().isEmpty() ? null : PeerCheck.ofClient(Authorities.of(settings.clientsOf()), plain::tell);
            try {
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(new KeyManager[] {new OwnKey(identity)}, check == null ? new TrustManager[0] : new TrustManager[] {check}, null);
                engine = context.createSSLEngine();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
            engine.setUseClientMode(false);
            SSLParameters parameters = engine.getSSLParameters();
            if (!settings.versions().isEmpty()) {
                parameters.setProtocols(array(settings.versions()));
            }
            if (!settings.suites().isEmpty()) {
                parameters.setCipherSuites(array(settings.suites()));
            }
            if (!settings.groups().isEmpty()) {
                parameters.setNamedGroups(array(settings.groups()));
            }
            if (!settings.alpn().isEmpty()) {
                parameters.setApplicationProtocols(array(settings.alpn()));
            }
            if (settings.onlyName() != null) {
                SNIMatcher only = SNIHostName.createSNIMatcher(Pattern.quote(settings.onlyName()));
                parameters.setSNIMatchers(List.of(only));
            }
            parameters.setNeedClientAuth(check != null);
            engine.setSSLParameters(parameters);
        }

        private static String[] array(List<String> list) {
            return list.toArray(new String[0]);
        }

        @Override
        public SSLEngine engine() {
            return engine;
        }

        @Override
        public SecretTap tap() {
            return null;
        }

        @Override
        public String serverName() {
            return null;
        }

        @Override
        public CodedException failure(SSLException e, SeenPlain plain) {
            String text = TlsFailures.alert(e, plain);
            if (check != null && check.problem() != null) {
                return new CodedException(check.problem(), check.detail());
            }
            return plain.received() < 0 ? TlsFailures.own(text)
                    : new CodedException(ErrorCode.TLS_ALERT, "the client sent the alert " + TlsFailures.written(plain.received()));
        }
    }
}
