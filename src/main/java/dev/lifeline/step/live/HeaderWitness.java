package dev.lifeline.step.live;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.run.RunObserver;
import java.io.IOException;
import java.util.List;

/// Keeps the header of a run; its events are read from the recorder.
final class HeaderWitness implements RunObserver {

    private volatile TraceHeader header;

    /// The header; `null` before it is known.
    TraceHeader header() {
        return header;
    }

    @Override
    public void header(TraceHeader told) {
        header = told;
    }

    @Override
    public void take(List<TraceEvent> events) {
        // The recorder has them all.
    }

    @Override
    public void failed(IOException cause) {
        // Nothing here can fail.
    }
}
