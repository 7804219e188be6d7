package dev.lifeline.tls.keylog;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import java.util.function.Supplier;

/// A file in the format of `SSLKEYLOGFILE` (RFC 9850), to which the secrets of connections are appended. Whoever has it can read all
/// that they said.
///
/// Threads: any may write.
public final class KeyLog {

    private final File file;
    private IOException failed;
    private boolean written;

    private KeyLog(File file) {
        this.file = file;
    }

    /// Makes the file where it is missing, for its owner alone.
    ///
    /// @throws IOException where it cannot be written
    public static KeyLog to(File file) throws IOException {
        Path path = file.toPath();
        if (!Files.exists(path)) {
            boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
            FileAttribute<?>[] owner = {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))};
            Files.createFile(path, posix ? owner : new FileAttribute<?>[0]);
        }
        Files.write(path, new byte[0], StandardOpenOption.APPEND);
        return new KeyLog(file);
    }

    /// A tap for the secrets of one connection.
    ///
    /// @param clientRandom the random of the ClientHello, by which readers know the connection; it gives `null` before there is one
    public SecretTap of(Supplier<byte[]> clientRandom) {
        Set<String> seen = new HashSet<>();
        return (label, secret) -> {
            byte[] random = clientRandom.get();
            if (random != null && seen.add(label)) {
                HexFormat hex = HexFormat.of();
                write(label + " " + hex.formatHex(random) + " " + hex.formatHex(secret) + "\n");
            }
        };
    }

    /// A handshake must not fail for want of a place for its secrets.
    private synchronized void write(String line) {
        try {
            Files.write(file.toPath(), line.getBytes(StandardCharsets.US_ASCII), StandardOpenOption.APPEND);
            written = true;
        } catch (IOException e) {
            failed = failed == null ? e : failed;
        }
    }

    /// The file.
    public File file() {
        return file;
    }

    /// Why secrets are missing from it; `null` where none is known to be.
    public synchronized IOException failed() {
        return failed;
    }

    /// Tells whether any secret came.
    public synchronized boolean written() {
        return written;
    }
}
