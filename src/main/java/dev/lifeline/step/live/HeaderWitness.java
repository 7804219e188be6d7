package dev.lifeline.step.live;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.run.RunObserver;
import java.io.IOException;
import java.util.List;

/// Keeps the header of a run, and hands all on to a sink.
final class HeaderWitness implements RunObserver {

    private final RunObserver sink;
    private volatile TraceHeader header;

    /// @param sink or `null`
    HeaderWitness(RunObserver sink) {
        this.sink = sink;
    }

    /// The header; `null` before it is known.
    TraceHeader header() {
        return header;
    }

    @Override
    public void header(TraceHeader told) throws IOException {
        header = told;
        if (sink != null) {
            sink.header(told);
        }
    }

    @Override
    public void take(List<TraceEvent> events) throws IOException {
        if (sink != null) {
            sink.take(events);
        }
    }

    @Override
    public void failed(IOException cause) {
        if (sink != null) {
            sink.failed(cause);
        }
    }
}
