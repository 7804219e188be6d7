package dev.lifeline.play;

import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.run.RunSession;
import dev.lifeline.scenario.Step;

/// A play that stands behind a step, its sockets alive.
public final class PlayStop {

    private final Step step;
    private final RunSession session;
    private final TraceHeader header;

    PlayStop(Step step, RunSession session, TraceHeader header) {
        this.step = step;
        this.session = session;
        this.header = header;
    }

    /// Step that has ended last; it has a label.
    public Step step() {
        return step;
    }

    /// Gives what is recorded by now, as if the play had ended.
    public Trace trace() {
        return session.trace(header);
    }

    /// Has the kernel looked at once more: all sockets, the listeners and the counters. What is found is in the next [#trace].
    public void look() {
        session.observation().look(session.recorder().next() - 1);
    }
}
