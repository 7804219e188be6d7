package dev.lifeline.client.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// The body of a request, which can be read as often as there are requests.
///
/// @param bytes the body itself, not copied; or `null` for one in a file
/// @param file the regular file that has it, or `null`
/// @param length bytes
public record RequestBody(byte[] bytes, Path file, long length) {

    /// A body that is in memory.
    public static RequestBody of(byte[] bytes) {
        return new RequestBody(bytes, null, bytes.length);
    }

    /// A body that is read from a file while it is sent.
    ///
    /// @param length bytes of the file
    public static RequestBody of(Path file, long length) {
        return new RequestBody(null, file, length);
    }

    /// Opens it, from its first byte on. An interrupt ends a read of it.
    ReadableByteChannel open() throws IOException {
        return file == null ? Channels.newChannel(new ByteArrayInputStream(bytes)) : FileChannel.open(file, StandardOpenOption.READ);
    }
}
