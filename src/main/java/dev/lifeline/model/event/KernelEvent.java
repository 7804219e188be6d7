package dev.lifeline.model.event;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.KernelRoute;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.socket.PortHolder;
import dev.lifeline.model.socket.SynFacts;
import java.util.List;
import java.util.Objects;

/// Something that the kernel said about itself. The events stand in the kernel's lane, with the number of the client's connection,
/// or of the server's where the client is not traced.
public sealed interface KernelEvent extends EventBody {

    /// The kinds of this group, one for each record.
    enum Kind implements EventKind {
        SOCKET_SEEN, SOCKET_GONE, LISTENER_SEEN, COUNTER_ROSE, ROUTE_ANSWERED, ROUTE_DISAGREED, DESCRIPTOR_FOUND, SYN_SAVED,
        ERROR_ORIGIN, PORT_LOOKED, TRANSLATED, EVIDENCE_LOST, CLOCK_STEPPED;

        @Override
        public boolean isBulk() {
            return true;
        }
    }

    @Override
    Kind kind();

    @Override
    default EventGroup group() {
        return EventGroup.KERNEL;
    }

    /// A socket of the connection was looked at.
    ///
    /// @param end whose socket: CLIENT or SERVER
    /// @param tuple as this socket sees it
    /// @param socket what the kernel said
    /// @param occasion why it was looked at
    /// @param cause the sequence number of the event that made us look; -1 where none did
    record SocketSeen(Lane end, FourTuple tuple, SocketSnapshot socket, Occasion occasion, long cause) implements KernelEvent {
        public SocketSeen {
            Objects.requireNonNull(end, "end");
            Objects.requireNonNull(tuple, "tuple");
            Objects.requireNonNull(socket, "socket");
            Objects.requireNonNull(occasion, "occasion");
        }

        @Override
        public Kind kind() {
            return Kind.SOCKET_SEEN;
        }
    }

    /// A socket that was in the kernel's table is there no more.
    ///
    /// @param end whose socket it was
    /// @param tuple as the socket saw it
    /// @param last its state when it was last seen
    /// @param cause the sequence number of the event that made us look; -1 where none did
    record SocketGone(Lane end, FourTuple tuple, SocketState last, long cause) implements KernelEvent {

        /// One that was missed between two events.
        public SocketGone(Lane end, FourTuple tuple, SocketState last) {
            this(end, tuple, last, -1);
        }

        public SocketGone {
            Objects.requireNonNull(end, "end");
            Objects.requireNonNull(tuple, "tuple");
            Objects.requireNonNull(last, "last");
        }

        @Override
        public Kind kind() {
            return Kind.SOCKET_GONE;
        }
    }

    /// The listening socket was looked at.
    ///
    /// @param local where it listens
    /// @param queued connections that wait for accept
    /// @param backlog the limit of the accept queue; the kernel lets one more in
    /// @param occasion why it was looked at
    /// @param cause the sequence number of the event that made us look; -1 where none did
    /// @param alike how many sockets listen at this address and port (`SO_REUSEPORT` of socket(7)), this one included: where they are
    ///     several, it is not known which of them takes a connection
    record ListenerSeen(Endpoint local, long queued, long backlog, Occasion occasion, long cause, long alike) implements KernelEvent {
        public ListenerSeen {
            Objects.requireNonNull(local, "local");
            Objects.requireNonNull(occasion, "occasion");
        }

        /// The only one at its address and port.
        public ListenerSeen(Endpoint local, long queued, long backlog, Occasion occasion, long cause) {
            this(local, queued, backlog, occasion, cause, 1);
        }

        /// Tells whether it is the one that takes what comes to its address and port.
        public boolean alone() {
            return alike <= 1;
        }

        @Override
        public Kind kind() {
            return Kind.LISTENER_SEEN;
        }
    }

    /// A counter of the whole machine (or network namespace) rose while the connection was traced; others may have raised it too.
    ///
    /// @param name the kernel's word, for example `ListenOverflows` (`/proc/net/netstat`)
    /// @param by how much it rose since the trace began
    record CounterRose(String name, long by) implements KernelEvent {
        public CounterRose {
            Objects.requireNonNull(name, "name");
        }

        @Override
        public Kind kind() {
            return Kind.COUNTER_ROSE;
        }
    }

    /// The kernel was asked for the route to a destination.
    ///
    /// @param refusedSource the source address with which the kernel refuses this destination, where the route is its answer to
    ///     the question without one; `null` where it refused no source
    record RouteAnswered(Endpoint destination, KernelRoute route, String refusedSource) implements KernelEvent {
        public RouteAnswered {
            Objects.requireNonNull(destination, "destination");
            Objects.requireNonNull(route, "route");
        }

        /// The answer to the question as it was asked.
        public RouteAnswered(Endpoint destination, KernelRoute route) {
            this(destination, route, null);
        }

        @Override
        public Kind kind() {
            return Kind.ROUTE_ANSWERED;
        }
    }

    /// After connect the socket's own local address is not the one that the route had promised.
    ///
    /// @param promised the route's preferred source address
    /// @param actual the socket's local address
    record RouteDisagreed(String promised, Endpoint actual) implements KernelEvent {
        public RouteDisagreed {
            Objects.requireNonNull(promised, "promised");
            Objects.requireNonNull(actual, "actual");
        }

        @Override
        public Kind kind() {
            return Kind.ROUTE_DISAGREED;
        }
    }

    /// The descriptor of a socket was found.
    ///
    /// @param end whose socket
    /// @param purpose the use of the socket
    /// @param descriptor its number in the traced process
    /// @param inode of the socket
    record DescriptorFound(Lane end, SocketPurpose purpose, int descriptor, long inode) implements KernelEvent {
        public DescriptorFound {
            Objects.requireNonNull(end, "end");
            Objects.requireNonNull(purpose, "purpose");
        }

        @Override
        public Kind kind() {
            return Kind.DESCRIPTOR_FOUND;
        }
    }

    /// The SYN that began an accepted connection, kept by the kernel (`TCP_SAVED_SYN` of tcp(7)).
    ///
    /// @param tuple as the server sees it
    record SynSaved(FourTuple tuple, SynFacts syn) implements KernelEvent {
        public SynSaved {
            Objects.requireNonNull(tuple, "tuple");
            Objects.requireNonNull(syn, "syn");
        }

        @Override
        public Kind kind() {
            return Kind.SYN_SAVED;
        }
    }

    /// The ICMP message behind an error, which says who refused: from the socket's error queue (`IP_RECVERR` of ip(7)).
    ///
    /// @param offender the address that sent the message
    /// @param type ICMP or ICMPv6 type
    /// @param code ICMP or ICMPv6 code
    /// @param meaning in words, for example `host unreachable`
    record ErrorOrigin(String offender, int type, int code, String meaning) implements KernelEvent {
        public ErrorOrigin {
            Objects.requireNonNull(offender, "offender");
            Objects.requireNonNull(meaning, "meaning");
        }

        @Override
        public Kind kind() {
            return Kind.ERROR_ORIGIN;
        }
    }

    /// The table was looked through for the sockets that have a port of this machine, because a bind to it or a connect to it failed.
    ///
    /// @param asked where that was bound or connected to
    /// @param listeners whether only listeners were looked for, and where there were none sockets that are bound and no more; else all
    /// @param holders those that were found, listeners first, or as many as are worth telling
    /// @param more how many were found beside them
    /// @param bound whether this kernel shows sockets that are bound and no more
    /// @param whole whether the kernel gave its whole answer; where it did not there may be others
    /// @param cause the sequence number of the event that made us look
    record PortLooked(Endpoint asked, boolean listeners, List<PortHolder> holders, int more, boolean bound, boolean whole, long cause)
            implements KernelEvent {
        public PortLooked {
            Objects.requireNonNull(asked, "asked");
            holders = List.copyOf(holders);
        }

        @Override
        public Kind kind() {
            return Kind.PORT_LOOKED;
        }
    }

    /// NAT of this machine (DNAT, REDIRECT) sends on to another end: by the kernel's table of tracked connections (evidence `kernel`),
    /// or because the SYN left for it (`packet`).
    ///
    /// @param asked where the client connected to
    /// @param sentTo where its packets went
    record Translated(Endpoint asked, Endpoint sentTo) implements KernelEvent {
        public Translated {
            Objects.requireNonNull(asked, "asked");
            Objects.requireNonNull(sentTo, "sentTo");
        }

        @Override
        public Kind kind() {
            return Kind.TRANSLATED;
        }
    }

    /// A source of evidence lost something: what is missing here may have happened all the same.
    ///
    /// @param source the name of the source
    /// @param count how many packets or messages are missing; -1 where that is not known
    /// @param loss how it came to be missing
    /// @param reason why, for a person
    record EvidenceLost(String source, long count, LossKind loss, String reason) implements KernelEvent {
        public EvidenceLost {
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(loss, "loss");
            Objects.requireNonNull(reason, "reason");
        }

        @Override
        public Kind kind() {
            return Kind.EVIDENCE_LOST;
        }
    }

    /// The wall clock, which stamps packets, and the monotonic clock of the trace moved apart while packets were captured: the wall
    /// clock was set, or, where it went ahead, the machine slept, for which the monotonic clock stands still.
    ///
    /// @param by nanoseconds that the wall clock went ahead; negative where it went back
    record ClockStepped(long by) implements KernelEvent {
        @Override
        public Kind kind() {
            return Kind.CLOCK_STEPPED;
        }
    }
}
