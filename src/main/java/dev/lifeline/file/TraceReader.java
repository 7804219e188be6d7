package dev.lifeline.file;

import dev.lifeline.file.codec.value.LineMistake;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// Reads a recording, strictly but kindly: a last line that breaks off makes the trace incomplete; anything else that this tool
/// cannot have written is an error that names the line. A byte order mark, CRLF and blank lines are taken as they come.
///
/// Everything in a file is data from outside: lines, numbers and memory are bounded, and texts are not made safe for a terminal
/// here but where they are shown.
public final class TraceReader {

    private TraceReader() {
    }

    /// Reads a file.
    ///
    /// @throws RecordingException when it cannot be read, or is not a recording
    public static Recording read(Path file) throws RecordingException {
        String name = file.toString();
        if (Files.isDirectory(file)) {
            throw new RecordingException(name, "it is a directory; name the recording in it", null);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, name);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    /// Reads a stream to its end.
    ///
    /// @param in stays open
    /// @param name what messages call it
    /// @throws RecordingException when it cannot be read, or is not a recording
    public static Recording read(InputStream in, String name) throws RecordingException {
        LineInput lines = new LineInput(in);
        try (RecordingReader reader = new RecordingReader(lines, Runtime.getRuntime().maxMemory() / 4 * 3)) {
            return reader.read();
        } catch (LineMistake e) {
            long line = lines.flawed();
            throw new RecordingException(name, line == 0 ? e.getMessage() : "line " + line + ": " + e.getMessage(), null);
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    private static RecordingException unreadable(String name, IOException e) {
        String why = switch (e) {
            case NoSuchFileException missing -> "there is no such file; check the path";
            case AccessDeniedException denied -> "permission denied; check who may read it";
            default -> "the system says: " + e.getMessage() + "; check the disk and the path";
        };
        return new RecordingException(name, why, e);
    }
}
