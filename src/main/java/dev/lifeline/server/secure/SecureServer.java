package dev.lifeline.server.secure;

import dev.lifeline.net.ByteStream;
import dev.lifeline.record.LaneRecorder;
import dev.lifeline.tls.ServerSettings;
import dev.lifeline.tls.TlsServer;
import dev.lifeline.tls.TlsStream;
import dev.lifeline.tls.certificate.Certificates;
import java.io.File;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.List;

/// The TLS of a server of our own: one certificate for the names of this machine, made when it starts.
public final class SecureServer {

    private static final List<String> NAMES = List.of("localhost", "127.0.0.1", "::1");

    private final Certificates certificates;
    private final TlsServer server;

    private SecureServer(Certificates certificates, TlsServer server) {
        this.certificates = certificates;
        this.server = server;
    }

    /// Makes the certificate.
    ///
    /// @param folder where the authority is kept between runs; `null` to keep nothing
    /// @throws IOException where the folder cannot be written
    public static SecureServer of(TlsFault fault, File folder) throws IOException {
        Certificates certificates = Certificates.in(folder);
        ServerSettings settings = switch (fault) {
            // A suite for keys of RSA, which this server has none of.
            case NO_CIPHER -> ServerSettings.DEFAULT.speaking("TLSv1.2").ciphering("TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
            case NO_PROTOCOL -> ServerSettings.DEFAULT.taking("lifeline/1");
            case ONLY_HTTP2 -> ServerSettings.DEFAULT.taking("h2");
            case UNKNOWN_NAME -> ServerSettings.DEFAULT.named("other.example");
            case CLIENT_CERT -> ServerSettings.DEFAULT.demanding(certificates.authority());
            default -> ServerSettings.DEFAULT;
        };
        return new SecureServer(certificates, new TlsServer(certificates.identity(fault.fitness(), NAMES), settings));
    }

    /// Puts TLS over the stream of one connection; what is seen of it is told on this lane.
    public TlsStream over(ByteStream below, LaneRecorder who) {
        return server.over(below, who::mark);
    }

    /// The file with the authority, which clients may trust; `null` where nothing is kept.
    public File file() {
        return certificates.file();
    }

    /// The authority that clients have to trust.
    public X509Certificate authority() {
        return certificates.authority();
    }
}
