package dev.lifeline.step;

import dev.lifeline.file.RecordingException;
import dev.lifeline.file.TraceReader;
import java.nio.file.Path;
import java.util.List;

/// Walks through the recordings of the samples.
public final class RecordedWalks {

    private RecordedWalks() {
    }

    /// The walk through a recording, from its first stop.
    ///
    /// @param name of the sample
    public static Journey read(String name) {
        try {
            return Journey.of(TraceReader.read(Path.of("samples/recordings", name + ".ndjson")).trace());
        } catch (RecordingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// As somebody sees it who walks live and is at this stop: nothing of what came later is there.
    public static Journey live(Journey journey, int stop) {
        Journey at = journey.at(stop);
        return new Journey(at.header(), at.seen().recorded(), at.stops().subList(0, stop), stop, at.upTo(), List.of(), List.of(), 1, true,
                at.stop().isEnd(), 0, true);
    }
}
