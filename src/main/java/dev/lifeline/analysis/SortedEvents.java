package dev.lifeline.analysis;

import dev.lifeline.analysis.packet.PacketFlows;
import dev.lifeline.model.TraceEvent;
import java.util.List;

/// The events of a trace after [EventSorter] went through them.
///
/// @param stages the stages of the programs, each with both its events, in the order in which they began
/// @param failed those of them that failed, in the order in which they did
/// @param holds in the order in which they began
/// @param marks events without length, by time
/// @param race what is told of connection races, by time
/// @param run what is told of the run as a whole, by time
/// @param play what a scenario's play tells of its actors and steps, by time
/// @param kernel what the kernel and the wire said, by time
/// @param web what is told of TLS and HTTP, by time
/// @param sides what each side of each connection got done
/// @param flows packets by the connection to which they belong
/// @param looks looks at accept queues
/// @param sawServer whether a look found the server's end of a connection
/// @param last the time of the last event, in nanoseconds since the origin; 0 where there is none
record SortedEvents(List<Span> stages, List<Span> failed, List<Hold> holds, List<TraceEvent> marks, List<TraceEvent> race,
                    List<TraceEvent> run, List<TraceEvent> play, List<TraceEvent> kernel,
                    List<TraceEvent> web, ConnectionSides sides, PacketFlows flows, QueueLooks looks, boolean sawServer, long last) {
}
