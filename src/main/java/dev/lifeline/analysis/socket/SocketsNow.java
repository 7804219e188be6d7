package dev.lifeline.analysis.socket;

import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent.DescriptorFound;
import dev.lifeline.model.event.KernelEvent.ListenerSeen;
import dev.lifeline.model.event.KernelEvent.SocketGone;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.SocketPurpose;
import dev.lifeline.model.walk.FaultKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The table of sockets at the end of a trace: of each socket the last look.
public final class SocketsNow {

    /// The last look at one end of a connection.
    ///
    /// @param connection the number that its events carry
    /// @param end whose
    /// @param tuple as this end sees it
    /// @param event the look
    /// @param seen what it found
    /// @param gone the event that says that it is there no more; `null` where it was seen last
    public record End(int connection, Lane end, FourTuple tuple, TraceEvent event, SocketSeen seen, TraceEvent gone) {
    }

    /// Of a connection with itself both ends have one tuple.
    private record Key(FourTuple tuple, Lane end) {
    }

    private final Map<Key, End> ends = new LinkedHashMap<>();
    private final Map<Endpoint, TraceEvent> listeners = new LinkedHashMap<>();
    private final Map<Long, Integer> descriptors = new LinkedHashMap<>();

    /// Looks through the kernel's events, and for a fault that closes the listening socket.
    public SocketsNow(TraceIndex index) {
        boolean refuses = false;
        for (TraceEvent event : index.events()) {
            if (event.body() instanceof SocketSeen seen) {
                seen(event, seen);
            } else if (event.body() instanceof SocketGone gone) {
                gone(event, new Key(gone.tuple(), gone.end()));
            } else if (event.body() instanceof ListenerSeen seen) {
                if (!refuses) {
                    listeners.put(seen.local(), event);
                }
            } else if (event.body() instanceof RunEvent.FaultAdded fault && fault.fault() == FaultKind.REFUSE) {
                refuses = true;
                listeners.clear();
            } else if (event.body() instanceof LoopEvent.SocketOpened opened && opened.purpose() == SocketPurpose.LISTENING) {
                refuses = false;
            } else if (event.body() instanceof DescriptorFound found) {
                descriptors.put(found.inode(), found.descriptor());
            }
        }
    }

    private void seen(TraceEvent event, SocketSeen seen) {
        Key key = new Key(seen.tuple(), seen.end());
        End before = ends.get(key);
        if (seen.occasion() != Occasion.DESTROYED) {
            ends.put(key, new End(event.connection(), seen.end(), seen.tuple(), event, seen, null));
        } else if (before != null && before.seen().socket().state() != SocketState.TIME_WAIT) {
            // TIME_WAIT has a smaller socket of its own, which lives on.
            gone(event, key);
        }
    }

    private void gone(TraceEvent event, Key key) {
        End before = ends.get(key);
        if (before != null) {
            ends.put(key, new End(before.connection(), before.end(), before.tuple(), before.event(), before.seen(), event));
        }
    }

    /// All ends, in the order in which they were first seen.
    public List<End> ends() {
        return new ArrayList<>(ends.values());
    }

    /// The last look at each listener that no fault has closed since; each event's body is a [ListenerSeen].
    public List<TraceEvent> listeners() {
        return new ArrayList<>(listeners.values());
    }

    /// The descriptor that a program has for a socket; -1 where none was found.
    ///
    /// @param inode of the socket
    public int descriptor(long inode) {
        return inode == 0 ? -1 : descriptors.getOrDefault(inode, -1);
    }
}
