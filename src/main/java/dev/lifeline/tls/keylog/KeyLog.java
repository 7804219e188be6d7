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

/// A file in the format of `SSLKEYLOGFILE` (RFC 9850), to which the secrets of one connection are appended. Whoever has it can read all
/// that the connection said.
public final class KeyLog implements SecretTap {

    private final Path file;
    private final Supplier<byte[]> clientRandom;
    private final Set<String> written = new HashSet<>();
    private IOException failed;

    private KeyLog(Path file, Supplier<byte[]> clientRandom) {
        this.file = file;
        this.clientRandom = clientRandom;
    }

    /// Makes the file where it is missing, for its owner alone.
    ///
    /// @param clientRandom the random of the ClientHello, by which readers know the connection; it gives `null` before there is one
    /// @throws IOException where it cannot be written
    public static KeyLog to(File file, Supplier<byte[]> clientRandom) throws IOException {
        Path path = file.toPath();
        check(path);
        return new KeyLog(path, clientRandom);
    }

    private static void check(Path path) throws IOException {
        if (!Files.exists(path)) {
            boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
            FileAttribute<?>[] owner = {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))};
            Files.createFile(path, posix ? owner : new FileAttribute<?>[0]);
        }
        Files.write(path, new byte[0], StandardOpenOption.APPEND);
    }

    @Override
    public void secret(String label, byte[] secret) {
        byte[] random = clientRandom.get();
        if (random == null || !written.add(label)) {
            return;
        }
        HexFormat hex = HexFormat.of();
        String line = label + " " + hex.formatHex(random) + " " + hex.formatHex(secret) + "\n";
        try {
            Files.write(file, line.getBytes(StandardCharsets.US_ASCII), StandardOpenOption.APPEND);
        } catch (IOException e) {
            failed = e;
        }
    }

    /// Says why it is not whole; `null` where it is.
    public String missing() {
        return failed != null ? failed.toString() : written.isEmpty() ? "this JDK derives its secrets where they cannot be seen" : null;
    }
}
