package dev.lifeline.wording;

import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.socket.PortHolder;
import dev.lifeline.model.socket.SynFacts;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import java.util.List;

/// Answers of the kernel in words, safe to print. Looks at sockets, routes, ICMP errors and losses have classes of their own.
public final class KernelWords {

    private KernelWords() {
    }

    /// Writes an event of this group in its three lengths.
    ///
    /// @param at when, in nanoseconds since the origin
    /// @param sockets remembers what was told of each socket
    static Wording of(KernelEvent event, long at, SocketSentences sockets, Glyphs glyphs) {
        return switch (event.kind()) {
            case SOCKET_SEEN -> Wording.told(sockets.of((KernelEvent.SocketSeen) event));
            case SOCKET_GONE -> Wording.told(SocketSentences.of((KernelEvent.SocketGone) event));
            case LISTENER_SEEN -> Wording.told(sockets.of((KernelEvent.ListenerSeen) event));
            case COUNTER_ROSE -> of((KernelEvent.CounterRose) event);
            case ROUTE_ANSWERED -> RouteWords.of((KernelEvent.RouteAnswered) event);
            case ROUTE_DISAGREED -> RouteWords.of((KernelEvent.RouteDisagreed) event);
            case DESCRIPTOR_FOUND -> of((KernelEvent.DescriptorFound) event);
            case SYN_SAVED -> of((KernelEvent.SynSaved) event);
            case ERROR_ORIGIN -> IcmpWords.of((KernelEvent.ErrorOrigin) event);
            case PORT_LOOKED -> of((KernelEvent.PortLooked) event);
            case TRANSLATED -> of((KernelEvent.Translated) event);
            case EVIDENCE_LOST -> LossWords.of((KernelEvent.EvidenceLost) event, at);
            case CLOCK_STEPPED -> of((KernelEvent.ClockStepped) event, at, glyphs);
        };
    }

    /// Writes how much each of the machine's counters rose in the end; nothing where none did.
    public static String counters(List<KernelEvent.CounterRose> totals) {
        StringBuilder words = new StringBuilder();
        for (KernelEvent.CounterRose counter : totals) {
            words.append(words.isEmpty() ? "" : ", ")
                    .append(FittedText.together(Printable.ascii(counter.name()) + " +" + Counted.grouped(counter.by())));
        }
        return words.isEmpty() ? "" : words.append(" on the whole machine meanwhile, by whatever connection").toString();
    }

    /// Writes the rise of a counter in all, for a place with little room; all of them are the whole machine's.
    public static String brief(KernelEvent.CounterRose total) {
        return "machine: " + Printable.ascii(total.name()) + " +" + Counted.grouped(total.by());
    }

    /// Writes the rise of a counter.
    public static Wording of(KernelEvent.CounterRose counter) {
        String rose = Printable.ascii(counter.name()) + " rose by " + Counted.grouped(counter.by());
        return new Wording(rose + " in all (of the whole machine)", null, rose + " on this machine since the trace began");
    }

    /// Writes the number of a descriptor.
    public static Wording of(KernelEvent.DescriptorFound found) {
        return new Wording(null, "fd " + found.descriptor(), "the " + found.end().label() + "'s " + found.purpose().label()
                + " socket was found to be descriptor " + found.descriptor());
    }

    /// Writes which sockets have a port.
    public static Wording of(KernelEvent.PortLooked look) {
        String asked = EndpointWords.of(look.asked());
        if (look.holders().isEmpty()) {
            return Wording.told("the socket table shows no " + (look.listeners() ? "listener" : "socket") + " at the port of " + asked);
        }
        StringBuilder words = new StringBuilder("the socket table shows at the port of " + asked + ": ");
        for (PortHolder holder : look.holders()) {
            words.append(holder == look.holders().getFirst() ? "" : "; ").append(holder.state().label()).append(' ')
                    .append(EndpointWords.of(holder.local()))
                    .append(holder.remote() == null ? "" : " to " + EndpointWords.of(holder.remote())).append(" of uid ")
                    .append(holder.uid())
                    .append(holder.process() == 0 ? "" : ", process " + holder.process() + " " + Printable.ascii(holder.program()));
        }
        return Wording.told(words.append(look.more() == 0 ? "" : "; and " + Counted.grouped(look.more()) + " more").toString());
    }

    /// Writes where NAT on this machine sends a connection.
    public static Wording of(KernelEvent.Translated nat) {
        String to = EndpointWords.of(nat.sentTo());
        return new Wording("NAT here: on to " + to, "NAT on this machine sends it on to " + to,
                "NAT on this machine sends " + EndpointWords.of(nat.asked()) + " on to " + to);
    }

    /// Writes the SYN that began an accepted connection.
    public static Wording of(KernelEvent.SynSaved saved) {
        SynFacts syn = saved.syn();
        String phrase = "ttl " + syn.ttl() + (syn.mss() > 0 ? ", mss " + syn.mss() : ", no mss")
                + (syn.windowScale() < 0 ? ", no wscale" : ", wscale " + syn.windowScale())
                + (syn.sackPermitted() ? ", sack" : "") + (syn.timestamps() ? ", timestamps" : "");
        return new Wording("the SYN had ttl " + syn.ttl() + (syn.mss() > 0 ? ", mss " + Counted.grouped(syn.mss()) : "")
                + (syn.windowScale() >= 0 ? ", scale " + syn.windowScale() : "")
                + (syn.sackPermitted() ? ", SACK" : "") + (syn.timestamps() ? ", time stamps" : ""),
                "SYN: " + phrase, "the kernel showed the client's SYN as it had arrived: " + phrase);
    }

    /// Writes that the clocks of the trace and of the packets moved apart. The clock of the trace stands still while a machine
    /// sleeps: only back is the wall clock set for certain.
    ///
    /// @param at when that was noticed, in nanoseconds since the origin
    public static Wording of(KernelEvent.ClockStepped step, long at, Glyphs glyphs) {
        boolean back = step.by() < 0;
        String slept = "it was set, or the machine slept)";
        long by = step.by() == Long.MIN_VALUE ? Long.MAX_VALUE : Math.abs(step.by());
        String span = Durations.span(by);
        String time = Durations.of(by, glyphs);
        return new Wording("the wall clock, which stamps packets, " + (back ? "was set back" : "jumped ahead (" + slept),
                "the wall clock " + (back ? "was set back by " + span : "went " + span + " ahead (" + slept) + " before "
                        + Durations.moment(at) + "; the stamps of packets jump there",
                "the wall clock " + (back ? "was set back by " + time + " during the capture"
                        : "went " + time + " ahead of the clock of the trace during the capture (" + slept)
                        + ": times of packets may be wrong by as much");
    }
}
