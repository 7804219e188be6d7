package dev.lifeline.cli.report;

import dev.lifeline.cli.Io;
import dev.lifeline.text.Quoted;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/// A file that a command writes: as a whole or not at all, or as a stream that can be read at any moment. What stood at its path
/// stays there until all is written, and stays for good where writing fails; that it was overwritten is said.
public final class OutputFile {

    /// The contents.
    ///
    /// @param <X> why there may be nothing to write
    public interface Content<X extends Exception> {

        /// Writes all of it.
        ///
        /// @throws X before the first byte
        void write(OutputStream out) throws X, IOException;
    }

    private final Path path;
    private final Io io;
    private final String command;
    private PartFile stream;

    /// @param command who says what was overwritten
    public OutputFile(Path path, Io io, String command) {
        this.path = path;
        this.io = io;
        this.command = command;
    }

    /// Tells whether this is another path to a file that exists.
    public boolean is(Path other) throws IOException {
        return Files.exists(path) && Files.exists(other) && Files.isSameFile(path, other);
    }

    /// Tells whether something has this name already, also a link that leads nowhere.
    public boolean exists() {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /// Writes it as a whole.
    ///
    /// @throws X what the content throws; nothing has changed then
    /// @throws IOException with the reason; nothing has changed then either
    public <X extends Exception> void write(Content<X> content) throws X, IOException {
        PartFile part = PartFile.hidden(OutputPlace.of(path));
        boolean done = false;
        try {
            try (OutputStream out = part.out()) {
                content.write(out);
            }
            tell(part.finish());
            done = true;
        } finally {
            if (!done) {
                part.discard();
            }
        }
    }

    /// Begins a stream: `FILE.part` until [#finish()].
    ///
    /// @return closed by the caller
    public OutputStream begin() throws IOException {
        stream = PartFile.visible(OutputPlace.of(path));
        return stream.out();
    }

    /// Gives the stream, which is whole and closed, its name.
    ///
    /// @throws IOException where that fails; all is at [#place()] then
    public void finish() throws IOException {
        tell(stream.finish());
    }

    /// Leaves no trace of the stream, which is empty and closed.
    public void discard() throws IOException {
        stream.discard();
    }

    /// Where the stream is until it is whole, for messages.
    public String place() {
        Path place = stream.place();
        // Beside the path as it was typed, where that is the same folder.
        Path typed = path.resolveSibling(place.getFileName());
        return Quoted.typed((Files.exists(typed) ? typed : place).toString());
    }

    private void tell(boolean overwritten) {
        if (overwritten) {
            io.complain(command, Quoted.typed(path.toString()) + " was there already and is overwritten");
        }
    }
}
