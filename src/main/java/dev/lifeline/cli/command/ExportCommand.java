package dev.lifeline.cli.command;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.cli.ExitCode;
import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.option.OptionList;
import dev.lifeline.cli.report.OutputFile;
import dev.lifeline.cli.report.RecordingFile;
import dev.lifeline.cli.report.TraceSinks;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.export.Exporter;
import dev.lifeline.export.Exporters;
import dev.lifeline.export.NothingToExport;
import dev.lifeline.text.Nearest;
import dev.lifeline.text.Quoted;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/// `trace export`: a recording in the format of another tool.
final class ExportCommand implements Callable<Integer> {

    private static final int MOST_SECRETS = 16 << 20;

    private final Io io;
    private Path file;
    private String format;
    private Path output;
    private Path keyLog;

    private ExportCommand(Io io) {
        this.io = io;
    }

    static CommandSpec spec(Io io) {
        return new ExportCommand(io).spec();
    }

    private CommandSpec spec() {
        CommandSpec spec = TraceCommand.spec(this);
        spec.usageMessage().description(CommandAbout.EXPORT).customSynopsis(
                "Examples:",
                "  trace connect --serve --record run.ndjson",
                "  trace export run.ndjson --as pcapng -o run.pcapng",
                "  wireshark run.pcapng",
                "");
        spec.addPositional(RecordingFile.argument(path -> file = path));
        new OptionList()
                .text("--as", "FORMAT", "pcapng: the captured packets, with stages and events as comments.", name -> format = name)
                .file("-o, --output", "Write to this file (default -, which is standard output).",
                        path -> output = RecordingFile.dash(path) ? null : path)
                .file("--keylog", "Add these secrets of TLS. They open what was recorded with trace connect --keylog, which keeps packets whole.", path -> keyLog = path)
                .help().addTo(spec);
        return spec;
    }

    @Override
    public Integer call() throws UsageException {
        Exporter exporter = exporter();
        if (output == null && exporter.binary() && io.terminal().out()) {
            throw new UsageException(format + " is bytes, and standard output is a terminal: add -o FILE");
        }
        TraceIndex index = TraceIndex.of(RecordingFile.read(file, io).trace());
        try {
            if (output == null) {
                write(exporter, index, io.out());
            } else {
                writeFile(exporter, index);
            }
        } catch (NothingToExport e) {
            throw new UsageException(RecordingFile.name(file) + ": " + e.getMessage());
        } catch (IOException e) {
            // Cli tells why; where the reader has gone there is nobody to tell.
            return ExitCode.INTERNAL.code();
        }
        if (!index.trace().complete()) {
            io.complain("export", RecordingFile.name(file) + " breaks off; what is in it is exported");
        }
        return ExitCode.OK.code();
    }

    private Exporter exporter() throws UsageException {
        String formats = String.join(", ", Exporters.formats());
        if (format == null) {
            throw new UsageException("into which format? Add --as with one of: " + formats);
        }
        Exporter exporter = Exporters.named(format);
        if (exporter == null) {
            throw new UsageException("the format " + Quoted.typed(format) + " does not exist" + Nearest.hint(format, Exporters.formats())
                    + ": there is " + formats);
        }
        return keyLog == null ? exporter : exporter.with(secrets(exporter));
    }

    private byte[] secrets(Exporter exporter) throws UsageException {
        if (!exporter.binary()) {
            throw new UsageException("--keylog is for pcapng: " + format + " has no place for secrets");
        }
        try {
            byte[] secrets = Files.readAllBytes(keyLog);
            if (secrets.length > MOST_SECRETS) {
                throw new UsageException("--keylog " + Quoted.typed(keyLog.toString()) + " has more than " + (MOST_SECRETS >> 20) + " MiB");
            }
            return secrets;
        } catch (IOException e) {
            throw new UsageException("--keylog " + Quoted.typed(keyLog.toString()) + " cannot be read: " + TraceSinks.reason(e));
        }
    }

    private void writeFile(Exporter exporter, TraceIndex index) throws UsageException, NothingToExport {
        OutputFile target = new OutputFile(output, io, "export");
        try {
            if (!RecordingFile.dash(file) && target.is(file)) {
                throw new IOException("it is the recording itself");
            }
            target.write(out -> write(exporter, index, out));
        } catch (IOException e) {
            throw new UsageException("--output " + Quoted.typed(output.toString()) + " cannot be written: " + TraceSinks.reason(e));
        }
    }

    private static void write(Exporter exporter, TraceIndex index, OutputStream out) throws NothingToExport, IOException {
        exporter.write(index, Diagnosis.of(index), out);
        out.flush();
    }
}
