package dev.lifeline.model.event;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Family;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.http.BodyFraming;
import java.util.List;
import java.util.Objects;

/// The result of a stage that finished.
public sealed interface Outcome {

    /// The constant that stands for this record.
    OutcomeKind kind();

    /// The connection that it brought, as its side sees it; `null` where it brought none.
    default FourTuple tuple() {
        return null;
    }

    /// A look-up gave addresses.
    ///
    /// @param source where they came from
    /// @param addresses numeric addresses in the order in which the system gave them (RFC 6724 on most systems)
    /// @param javaOrder the order in which plain Java would hand them out (IPv4 first unless told otherwise)
    /// @param canonical the canonical name (`AI_CANONNAME` of getaddrinfo(3)), or `null` where it is not known
    /// @param searchDomain the domain of resolv.conf(5) that the resolver put behind the name: the answer is of that longer name;
    ///     `null` where none is known to have been
    /// @param pending the family that was asked for apart and had not answered ([RaceEvent.Asked]): these are the other's addresses;
    ///     else `null`
    record Answers(LookupSource source, List<String> addresses, List<String> javaOrder, String canonical, String searchDomain,
                   Family pending) implements Outcome {
        public Answers {
            Objects.requireNonNull(source, "source");
            addresses = List.copyOf(addresses);
            javaOrder = List.copyOf(javaOrder);
        }

        /// Answers of all that were asked.
        public Answers(LookupSource source, List<String> addresses, List<String> javaOrder, String canonical, String searchDomain) {
            this(source, addresses, javaOrder, canonical, searchDomain, null);
        }

        /// Answers for the name as it was asked for.
        public Answers(LookupSource source, List<String> addresses, List<String> javaOrder, String canonical) {
            this(source, addresses, javaOrder, canonical, null);
        }

        /// Answers without a canonical name.
        public Answers(LookupSource source, List<String> addresses, List<String> javaOrder) {
            this(source, addresses, javaOrder, null);
        }

        @Override
        public OutcomeKind kind() {
            return OutcomeKind.ANSWERS;
        }
    }

    /// The operating system chose a way to a destination.
    ///
    /// @param destination where to
    /// @param source the local address that would be used
    /// @param device the interface that has that address, in recordings of older versions: the route may go through another; else
    ///     `null`, and the kernel's own answer names it ([KernelEvent.RouteAnswered])
    /// @param mtu the maximum transmission unit of that interface in bytes; 0 where it is not known
    record RouteChosen(Endpoint destination, Endpoint source, String device, int mtu) implements Outcome {
        public RouteChosen {
            Objects.requireNonNull(destination, "destination");
            Objects.requireNonNull(source, "source");
        }

        @Override
        public OutcomeKind kind() {
            return OutcomeKind.ROUTE_CHOSEN;
        }
    }

    /// A socket got its local address.
    ///
    /// @param local the address and port that it has now
    record Bound(Endpoint local) implements Outcome {
        public Bound {
            Objects.requireNonNull(local, "local");
        }

        @Override
        public OutcomeKind kind() {
            return OutcomeKind.BOUND;
        }
    }

    /// A socket got its local address and listens; nothing has been accepted.
    ///
    /// @param local the address and port
    /// @param backlog the length asked for of the accept queue; the kernel may use less (`somaxconn`)
    record Listening(Endpoint local, int backlog) implements Outcome {
        public Listening {
            Objects.requireNonNull(local, "local");
        }

        @Override
        public OutcomeKind kind() {
            return OutcomeKind.LISTENING;
        }
    }

    /// The client's connect returned.
    ///
    /// @param tuple the connection as the client sees it
    record Connected(FourTuple tuple) implements Outcome {
        public Connected {
            Objects.requireNonNull(tuple, "tuple");
        }

        @Override
        public OutcomeKind kind() {
            return OutcomeKind.CONNECTED;
        }
    }

    /// The server's accept returned a connection.
    ///
    /// @param tuple the connection as the server sees it
    /// @param wakeUp which wake-up of the event loop brought it, counted from 1; 0 where the server has no loop and called accept
    ///     itself
    /// @param position the how-many-eth accept of that wake-up, counted from 1
    record Accepted(FourTuple tuple, long wakeUp, int position) implements Outcome {
        public Accepted {
            Objects.requireNonNull(tuple, "tuple");
        }

        @Override
        public OutcomeKind kind() {
            return OutcomeKind.ACCEPTED;
        }
    }

    /// A worker of a server took the connection from the queue of its program, and serves it and no other from now on.
    ///
    /// @param worker which, from 1
    /// @param busy workers that have a connection now, this one included
    /// @param workers that there are
    record Taken(int worker, int busy, int workers) implements Outcome {
        @Override
        public OutcomeKind kind() {
            return OutcomeKind.TAKEN;
        }
    }

    /// A server's program worked on a request until it had the answer.
    ///
    /// @param cpu nanoseconds of CPU time that its thread used; -1 where that was not measured
    /// @param asked the server that it waited for, or `null`
    record Handled(long cpu, Endpoint asked) implements Outcome {
        /// The CPU time was not measured.
        public static final long NOT_MEASURED = -1;

        @Override
        public OutcomeKind kind() {
            return OutcomeKind.HANDLED;
        }
    }

    /// Both sides agreed on keys: the TLS handshake is complete for this side.
    ///
    /// @param version `TLSv1.3`
    /// @param suite the cipher suite, by its name in the registry of IANA
    /// @param alpn the protocol agreed on (RFC 7301), or `null`
    /// @param serverName the name that the client asked for (SNI), or `null`
    /// @param resumed whether an earlier session went on: then no certificate was shown
    /// @param waiting nanoseconds in which this side waited for bytes of the other
    /// @param computing nanoseconds in which this side computed
    record Secured(String version, String suite, String alpn, String serverName, boolean resumed, long waiting, long computing)
            implements Outcome {
        public Secured {
            Objects.requireNonNull(version, "version");
            Objects.requireNonNull(suite, "suite");
        }

        @Override
        public OutcomeKind kind() {
            return OutcomeKind.SECURED;
        }
    }

    /// A request is whole: written by a client, read by a server.
    ///
    /// @param method its method
    /// @param target its target, cut where it is long
    /// @param bytes of head and body as they cross
    record Requested(String method, String target, long bytes) implements Outcome {
        public Requested {
            Objects.requireNonNull(method, "method");
            Objects.requireNonNull(target, "target");
        }

        @Override
        public OutcomeKind kind() {
            return OutcomeKind.REQUESTED;
        }
    }

    /// A response is whole: read by a client, handed to the kernel by a server.
    ///
    /// @param status three digits
    /// @param reason the words behind it; may be empty
    /// @param framing how the end of its body is found
    /// @param headBytes of its head
    /// @param bodyBytes of its body's content
    /// @param keepsAlive whether the connection can take another request, by what this response says
    record Responded(int status, String reason, BodyFraming framing, long headBytes, long bodyBytes, boolean keepsAlive)
            implements Outcome {
        public Responded {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(framing, "framing");
        }

        @Override
        public OutcomeKind kind() {
            return OutcomeKind.RESPONDED;
        }
    }

    /// Bytes crossed: all that a write handed to the kernel, or all that a stage of reading took from it.
    ///
    /// @param bytes how many, and a look at the first
    /// @param chunks in how many calls; says nothing about packets
    /// @param ending why this stage of moving bytes ended
    record Moved(Bytes bytes, int chunks, Ending ending) implements Outcome {
        public Moved {
            Objects.requireNonNull(bytes, "bytes");
            Objects.requireNonNull(ending, "ending");
        }

        @Override
        public OutcomeKind kind() {
            return OutcomeKind.MOVED;
        }
    }

    /// This side's socket is closed.
    ///
    /// @param how in order, or by reset
    /// @param first the side whose end of stream came first, or `null` where that is not known
    /// @param read bytes read from the peer over the whole life
    /// @param written bytes that the kernel took from this side over the whole life
    record Closed(CloseKind how, Lane first, long read, long written) implements Outcome {
        public Closed {
            Objects.requireNonNull(how, "how");
        }

        @Override
        public OutcomeKind kind() {
            return OutcomeKind.CLOSED;
        }
    }
}
