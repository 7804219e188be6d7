package dev.lifeline.diagnosis;

import dev.lifeline.model.Evidence;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.TraceHeader.SourceStatus;
import dev.lifeline.model.event.KernelEvent;
import java.util.ArrayList;
import java.util.List;

/// A group of observers: the rest of a trace is taken away, as if nobody else had looked.
///
/// @param server whether the server's program is traced
/// @param kernel whether the socket table was read
/// @param packets whether packets were captured
public record Witnesses(boolean server, boolean kernel, boolean packets) {

    public static final List<Witnesses> ALL = List.of(new Witnesses(false, false, false), new Witnesses(false, true, false),
            new Witnesses(false, false, true), new Witnesses(false, true, true), new Witnesses(true, false, false),
            new Witnesses(true, true, false), new Witnesses(true, false, true), new Witnesses(true, true, true));

    /// Tells whether the trace can lose, or has, what these do not watch.
    boolean fit(Trace all) {
        return all.header().mode() == Mode.LOOPBACK || server == (all.header().mode() == Mode.SERVER);
    }

    public Trace of(Trace all) {
        TraceHeader header = all.header();
        Mode mode = header.mode() == Mode.LOOPBACK && !server ? Mode.CLIENT : header.mode();
        List<SourceStatus> sources = new ArrayList<>();
        for (SourceStatus source : header.evidence()) {
            boolean there = source.name().equals("packet") ? packets : kernel;
            sources.add(there ? new SourceStatus(source.name(), true, source.reason()) : SourceStatus.notAskedFor(source.name()));
        }
        List<TraceEvent> events = new ArrayList<>();
        for (TraceEvent event : all.events()) {
            if (watched(event, mode)) {
                events.add(event);
            }
        }
        return new Trace(new TraceHeader(header.tool(), header.target(), mode, header.origin(), header.clock(), header.host(),
                sources, header.plan(), header.connections()), events, all.complete());
    }

    private boolean watched(TraceEvent event, Mode mode) {
        if (event.lane() == Lane.KERNEL) {
            return event.evidence() == Evidence.PACKET || aboutTheCapture(event) ? packets : kernel;
        }
        return mode != Mode.CLIENT || event.lane() != Lane.SERVER;
    }

    private static boolean aboutTheCapture(TraceEvent event) {
        return event.body() instanceof KernelEvent.EvidenceLost
                || event.body() instanceof KernelEvent.ClockStepped;
    }

    @Override
    public String toString() {
        return "programs: " + (server ? "client and server" : "client") + (kernel ? ", socket table" : "")
                + (packets ? ", packets" : "");
    }
}
