package dev.lifeline.cli.report;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.cli.Io;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.export.Exporter;
import dev.lifeline.export.Exporters;
import dev.lifeline.export.NothingToExport;
import dev.lifeline.file.TraceWriter;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.step.CommandException;
import dev.lifeline.step.Journey;
import dev.lifeline.step.PlayedScenario;
import dev.lifeline.step.card.NotebookPage;
import dev.lifeline.step.live.Keeper;
import dev.lifeline.text.Nearest;
import dev.lifeline.text.Quoted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/// Writes recordings and pages of walks into files of the person's own.
public final class StepKeeper implements Keeper {

    private final Io io;

    public StepKeeper(Io io) {
        this.io = io;
    }

    /// A run that is not over makes a recording that breaks off: it has no verdict.
    @Override
    public String recording(Journey journey, String file) throws IOException {
        boolean whole = journey.whole();
        Trace trace = journey.all();
        this.<IOException>write(file, out -> {
            TraceWriter writer = new TraceWriter(out);
            writer.header(trace.header());
            for (TraceEvent event : journey.events()) {
                writer.event(event);
            }
            if (whole) {
                end(writer, TraceIndex.of(trace));
            }
            writer.flush();
        });
        return Quoted.typed(file) + "; trace step --replay walks it, trace replay shows it" + (whole ? "" : "; it ends here, the run goes on");
    }

    private static void end(TraceWriter writer, TraceIndex index) throws IOException {
        PlayedScenario played = PlayedScenario.of(index.header());
        TraceSinks.end(writer, index, Diagnosis.of(index), played == null ? null : new ExpectationResults(played.findings(index))::write);
    }

    @Override
    public void keep(Journey journey) {
        new StepRecordings(io).keep(journey);
    }

    @Override
    public String page(Journey journey, String file) throws IOException {
        this.<IOException>write(file, out -> out.write(NotebookPage.markdown(journey).getBytes(StandardCharsets.UTF_8)));
        return Quoted.typed(file);
    }

    @Override
    public String export(Journey journey, String format, String file) throws CommandException, IOException {
        Exporter exporter = Exporters.named(format);
        if (exporter == null) {
            throw new CommandException("there is no format " + Quoted.typed(format) + Nearest.hint(format, Exporters.formats()) + ": there is "
                    + String.join(", ", Exporters.formats()));
        }
        TraceIndex index = TraceIndex.of(journey.all());
        try {
            this.<NothingToExport>write(file, out -> exporter.write(index, Diagnosis.of(index), out));
        } catch (NothingToExport e) {
            throw new CommandException("nothing is exported: " + e.getMessage());
        }
        return Quoted.typed(file) + (journey.whole() ? "" : journey.live() ? "; it ends here, the run goes on" : "; it breaks off where the recording does");
    }

    /// Writes it as a whole.
    ///
    /// @throws IOException with the name that the person typed and the reason: a file has another name while it is written
    private <X extends Exception> void write(String file, OutputFile.Content<X> content) throws X, IOException {
        Path path = path(file);
        try {
            new OutputFile(path, io, "step").write(content);
        } catch (IOException e) {
            Path folder = path.toAbsolutePath().getParent();
            throw new IOException(file + ": " + (folder != null && !Files.isDirectory(folder) ? "no such folder " + folder : TraceSinks.reason(e)), e);
        }
    }

    private static Path path(String file) throws IOException {
        try {
            return Path.of(file);
        } catch (InvalidPathException e) {
            throw new IOException("this is no name of a file", e);
        }
    }
}
