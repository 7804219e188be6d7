package dev.lifeline.tls;

import dev.lifeline.model.event.TlsEvent;
import dev.lifeline.tls.certificate.Certificates;
import dev.lifeline.tls.certificate.Fitness;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A client and a server of the tool over memory, driven by turns.
final class TlsPair {

    private static final File AUTHORITY;
    static final Certificates CERTIFICATES;

    static {
        try {
            Path folder = Files.createTempDirectory("authority");
            folder.toFile().deleteOnExit();
            CERTIFICATES = Certificates.in(folder.toFile());
            AUTHORITY = CERTIFICATES.file();
            AUTHORITY.deleteOnExit();
        } catch (IOException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    static final TlsPlan TRUSTING = TlsPlan.DEFAULT.trusting(AUTHORITY);

    final MemoryStream clientBelow;
    final MemoryStream serverBelow;
    final TlsStream client;
    final TlsStream server;
    final List<TlsEvent> clientSaw = new ArrayList<>();
    final List<TlsEvent> serverSaw = new ArrayList<>();
    IOException clientFailed;
    IOException serverFailed;

    TlsPair(TlsPlan plan, Fitness fitness, ServerSettings settings) throws IOException {
        this(TlsClient.of(plan, "localhost")::over, fitness, settings);
    }

    TlsPair(TlsClient.Ahead side, Fitness fitness, ServerSettings settings) throws IOException {
        MemoryStream[] ends = MemoryStream.pair();
        clientBelow = ends[0];
        serverBelow = ends[1];
        client = side.over(clientBelow, clientSaw::add);
        server = new TlsServer(CERTIFICATES.identity(fitness, List.of("localhost")), settings).over(serverBelow, serverSaw::add);
    }

    TlsPair(ServerSettings settings) throws IOException {
        this(TRUSTING, Fitness.GOOD, settings);
    }

    TlsPair() throws IOException {
        this(ServerSettings.DEFAULT);
    }

    /// Both go on by turns until nothing moves any more; what ends one of them is kept.
    TlsPair shake() {
        long before;
        do {
            before = moved();
            clientFailed = clientFailed == null ? step(client) : clientFailed;
            serverFailed = serverFailed == null ? step(server) : serverFailed;
        } while (moved() != before);
        return this;
    }

    private long moved() {
        return clientBelow.everything().length + serverBelow.everything().length - clientBelow.waiting() - serverBelow.waiting()
                + (clientFailed == null ? 0 : 1) + (serverFailed == null ? 0 : 1) + (client.isSecured() ? 1 : 0) + (server.isSecured() ? 1 : 0);
    }

    private static IOException step(TlsStream end) {
        try {
            end.handshake();
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    /// Reads what is there.
    static byte[] drain(TlsStream from) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer some = ByteBuffer.allocate(1000);
        while (from.read(some.clear()) > 0) {
            all.write(some.array(), 0, some.position());
        }
        return all.toByteArray();
    }
}
