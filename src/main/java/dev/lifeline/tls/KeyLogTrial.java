package dev.lifeline.tls;

import dev.lifeline.tls.certificate.Certificates;
import dev.lifeline.tls.certificate.Fitness;
import dev.lifeline.tls.certificate.Identity;
import dev.lifeline.tls.keylog.TapProvider;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;

/// Finds out if secrets can be written down on this JDK, which does not promise it: by the beginning of a handshake in memory.
public final class KeyLogTrial {

    private KeyLogTrial() {
    }

    /// Tries it, in about a tenth of a second.
    public static boolean works() {
        AtomicBoolean heard = new AtomicBoolean();
        EngineLimits.set();
        TapProvider.install();
        TapProvider.tap((label, _) -> heard.compareAndSet(false, label.endsWith("TRAFFIC_SECRET")));
        try {
            Identity identity = Certificates.in(null).identity(Fitness.GOOD, List.of("localhost"));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {new OwnKey(identity)}, new TrustManager[0], null);
            SSLEngine client = context.createSSLEngine();
            SSLEngine server = context.createSSLEngine();
            client.setUseClientMode(true);
            server.setUseClientMode(false);
            ByteBuffer bytes = ByteBuffer.allocate(client.getSession().getPacketBufferSize());
            client.wrap(ByteBuffer.allocate(0), bytes);
            server.unwrap(bytes.flip(), ByteBuffer.allocate(server.getSession().getApplicationBufferSize()));
            for (Runnable task = server.getDelegatedTask(); task != null; task = server.getDelegatedTask()) {
                task.run();
            }
            server.wrap(ByteBuffer.allocate(0), bytes.clear());
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            return false;
        } finally {
            TapProvider.tap(null);
        }
        return heard.get();
    }
}
