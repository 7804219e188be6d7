package dev.lifeline.step.live;

import dev.lifeline.model.Trace;
import dev.lifeline.run.RunObserver;
import dev.lifeline.run.RunSession;
import dev.lifeline.run.TraceRun;

/// A run that can be walked through: it is ready to go, and its gates can be held.
public interface Driven {

    /// Its frame: recorder, gates and evidence.
    RunSession session();

    /// Runs to the end, on the thread that calls.
    ///
    /// @param witness hears of the header before any event, and of events as they happen
    Trace execute(RunObserver witness);

    /// Has it end soon.
    ///
    /// @param signal `INT`, `TERM` or `HUP`
    void interrupt(String signal);

    /// One connection or several, with a server of its own or without.
    static Driven of(TraceRun run) {
        return new Driven() {
            @Override
            public RunSession session() {
                return run.session();
            }

            @Override
            public Trace execute(RunObserver witness) {
                return run.execute(witness);
            }

            @Override
            public void interrupt(String signal) {
                run.interrupt(signal);
            }
        };
    }
}
