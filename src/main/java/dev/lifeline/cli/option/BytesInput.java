package dev.lifeline.cli.option;

import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.client.web.RequestBody;
import dev.lifeline.text.Quoted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Bytes that a person has in a file, or gives on standard input. They are read before the run begins: that is no time of a connection.
public final class BytesInput {

    /// The name that means standard input.
    public static final String STDIN = "-";

    /// Bytes that are taken into memory at most.
    static final int MOST = 16 << 20;

    private final Io io;
    private String took;

    public BytesInput(Io io) {
        this.io = io;
    }

    /// A body: a regular file is read while it is sent, all else is taken into memory.
    ///
    /// @param name of a file, or `-`
    RequestBody body(String option, String name) throws UsageException {
        Path file = name.equals(STDIN) ? null : path(option, name);
        if (file == null || !Files.isRegularFile(file)) {
            return RequestBody.of(bytes(option, name));
        }
        try {
            if (!Files.isReadable(file)) {
                throw new UsageException(option + ": " + Quoted.typed(name) + " cannot be read by this user");
            }
            return RequestBody.of(file, Files.size(file));
        } catch (IOException e) {
            throw unreadable(option, name, e);
        }
    }

    /// All bytes of a file, or of standard input, which there is only once.
    ///
    /// @param name of a file, or `-`
    byte[] bytes(String option, String name) throws UsageException {
        if (name.equals(STDIN)) {
            if (took != null) {
                throw new UsageException(option + " - and " + took + " -: there is one standard input");
            }
            took = option;
        }
        try (InputStream in = name.equals(STDIN) ? io.in() : Files.newInputStream(path(option, name))) {
            byte[] all = in.readNBytes(MOST + 1);
            if (all.length > MOST) {
                throw new UsageException(option + " " + name + " is more than 16 MiB, which is not taken into memory"
                        + (option.equals("--data-file") ? ": write it to a file, and give its name" : ""));
            }
            return all;
        } catch (IOException e) {
            throw unreadable(option, name, e);
        }
    }

    private static Path path(String option, String name) throws UsageException {
        try {
            Path path = Path.of(name);
            if (Files.isDirectory(path)) {
                throw new UsageException(option + ": " + Quoted.typed(name) + " is a folder");
            }
            return path;
        } catch (java.nio.file.InvalidPathException e) {
            throw new UsageException(option + ": " + Quoted.typed(name) + " is no name of a file");
        }
    }

    private static UsageException unreadable(String option, String name, IOException e) {
        return new UsageException(option + ": " + Quoted.typed(name) + (e instanceof NoSuchFileException ? " does not exist" : " cannot be read"));
    }
}
