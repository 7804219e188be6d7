package dev.lifeline.run;

import dev.lifeline.model.TraceHeader;
import java.io.IOException;

/// Hears of a run before and while it happens.
public interface RunObserver extends EventSink {

    /// Called once, before the first event.
    ///
    /// @throws IOException when it cannot be passed on; the run goes on without this witness
    void header(TraceHeader header) throws IOException;

    /// Called once when the witness failed: nobody reads any more.
    void failed(IOException cause);
}
