package dev.lifeline.tls;

import dev.lifeline.model.ErrorCode;
import dev.lifeline.net.ByteStream;
import dev.lifeline.record.CodedException;
import dev.lifeline.tls.certificate.Identity;
import dev.lifeline.tls.certificate.Pem;
import dev.lifeline.tls.keylog.SecretTap;
import dev.lifeline.tls.keylog.TapProvider;
import dev.lifeline.tls.trust.Authorities;
import dev.lifeline.tls.trust.PeerCheck;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;

/// The client's side of TLS: one for a run, and a stream of it for each connection. Each makes a whole handshake: nothing is kept of
/// sessions before. Any thread.
public final class TlsClient {

    /// The JDK sends keys for the first group and for the first of another kind. Of its own order that is P-256, whose first key costs a
    /// process 47 ms (P-384: 9, a field of 2048 bits: 17), for a table that no other curve has: here P-384 is the second.
    private static final String[] GROUPS = {"x25519", "secp384r1", "secp256r1", "secp521r1", "x448", "ffdhe2048"};

    private static volatile TlsClient last;

    private final TlsPlan plan;
    private final String host;
    private final Authorities authorities;
    private final Identity identity;
    /// When the file of the authorities was written, in milliseconds.
    private final long changed;

    private TlsClient(TlsPlan plan, String host, Authorities authorities, Identity identity, long changed) {
        this.changed = changed;
        this.plan = plan;
        this.host = host;
        this.authorities = authorities;
        this.identity = identity;
    }

    /// Reads the files of the plan.
    ///
    /// The next connection of the same run gets what the one before did: files are read once.
    ///
    /// @param target the host of the target, as it was written: a name or an address
    /// @throws IOException where a file cannot be used; the message begins with the file
    public static TlsClient of(TlsPlan plan, String target) throws IOException {
        TlsClient before = last;
        String host = plan.serverName() == null || plan.serverName().isEmpty() ? target : plan.serverName();
        long changed = plan.authorities() == null ? 0 : plan.authorities().lastModified();
        if (before != null && before.changed == changed && before.host.equals(host) && before.plan.equals(plan)) {
            return before;
        }
        TlsClient made = read(plan, host, changed);
        last = made;
        return made;
    }

    private static TlsClient read(TlsPlan plan, String host, long changed) throws IOException {
        Authorities authorities = plan.authorities() == null ? Authorities.ofSystem() : authorities(plan.authorities());
        return new TlsClient(plan, host, authorities, plan.certificate() == null ? null : identity(plan.certificate(), plan.key()), changed);
    }

    /// Makes a ClientHello that nobody gets, so that what the first one of a process costs is paid by a thread that has time.
    public static void rehearse() {
        EngineLimits.set();
        TlsClient client = new TlsClient(TlsPlan.DEFAULT, "localhost", null, null, 0);
        End end = client.new End();
        SSLParameters parameters = end.engine.getSSLParameters();
        // The second key is made by the handshake itself: made twice it would cost more than it saves.
        parameters.setNamedGroups(new String[] {GROUPS[0]});
        end.engine.setSSLParameters(parameters);
        end.makesHello();
        try {
            CertificateFactory.getInstance("X.509");
        } catch (GeneralSecurityException sameLater) {
            // The handshake meets it, too, and says why.
        }
    }

    /// Trusts these authorities, and not those of the plan.
    ///
    /// @param target the host of the target, as it was written: a name or an address
    /// @throws IOException where a file cannot be used; the message begins with the file
    public static TlsClient trusting(List<X509Certificate> these, TlsPlan plan, String target) throws IOException {
        String host = plan.serverName() == null || plan.serverName().isEmpty() ? target : plan.serverName();
        return new TlsClient(plan, host, Authorities.of(these), plan.certificate() == null ? null : identity(plan.certificate(), plan.key()), 0);
    }

    /// Holds a name against the rules for names that are asked for.
    ///
    /// @throws IllegalArgumentException where it is none
    public static void checkName(String name) {
        new SNIHostName(name);
    }

    private static Authorities authorities(File file) throws IOException {
        try {
            return Authorities.of(file);
        } catch (IOException e) {
            throw new IOException(file + ": " + reason(e, file), e);
        }
    }

    private static Identity identity(File certificate, File key) throws IOException {
        File at = certificate;
        try {
            Pem chain = Pem.read(certificate);
            Pem ofKey = key == null ? chain : Pem.read(key);
            return chain.identity(ofKey);
        } catch (IOException e) {
            at = key != null && e.getMessage().contains("key") ? key : at;
            throw new IOException(at + ": " + reason(e, at), e);
        }
    }

    private static String reason(IOException e, File file) {
        return !file.exists() ? "there is no such file" : !file.canRead() ? "it may not be read" : e.getMessage();
    }

    /// Puts TLS over the stream of one connection, which is its own from now on. Nothing is read or written yet.
    public TlsStream over(ByteStream below, TlsWitness witness) {
        EngineLimits.set();
        return new End().over(below, witness);
    }

    /// Makes this side of a handshake before there is a connection: the keys of its ClientHello take a few milliseconds, and are no part
    /// of what a server is waited for.
    public Ahead ahead() {
        EngineLimits.set();
        End end = new End();
        return end.makesHello() ? end::over : this::over;
    }

    /// A side of TLS for one connection that does not exist yet.
    @FunctionalInterface
    public interface Ahead {

        /// Puts it over the stream of that connection, as [TlsClient#over]; once.
        TlsStream over(ByteStream below, TlsWitness witness);
    }

    /// The name that is asked for; `null` for none: addresses have no place there (RFC 6066 section 3).
    private String serverName() {
        return plan.serverName() == null ? isAddress(host) ? null : host : plan.serverName().isEmpty() ? null : plan.serverName();
    }

    private static boolean isAddress(String host) {
        try {
            InetAddress.ofLiteral(host);
            return true;
        } catch (IllegalArgumentException name) {
            return false;
        }
    }

    private final class End implements TlsEnd {

        private final PeerCheck check;
        private final SSLEngine engine;
        private final SecretTap tap;
        /// The ClientHello that was made ahead, or `null`.
        private ByteBuffer hello;
        /// Of the connection, once there is one.
        private SeenPlain plain;

        End() {
            tap = plan.keyLog() == null ? null : plan.keyLog().of(() -> plain.clientRandom());
            if (tap != null) {
                TapProvider.install();
            }
            check = PeerCheck.ofServer(authorities, host, plan.insecure(), event -> plain.tell(event));
            try {
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(identity == null ? new KeyManager[0] : new KeyManager[] {new OwnKey(identity)}, new TrustManager[] {check}, null);
                engine = context.createSSLEngine();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
            engine.setUseClientMode(true);
            SSLParameters parameters = engine.getSSLParameters();
            parameters.setNamedGroups(GROUPS);
            if (serverName() != null) {
                parameters.setServerNames(List.of(new SNIHostName(serverName())));
            }
            if (!plan.alpn().isEmpty()) {
                parameters.setApplicationProtocols(plan.alpn().toArray(new String[0]));
            }
            engine.setSSLParameters(parameters);
        }

        TlsStream over(ByteStream below, TlsWitness witness) {
            plain = new SeenPlain(witness);
            return new TlsStream(below, this, plain);
        }

        /// @return whether that went well; else this engine is done for
        boolean makesHello() {
            ByteBuffer made = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
            try {
                engine.wrap(ByteBuffer.allocate(0), made);
                hello = made.flip();
                return true;
            } catch (SSLException saidInTheHandshake) {
                return false;
            }
        }

        @Override
        public SSLEngine engine() {
            return engine;
        }

        @Override
        public ByteBuffer hello() {
            return hello;
        }

        @Override
        public SecretTap tap() {
            return tap;
        }

        @Override
        public String serverName() {
            return TlsClient.this.serverName();
        }

        @Override
        public CodedException failure(SSLException e, SeenPlain plain) {
            String text = TlsFailures.alert(e, plain);
            if (check.problem() != null) {
                return new CodedException(check.problem(), check.detail());
            }
            return plain.received() < 0 ? TlsFailures.own(text) : refused(plain);
        }

        /// Says what may lie behind an alert that names no cause, and when one comes that others expect sooner.
        private static String when(SeenPlain plain, boolean wantsOurs) {
            if (plain.isDone()) {
                return ", when the handshake was over on this side";
            }
            if (wantsOurs) {
                return ": it had asked for a certificate of the client";
            }
            return plain.received() == 40 && !plain.answered()
                    ? " in answer to the ClientHello: of the cipher suites, groups and signatures in it, some have none that it takes" : "";
        }

        private CodedException refused(SeenPlain plain) {
            boolean wantsOurs = plain.certificateAsked() && plain.received() == 40;
            ErrorCode code = switch (plain.received()) {
                case 70 -> ErrorCode.TLS_VERSION;
                case 71 -> ErrorCode.TLS_NO_CIPHER;
                case 112 -> ErrorCode.TLS_SNI;
                case 116 -> ErrorCode.TLS_CLIENT_CERT;
                case 120 -> ErrorCode.TLS_ALPN;
                case 42, 43, 44, 45, 46, 48 -> identity != null ? ErrorCode.TLS_CLIENT_CERT : ErrorCode.TLS_ALERT;
                default -> wantsOurs ? ErrorCode.TLS_CLIENT_CERT : ErrorCode.TLS_ALERT;
            };
            return new CodedException(code, "the server sent the alert " + TlsFailures.written(plain.received()) + when(plain, wantsOurs));
        }
    }
}
