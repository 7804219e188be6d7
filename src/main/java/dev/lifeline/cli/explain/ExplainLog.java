package dev.lifeline.cli.explain;

import dev.lifeline.cli.ExitCode;
import dev.lifeline.cli.Io;
import dev.lifeline.cli.UsageException;
import dev.lifeline.cli.report.Presenter;
import dev.lifeline.cli.start.Cli;
import dev.lifeline.explain.ErrorStage;
import dev.lifeline.explain.Explainer;
import dev.lifeline.explain.Explanation;
import dev.lifeline.explain.answer.ErrorAnswer;
import dev.lifeline.explain.field.Secrets;
import dev.lifeline.explain.rule.PhraseBook;
import dev.lifeline.explain.source.LogEntries;
import dev.lifeline.explain.source.LogEntry;
import dev.lifeline.explain.tally.LogTally;
import dev.lifeline.text.Printable;
import dev.lifeline.view.explained.ExplainedScreen;
import dev.lifeline.view.explained.TallyScreen;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// A log on standard input: each error of it in JSON as it comes, or all of them summed up in the end. It is read on a thread of its own,
/// which Ctrl-C leaves where it waits: what was read by then is summed up.
final class ExplainLog {

    private final Io io;
    private final Presenter presenter;
    private final boolean accessible;
    private final boolean json;
    private final PhraseBook words = PhraseBook.builtIn();
    private final Explainer explainer = new Explainer(words);
    private final LogEntries entries;
    private final CompletableFuture<Boolean> end = new CompletableFuture<>();

    /// Guards what follows, for a sum may be drawn while the log is still read.
    private final Object lock = new Object();
    private final LogTally tally = new LogTally();
    private LogEntry only;
    private List<Explanation> onlyErrors;
    private Explanation harmless;
    private boolean stopped;

    ExplainLog(Io io, Presenter presenter, boolean accessible, boolean json) {
        this.io = io;
        this.presenter = presenter;
        this.accessible = accessible;
        this.json = json;
        this.entries = new LogEntries(io.in(), words);
    }

    /// Reads it to its end, or until the person has enough.
    ExitCode call() throws UsageException {
        if (io.terminal().in()) {
            io.say("Reading a log from this terminal: paste it, then press Ctrl-D on a line of its own.");
        }
        io.onSignal(_ -> end.complete(false));
        Thread.ofPlatform().daemon().name("explain-log").start(this::read);
        try {
            boolean whole = end.get();
            synchronized (lock) {
                stopped = true;
                show(whole);
            }
            return whole ? ExitCode.OK : ExitCode.INTERRUPTED;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw new UsageException("standard input cannot be read: " + Printable.ascii(String.valueOf(cause.getMessage())));
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException nobodyDoes) {
            return ExitCode.INTERRUPTED;
        }
    }

    private void read() {
        try {
            for (LogEntry entry = entries.next(); entry != null; entry = entries.next()) {
                if (!take(entry)) {
                    break;
                }
            }
            end.complete(true);
        } catch (IOException | RuntimeException | Error e) {
            end.completeExceptionally(e);
        }
    }

    /// Explains an entry.
    ///
    /// @return whether somebody wants more
    private boolean take(LogEntry read) {
        LogEntry entry = new LogEntry(Secrets.masked(read.text()), read.line(), read.time());
        List<Explanation> found = explainer.explain(entry.text());
        synchronized (lock) {
            if (stopped) {
                return false;
            }
            boolean first = tally.entries() == 0;
            tally.add(entry, found);
            only = tally.entries() == 1 && first ? entry : only;
            onlyErrors = tally.entries() == 1 && first ? errors(found) : onlyErrors;
            harmless = harmless == null && !found.isEmpty() && found.getFirst().stage() == ErrorStage.NONE ? found.getFirst() : harmless;
            return !json || print(errors(found), entry);
        }
    }

    private static List<Explanation> errors(List<Explanation> found) {
        return found.stream().filter(each -> each.stage() != ErrorStage.NONE).toList();
    }

    private boolean print(List<Explanation> errors, LogEntry entry) {
        for (Explanation each : errors) {
            if (!Cli.print(io, ExplainJson.line(ErrorAnswer.to(each), entry))) {
                return false;
            }
        }
        return true;
    }

    /// Shows the sum; a single error as if its text had been given alone.
    private void show(boolean whole) {
        if (json) {
            if (tally.errors() == 0 && whole) {
                Explanation none = harmless == null ? explainer.answer("").getFirst() : harmless;
                Cli.print(io, ExplainJson.line(ErrorAnswer.to(none), null));
            }
            return;
        }
        if (tally.entries() == 1 && whole) {
            List<ErrorAnswer> answers = ExplainCommand.answers(onlyErrors);
            presenter.print(accessible ? ExplainedScreen.sentences(only.text(), answers, presenter.canvas())
                    : ExplainedScreen.of(only.text(), answers, presenter.canvas()));
            return;
        }
        presenter.print(TallyScreen.of(tally, entries.lines(), whole, !accessible, presenter.canvas()));
    }
}
