package dev.lifeline.cli.report;

import dev.lifeline.analysis.HandshakeFigures;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.option.OutputOptions;
import dev.lifeline.file.TraceWriter;
import dev.lifeline.model.AppLag;
import dev.lifeline.model.Stage;
import dev.lifeline.model.StageSummary;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.Verdict;
import dev.lifeline.run.RunObserver;
import dev.lifeline.text.Printable;
import dev.lifeline.text.Quoted;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Where a run writes besides the screen: a recording, NDJSON on standard output, both or neither.
///
/// A sink that fails is given up and told once; the run goes on. A standard output that takes no more ends the run: nobody
/// reads it.
public final class TraceSinks implements AutoCloseable {

    /// Lines of a recording.
    public interface Lines {

        /// Writes them.
        ///
        /// @throws IOException when the writer does not take them
        void write(TraceWriter writer) throws IOException;
    }

    private final Io io;
    private final String command;
    private final Path path;
    private final List<TraceWriter> writers = new ArrayList<>(2);
    private TraceWriter recording;
    private TraceWriter json;
    private volatile boolean broken;

    private TraceSinks(Io io, String command, Path path) {
        this.io = io;
        this.command = command;
        this.path = path;
    }

    /// Opens what the options ask for.
    ///
    /// @throws UsageException when the file cannot be written
    public static TraceSinks open(OutputOptions.Sinks options, Io io, String command) throws UsageException {
        TraceSinks sinks = new TraceSinks(io, command, options.record);
        if (options.record != null) {
            try {
                sinks.recording = new TraceWriter(Files.newOutputStream(options.record));
                sinks.writers.add(sinks.recording);
            } catch (IOException e) {
                throw new UsageException("--record " + Quoted.typed(options.record.toString()) + " cannot be written: "
                    + reason(e));
            }
        }
        if (options.json) {
            sinks.json = new TraceWriter(new Uncloseable(io.out()));
            sinks.writers.add(sinks.json);
        }
        return sinks;
    }

    /// Tells whether there is anything to write to.
    public boolean wanted() {
        return !writers.isEmpty();
    }

    /// Tells whether a recording that was asked for is not whole.
    public boolean broken() {
        return broken;
    }

    /// The part that hears of a run while it happens.
    ///
    /// @param nobodyReads called when standard output takes no more: the run is not wanted any more
    public RunObserver witness(Runnable nobodyReads) {
        return new RunObserver() {
            @Override
            public void header(TraceHeader header) throws IOException {
                each(writer -> writer.header(header));
            }

            @Override
            public void take(List<TraceEvent> events) throws IOException {
                each(writer -> {
                    for (TraceEvent event : events) {
                        writer.event(event);
                    }
                });
            }

            @Override
            public void failed(IOException cause) {
                nobodyReads.run();
            }
        };
    }

    /// Writes the last lines: for many connections the figures of each stage, then the verdict, and that the recording is whole.
    public void end(TraceIndex index, Verdict verdict) {
        end(index, verdict, null);
    }

    /// The same, with lines that come right before the verdict.
    ///
    /// @param last or `null`
    public void end(TraceIndex index, Verdict verdict, Lines last) {
        if (writers.isEmpty()) {
            return;
        }
        List<TraceEvent> events = index.events();
        try {
            if (index.header().connections() > 1) {
                List<StageSummary> stages = index.statistics().summaries();
                each(writer -> {
                    for (StageSummary stage : stages) {
                        writer.summary(stage);
                    }
                });
            }
            each(writer -> {
                lags(index, writer);
                if (last != null) {
                    last.write(writer);
                }
                writer.verdict(verdict);
                writer.end(events.isEmpty() ? 0 : events.getLast().at());
            });
        } catch (IOException e) {
            // Standard output is gone; each has told all there is to tell.
            return;
        }
    }

    private static void lags(TraceIndex index, TraceWriter writer) throws IOException {
        Map<Integer, HandshakeFigures> figures = new HashMap<>();
        for (HandshakeFigures each : index.handshakes()) {
            figures.put(each.connection(), each);
        }
        for (AppLag lag : index.timeline().lags()) {
            HandshakeFigures three = lag.stage() == Stage.CONNECT ? figures.get(lag.connection()) : null;
            writer.lag(lag, three == null ? -1 : three.kernel(), three == null ? -1 : three.connect());
        }
    }

    private synchronized void each(Lines act) throws IOException {
        IOException gone = null;
        for (TraceWriter writer : List.copyOf(writers)) {
            try {
                act.write(writer);
                writer.flush();
            } catch (IOException e) {
                writers.remove(writer);
                if (writer == recording) {
                    broken = true;
                    io.complain(command, "the recording " + Quoted.typed(path.toString()) + " breaks off: " + reason(e)
                            + "; trace replay shows what was written until then");
                } else {
                    gone = e;
                }
            }
        }
        if (gone != null) {
            throw gone;
        }
    }

    public static String reason(IOException e) {
        return switch (e) {
            case java.nio.file.NoSuchFileException missing -> "its folder does not exist";
            case java.nio.file.AccessDeniedException denied -> "permission denied";
            case java.nio.file.FileSystemException other when other.getReason() != null -> Printable.ascii(other.getReason());
            default -> Printable.ascii(String.valueOf(e.getMessage()));
        };
    }

    @Override
    public void close() {
        if (recording != null) {
            try {
                recording.close();
            } catch (IOException e) {
                // Told already when the write failed; a file that cannot be closed has nothing more to lose.
                broken = true;
            }
        }
    }

    /// Keeps standard output open when its writer is closed.
    private static final class Uncloseable extends OutputStream {
        private final OutputStream out;

        Uncloseable(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void flush() throws IOException {
            out.flush();
        }
    }
}
