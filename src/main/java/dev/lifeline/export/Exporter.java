package dev.lifeline.export;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Verdict;
import java.io.IOException;
import java.io.OutputStream;

/// Writes a trace in the format of another tool. Free of state: any thread, any number of times.
public interface Exporter {

    /// The name of the format, as in `--as pcapng`; also the usual ending of its files.
    String format();

    /// Says if the format is bytes rather than text, which nobody wants on a terminal.
    boolean binary();

    /// The same format with secrets of TLS beside the packets, so that a reader can open them.
    ///
    /// @param keyLog the content of a key log
    /// @return this one, where the format has no place for them
    default Exporter with(byte[] keyLog) {
        return this;
    }

    /// Writes the trace.
    ///
    /// @param index the trace, with all that follows from it
    /// @param verdict of the same trace
    /// @param out is flushed and stays open; it needs no buffer of its own
    /// @throws NothingToExport where the trace has nothing that this format can hold; nothing was written then
    /// @throws IOException when the stream does not take it
    void write(TraceIndex index, Verdict verdict, OutputStream out) throws NothingToExport, IOException;
}
