package dev.lifeline.analysis.socket;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Family;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent.PortLooked;
import dev.lifeline.model.socket.PortHolder;
import java.util.ArrayList;
import java.util.List;

/// The look at the sockets of a port, after a bind to it or a connect to it failed.
///
/// @param look what it showed
/// @param after how long after the failure it was made, in nanoseconds
public record PortEvidence(PortLooked look, long after) {

    /// More listeners are only counted.
    private static final int MOST_NAMED = 3;

    /// Takes a look that this very failure was the reason for; `null` where another one was.
    ///
    /// @param failed the number of the event that told the failure; -1 where none did
    /// @param ended when it failed, in nanoseconds since the origin
    public static PortEvidence of(TraceEvent event, PortLooked look, long failed, long ended) {
        return failed >= 0 && look.cause() == failed ? new PortEvidence(look, Math.max(0, event.at() - ended)) : null;
    }

    /// The first of the sockets that have the address which was asked for; `null` where none of those that were told has it.
    public PortHolder holder() {
        for (PortHolder holder : look.holders()) {
            if (has(holder, look.asked())) {
                return holder;
            }
        }
        return null;
    }

    /// The group of that holder.
    public boolean holderListens() {
        return holder() != null && holder().state() == SocketState.LISTEN;
    }

    /// Tells whether the holder is bound, and neither listens nor is connected.
    public boolean holderBound() {
        return holder() != null && holder().state() == SocketState.CLOSE;
    }

    /// Tells whether the holder is a connection that is not only the kernel's memory of one.
    public boolean holderConnected() {
        return holder() != null && holder().remote() != null && holder().state() != SocketState.TIME_WAIT;
    }

    /// Tells whether all that has the address waits in TIME_WAIT.
    public boolean holderWaits() {
        return holder() != null && holder().remote() != null && holder().state() == SocketState.TIME_WAIT;
    }

    /// Tells whether the table showed nothing at that address. Sockets that it has and did not tell may be there.
    public boolean nobody() {
        return look.whole() && look.more() == 0 && holder() == null;
    }

    /// Tells whether the look was at listeners, and one of them takes connections to the address.
    public boolean listensThere() {
        return look.listeners() && holderListens();
    }

    /// Tells whether the port has listeners, and none of them takes connections to the address.
    public boolean listensElsewhere() {
        return look.listeners() && complete() && !holderListens() && !listeners().isEmpty();
    }

    /// Tells whether the port has no listener at any address.
    public boolean listensNowhere() {
        return look.listeners() && complete() && listeners().isEmpty();
    }

    /// Tells whether every listener of the port was told: they come first.
    private boolean complete() {
        return look.whole() && (look.more() == 0 || look.holders().getLast().state() != SocketState.LISTEN);
    }

    private List<Endpoint> listeners() {
        List<Endpoint> listeners = new ArrayList<>();
        for (PortHolder holder : look.holders()) {
            if (holder.state() == SocketState.LISTEN && !listeners.contains(holder.local())) {
                listeners.add(holder.local());
            }
        }
        return listeners;
    }

    /// Where the listeners are: `127.0.0.1:80, [::1]:80`.
    public String listening() {
        List<Endpoint> all = listeners();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(all.size(), MOST_NAMED); i++) {
            text.append(i == 0 ? "" : ", ").append(all.get(i));
        }
        return text.append(all.size() > MOST_NAMED ? " and " + (all.size() - MOST_NAMED) + " more" : "").toString();
    }

    /// Where the first of the listeners can be connected to on this machine; `null` where there is none.
    public Endpoint reachable() {
        List<Endpoint> all = listeners();
        Endpoint first = all.isEmpty() ? null : all.getFirst();
        return first == null || !EndpointMatch.isWildcard(first) ? first
                : new Endpoint(first.family() == Family.IPV6 ? "::1" : "127.0.0.1", first.port());
    }

    /// Tells whether a socket has an address: its own, or as one that has all of a family. One of IPv6 has those of IPv4 too, unless it
    /// was told not to (`IPV6_V6ONLY` of ipv6(7)). Who asks for all addresses finds each of them taken.
    private static boolean has(PortHolder holder, Endpoint asked) {
        Endpoint local = holder.local();
        boolean sameFamily = local.family() == asked.family();
        boolean all = EndpointMatch.isWildcard(local);
        boolean wanted = EndpointMatch.isWildcard(asked);
        return EndpointMatch.sameAddress(local, asked)
                || sameFamily && (all || wanted)
                || !sameFamily && all && local.family() == Family.IPV6 && !holder.v6Only()
                || !sameFamily && wanted && asked.family() == Family.IPV6;
    }
}
