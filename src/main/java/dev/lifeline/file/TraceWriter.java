package dev.lifeline.file;

import dev.lifeline.file.codec.FieldWriter;
import dev.lifeline.file.codec.HeaderRows;
import dev.lifeline.file.codec.LineRows;
import dev.lifeline.file.codec.ReportRows;
import dev.lifeline.model.AppLag;
import dev.lifeline.model.FindingState;
import dev.lifeline.model.StageSummary;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.Flushable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import tools.jackson.core.JsonGenerator;

/// Writes a recording, for `--record FILE` and for `--json` alike: the header, then events in order of arrival, then the verdict.
///
/// Only whole lines reach the stream, in pure printable ASCII. Events are kept back until [#flush()] or until a batch is full:
/// a follower that flushes when it has nothing more to write loses at most its last moments to `kill -9`. The other lines are
/// flushed at once. After an [IOException] nothing more is written, so that a line that was cut stays the last one.
public final class TraceWriter implements Closeable, Flushable {

    /// The format version that is written.
    public static final int VERSION = HeaderRows.VERSION;

    /// Bytes that are kept back at most before they are handed on.
    private static final int BATCH_BYTES = 1 << 15;

    private final OutputStream out;
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream(BATCH_BYTES + (1 << 12));
    private final JsonGenerator json;
    private final FieldWriter fields;
    private long events;
    private IOException broken;

    /// A writer to a stream that needs no buffer of its own.
    ///
    /// @param out is closed by [#close()]
    public TraceWriter(OutputStream out) {
        this.out = Objects.requireNonNull(out, "out");
        this.json = AsciiJson.generator(lines);
        this.fields = new FieldWriter(json);
    }

    /// Writes the first line.
    ///
    /// @throws IOException when the stream does not take it (a full disk, a closed pipe)
    public void header(TraceHeader header) throws IOException {
        fields.line(HeaderRows.HEADER, header);
        lineDone();
        flush();
    }

    /// Writes the line of an event, now or with its batch.
    ///
    /// @throws IOException when the stream does not take a batch that is full
    public void event(TraceEvent event) throws IOException {
        fields.line(LineRows.EVENT, event);
        events++;
        lineDone();
    }

    /// Writes the figures of a stage over many connections, after the events and before the verdict.
    ///
    /// @throws IOException when the stream does not take it
    public void summary(StageSummary summary) throws IOException {
        fields.line(ReportRows.SUMMARY, summary);
        lineDone();
    }

    /// Writes how much later a program knew of something than the kernel, after the events and before the verdict.
    ///
    /// @throws IOException when the stream does not take it
    public void lag(AppLag lag) throws IOException {
        lag(lag, -1, -1);
    }

    /// The same of a connect, with the three figures of its connection: the kernel's handshake, the program's connect, and from
    /// these the difference.
    ///
    /// @param handshakeNanos in nanoseconds, or -1 where it was not seen
    /// @param connectNanos in nanoseconds, or -1
    /// @throws IOException when the stream does not take it
    public void lag(AppLag lag, long handshakeNanos, long connectNanos) throws IOException {
        fields.line(ReportRows.LAG, new ReportRows.Lag(lag, handshakeNanos, connectNanos));
        lineDone();
    }

    /// Writes how an expectation of the scenario went, after the events and before the verdict.
    ///
    /// @param number from 1
    /// @param id what the scenario calls it, or `null`
    /// @param expectation its kind: `stage`, `socket`
    /// @param state how it went
    /// @param expected what was to be there
    /// @param observed what was there
    /// @throws IOException when the stream does not take it
    public void finding(int number, String id, String expectation, FindingState state, String expected, String observed)
            throws IOException {
        fields.line(ReportRows.FINDING, new ReportRows.Finding(number, id, expectation, state, expected, observed));
        lineDone();
    }

    /// Writes the verdict. With it the recording counts as complete.
    ///
    /// @throws IOException when the stream does not take it
    public void verdict(Verdict verdict) throws IOException {
        fields.line(LineRows.VERDICT, verdict);
        lineDone();
        flush();
    }

    /// Writes the last line: the run came to its own end. It also says how many events were written, so that a reader notices
    /// when lines were lost on the way.
    ///
    /// @param wallNanos how long the run took, in nanoseconds
    /// @throws IOException when the stream does not take it
    public void end(long wallNanos) throws IOException {
        fields.line(LineRows.END, new LineRows.End(events, wallNanos));
        lineDone();
        flush();
    }

    /// Hands all lines so far to the stream and flushes it.
    @Override
    public void flush() throws IOException {
        handOver();
        out.flush();
    }

    /// Hands over what is left and closes the stream, also where the handing over failed.
    @Override
    public void close() throws IOException {
        try (out) {
            if (broken == null) {
                flush();
            }
        }
    }

    private void lineDone() throws IOException {
        json.writeRaw('\n');
        if (lines.size() + json.streamWriteOutputBuffered() >= BATCH_BYTES) {
            handOver();
        }
    }

    private void handOver() throws IOException {
        if (broken != null) {
            throw new IOException(broken.getMessage(), broken);
        }
        json.flush();
        try {
            lines.writeTo(out);
        } catch (IOException e) {
            broken = e;
            throw e;
        } finally {
            lines.reset();
        }
    }
}
