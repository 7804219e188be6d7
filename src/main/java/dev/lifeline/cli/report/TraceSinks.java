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
    private OutputFile file;
    private TraceWriter recording;
    private TraceWriter json;
    private Runnable nobodyReads;
    private boolean begun;
    private volatile boolean broken;

    private TraceSinks(Io io, String command, Path path) {
        this.io = io;
        this.command = command;
        this.path = path;
    }

    /// Opens what the options ask for: last of all, when nothing can refuse the run any more.
    ///
    /// @throws UsageException when the file cannot be written
    public static TraceSinks open(OutputOptions.Sinks options, Io io, String command) throws UsageException {
        TraceSinks sinks = new TraceSinks(io, command, options.record);
        if (options.record != null) {
            sinks.file = new OutputFile(options.record, io, command);
            try {
                sinks.recording = new TraceWriter(sinks.file.begin());
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
    /// @param nobodyReads called when standard output takes no more: the run is not wanted any more, and ends in order
    /// @return `null` where there is nothing to write to
    public RunObserver witness(Runnable nobodyReads) {
        if (writers.isEmpty()) {
            return null;
        }
        this.nobodyReads = nobodyReads;
        return new RunObserver() {
            @Override
            public void header(TraceHeader header) {
                begun = true;
                each(writer -> writer.header(header));
            }

            @Override
            public void take(List<TraceEvent> events) {
                each(writer -> {
                    for (TraceEvent event : events) {
                        writer.event(event);
                    }
                });
            }

            @Override
            public void failed(IOException cause) {
                giveUp(cause);
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
        each(writer -> end(writer, index, verdict, last));
        finish();
    }

    /// Writes the same to one that is no sink.
    ///
    /// @param last or `null`
    static void end(TraceWriter writer, TraceIndex index, Verdict verdict, Lines last) throws IOException {
        if (index.header().connections() > 1) {
            for (StageSummary stage : index.statistics().summaries()) {
                writer.summary(stage);
            }
        }
        lags(index, writer);
        if (last != null) {
            last.write(writer);
        }
        writer.verdict(verdict);
        writer.end(index.events().isEmpty() ? 0 : index.events().getLast().at());
    }

    /// Closes a whole recording and gives it its name. A broken one keeps the name of its part.
    private synchronized void finish() {
        if (!writers.contains(recording)) {
            return;
        }
        writers.remove(recording);
        try {
            recording.close();
            file.finish();
        } catch (IOException e) {
            broken(e);
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

    /// A sink that fails costs no other its lines.
    private synchronized void each(Lines act) {
        boolean gone = false;
        for (TraceWriter writer : List.copyOf(writers)) {
            try {
                act.write(writer);
                writer.flush();
            } catch (IOException e) {
                writers.remove(writer);
                if (writer == recording) {
                    broken(e);
                } else {
                    gone = true;
                }
            }
        }
        if (gone && nobodyReads != null) {
            nobodyReads.run();
        }
    }

    /// The events could not even be handed over: no sink has them all. A single one that fails is given up in [#each].
    private synchronized void giveUp(IOException cause) {
        if (writers.remove(recording)) {
            broken(cause);
        }
        writers.clear();
    }

    private void broken(IOException e) {
        broken = true;
        io.complain(command, "the recording " + Quoted.typed(path.toString()) + " breaks off: " + reason(e)
                + "; trace replay " + file.place() + " shows what was written until then");
    }

    public static String reason(IOException e) {
        return switch (e) {
            case java.nio.file.NoSuchFileException missing -> "its folder does not exist";
            case java.nio.file.AccessDeniedException denied -> "permission denied";
            case java.nio.file.FileSystemException other when other.getReason() != null -> Printable.ascii(other.getReason());
            default -> Printable.ascii(String.valueOf(e.getMessage()));
        };
    }

    /// Closes what is open. A recording that did not come to its end stays what it is, under the name of its part.
    @Override
    public synchronized void close() {
        if (recording == null) {
            return;
        }
        boolean cut = writers.remove(recording);
        try {
            recording.close();
            if (cut && !begun) {
                file.discard();
            } else if (cut) {
                broken = true;
                io.complain(command, "the recording breaks off: trace replay " + file.place() + " shows what was written until then");
            }
        } catch (IOException e) {
            // Told already when the write failed; a file that cannot be closed has nothing more to lose.
            broken = true;
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
