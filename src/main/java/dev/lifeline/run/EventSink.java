package dev.lifeline.run;

import dev.lifeline.model.TraceEvent;
import java.io.IOException;
import java.util.List;

/// Takes events as they happen: a recording, or NDJSON on standard output.
public interface EventSink {

    /// Takes a batch, in order of arrival, and passes it on before it returns: what was taken survives a crash.
    ///
    /// @throws IOException when it cannot be passed on: a full disk, a closed pipe
    void take(List<TraceEvent> events) throws IOException;
}
