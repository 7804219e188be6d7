package dev.lifeline.observe.packet;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Lane;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.record.Recorder;

/// Ends that another observer read from the kernel's socket table while the connect was under way. They are looked up in the
/// recording: events of the kernel's lane are told to nobody.
record SeenEnds(Recorder recorder) implements KnownEnds {

    @Override
    public Endpoint client(Connect connect) {
        for (TraceEvent event : recorder.from(connect.sequence)) {
            if (event.connection() == connect.connection && event.attempt() == connect.attempt
                    && event.body() instanceof KernelEvent.SocketSeen seen && seen.end() == Lane.CLIENT
                    && seen.tuple().local().port() > 0) {
                return seen.tuple().local();
            }
        }
        return null;
    }
}
