package dev.lifeline.cli.report;

import dev.lifeline.analysis.Connections;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.served.ServedConnection;
import dev.lifeline.analysis.served.ServedTraces;
import dev.lifeline.cli.ExitCode;
import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.option.OutputOptions;
import dev.lifeline.cli.option.Setting;
import dev.lifeline.cli.option.Settings;
import dev.lifeline.cli.start.Cli;
import dev.lifeline.diagnosis.Diagnosis;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Verdict;
import dev.lifeline.terminal.Painter;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Nearest;
import dev.lifeline.text.Quoted;
import dev.lifeline.view.Detail;
import dev.lifeline.view.View;
import dev.lifeline.view.Views;
import dev.lifeline.view.frame.Canvas;
import dev.lifeline.view.frame.Frame;
import dev.lifeline.view.ladder.Ladder;
import dev.lifeline.view.plain.Plain;
import dev.lifeline.view.table.ServedTable;
import java.util.List;

/// Shows a finished trace. Live runs and replays come through here alike, so they look alike to the byte.
public final class Presenter {

    private final Io io;
    private final View view;
    private final Detail detail;
    private final boolean usual;
    private final Integer connection;
    private final Canvas canvas;
    private final Painter painter;

    private Presenter(Io io, View view, Detail detail, boolean usual, Integer connection, Canvas canvas, Painter painter) {
        this.io = io;
        this.view = view;
        this.detail = detail;
        this.usual = usual;
        this.connection = connection;
        this.canvas = canvas;
        this.painter = painter;
    }

    /// A presenter for what the options ask for.
    ///
    /// @throws UsageException for a view or width that does not exist
    public static Presenter of(OutputOptions options, Io io) throws UsageException {
        return of(options, io, Settings.of(io));
    }

    /// The same for settings that were read already: a second reading would complain of them again.
    ///
    /// @throws UsageException for a view or width that does not exist
    public static Presenter of(OutputOptions options, Io io, Settings settings) throws UsageException {
        return of(options, io, settings, "waterfall");
    }

    /// A presenter for the play of a scenario, whose view is the ladder where none is asked for.
    ///
    /// @throws UsageException for a view or width that does not exist
    public static Presenter ofPlay(OutputOptions options, Io io) throws UsageException {
        return ofPlay(options, io, Settings.of(io));
    }

    /// The same for settings that were read already.
    ///
    /// @throws UsageException for a view or width that does not exist
    public static Presenter ofPlay(OutputOptions options, Io io, Settings settings) throws UsageException {
        return of(options, io, settings, "ladder");
    }

    private static Presenter of(OutputOptions options, Io io, Settings settings, String usual) throws UsageException {
        Canvas canvas = options.canvas(io.terminal());
        String name = view(options, settings, usual);
        Detail detail = detail(options, settings);
        View view = Views.named(name, detail);
        if (view == null) {
            throw new UsageException("the view " + Quoted.typed(name) + " does not exist" + Nearest.hint(name, Views.names())
                    + ": there are " + String.join(", ", Views.names()));
        }
        if (options.connection != null) {
            view = ladderOf(options.connection, view, detail);
        }
        return new Presenter(io, view, detail, options.view == null && name.equals("waterfall"), options.connection, canvas,
                options.look.painter(io, settings, options.accessible));
    }

    private static String view(OutputOptions options, Settings settings, String usual) {
        if (options.view != null) {
            return options.view;
        }
        String set = settings.get(Setting.VIEW);
        return options.accessible ? "plain" : set == null ? usual : set;
    }

    private static Detail detail(OutputOptions options, Settings settings) throws UsageException {
        String set = settings.get(Setting.DETAIL);
        return detail(options.detail != null ? options.detail : set == null ? Detail.NORMAL.label() : set);
    }

    /// Reads the word for a detail.
    ///
    /// @throws UsageException when it means nothing
    public static Detail detail(String word) throws UsageException {
        Detail detail = Detail.named(word);
        if (detail == null) {
            throw new UsageException("--detail " + Quoted.typed(word) + " is not known" + Nearest.hint(word, Detail.labels())
                    + ": there are " + String.join(", ", Detail.labels()));
        }
        return detail;
    }

    private static View ladderOf(int connection, View view, Detail detail) throws UsageException {
        if (!(view instanceof Ladder)) {
            throw new UsageException("--connection is for the view that draws one connection: add --view ladder");
        }
        if (connection < 1) {
            throw new UsageException("--connection " + connection + " cannot be drawn: they are counted from 1");
        }
        return new Ladder(connection, detail);
    }

    /// Refuses a trace that has not the connection which the options name.
    ///
    /// @throws UsageException says which there are
    public void check(TraceIndex index) throws UsageException {
        if (connection == null) {
            return;
        }
        Connections connections = index.connections();
        if (connections.numbered(connection) == null) {
            List<Connections.Ends> all = connections.all();
            throw new UsageException("there is no connection " + connection + " in this trace: it has " + switch (all.size()) {
                case 0 -> "none";
                case 1 -> "connection " + all.getFirst().number() + " only";
                default -> all.getFirst().number() + " to " + all.getLast().number();
            });
        }
    }

    /// How much is shown.
    public Detail detail() {
        return detail;
    }

    /// Where it is shown.
    public Canvas canvas() {
        return canvas;
    }

    /// Tells whether sentences are wanted, and no columns.
    public boolean sentences() {
        return view instanceof Plain;
    }

    /// Shows something else than a trace.
    ///
    /// @return whether somebody still reads
    public boolean print(Frame frame) {
        return Cli.print(io, painter.paint(frame));
    }

    /// Draws the trace without what it amounts to.
    Frame picture(TraceIndex index, Verdict verdict) {
        return view.picture(index, verdict, canvas);
    }

    /// Tells whether the connections of a server are shown in a line each: where all of it, or another view, is not asked for.
    public boolean linesFor(TraceIndex index) {
        return index.header().mode() == TraceHeader.Mode.SERVER && lines() && !index.sides().numbered(Lane.SERVER).isEmpty()
                && index.failed(Stage.BIND) == null;
    }

    /// Tells whether the connections of a server would have a line each.
    public boolean lines() {
        return usual && detail != Detail.DEEP;
    }

    /// Shows each connection of a server by itself with all that is known of it, as the live server did when it ended. What the kernel
    /// said of it later than that is here, too.
    private boolean each(List<Trace> traces) {
        for (int i = 0; i < Math.min(traces.size(), ServedTable.MOST); i++) {
            TraceIndex one = TraceIndex.of(traces.get(i));
            if (i > 0 && !Cli.print(io, "\n") || !print(view.draw(one, Diagnosis.of(one), canvas))) {
                return false;
            }
        }
        int more = traces.size() - ServedTable.MOST;
        return more <= 0 || Cli.print(io, "\n" + canvas.glyphs().ellipsis() + " and " + Counted.of(more, "more connection") + "\n");
    }

    /// Shows the trace.
    ///
    /// @return whether somebody still reads
    public boolean show(TraceIndex index, Verdict verdict) {
        if (linesFor(index)) {
            List<ServedConnection> served = ServedConnection.of(index);
            return print(detail == Detail.BRIEF ? ServedTable.sum(served, canvas) : ServedTable.all(served, index.header().origin(), canvas));
        }
        if (usual && detail == Detail.DEEP && index.header().mode() == TraceHeader.Mode.SERVER) {
            List<Trace> traces = ServedTraces.of(index);
            if (traces.size() > 1) {
                return each(traces);
            }
        }
        return print(view.draw(index, verdict, canvas));
    }

    /// Shows the trace with the verdict of its events.
    ///
    /// @return the exit code that it deserves
    public ExitCode show(TraceIndex index) {
        Verdict verdict = Diagnosis.of(index);
        show(index, verdict);
        return ExitCode.of(verdict);
    }
}
