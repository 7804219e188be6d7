package dev.lifeline.cli.report;

import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.option.OptionList;
import dev.lifeline.file.Recording;
import dev.lifeline.file.RecordingException;
import dev.lifeline.file.TraceReader;
import dev.lifeline.text.Printable;
import dev.lifeline.text.Quoted;
import java.nio.file.Path;
import java.util.function.Consumer;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The recording that a command line names: a file, or `-` for standard input; `./-` is a file of that name.
public final class RecordingFile {

    private static final Path DASH = Path.of("-");

    private RecordingFile() {
    }

    /// The word of the command line.
    public static PositionalParamSpec argument(Consumer<Path> field) {
        return OptionList.argument(Path.class, "1", "FILE", "A recording made with --record or --json; - reads standard input.",
                field);
    }

    /// Tells whether a path stands for a standard stream.
    ///
    /// @param path or `null`
    public static boolean dash(Path path) {
        return DASH.equals(path);
    }

    /// The name for messages.
    public static String name(Path path) {
        return dash(path) ? "standard input" : Quoted.typed(path.toString());
    }

    /// Reads it to its end.
    ///
    /// @throws UsageException when it cannot be read, or is not a recording
    public static Recording read(Path path, Io io) throws UsageException {
        try {
            return dash(path) ? TraceReader.read(io.in(), name(path)) : TraceReader.read(path);
        } catch (RecordingException e) {
            // The name of the file stands in it as it was typed.
            throw new UsageException(Printable.ascii(e.getMessage()));
        }
    }
}
