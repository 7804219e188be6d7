package dev.lifeline.diagnosis.evidence;

import dev.lifeline.diagnosis.EndpointMatch;
import dev.lifeline.diagnosis.cause.Placeholders;
import dev.lifeline.diagnosis.cause.Template;
import dev.lifeline.model.KernelRoute;
import dev.lifeline.model.Lane;
import dev.lifeline.model.RouteType;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.TcpInfo;
import dev.lifeline.model.event.KernelEvent.ListenerSeen;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;

/// The values of the placeholders of `evidence.txt`, beside those of [Placeholders]. None is looked for before a text asks for it.
///
/// | name | value |
/// |---|---|
/// | `sentTimes`, `through` | how often and when the SYN was seen; on which interface, with a blank before it, or nothing |
/// | `answerAfter`, `late` | from the first SYN to the first answer; from the end of the wait to the SYN-ACK |
/// | `resetAfter` | from the first SYN to the server's RST |
/// | `routeSays`, `nextHop` | what the kernel answered when it was asked for its route; who takes the packet next, by that |
/// | `offender`, `meaning`, `icmp`, `icmpSeen` | who said no, what, its numbers, and how that is known |
/// | `listener`, `queued`, `backlog`, `listenerSeen`, `depth` | the listener and its queue; `depth` is a sentence or nothing |
/// | `peer`, `peerState`, `peerSeen`, `ownSeen` | client or server; its state; how old the look is, or nothing |
/// | `unread`, `ownUnread`, `unreadThere` | bytes in the receive queue there, here; the former as an aside, or nothing |
/// | `unacked`, `retransmits`, `again` | bytes under way; how often they were sent again; how that is known |
/// | `expired` | how often the timer of the SYN ran out |
/// | `ackedBy`, `windowSeen` | how it is known that all was acknowledged, that the window is closed |
/// | `arrived`, `answered` | bytes that the kernel there has received; bytes of the other end that were captured |
/// | `rstAfter`, `rstWhen` | what the other end had acknowledged when it reset; how long before the stage began, or nothing |
/// | `counters` | the counters that rose |
/// | `lostBy`, `lost`, `step` | the source that lost something, how much; what became of the wall clock |
record EvidenceWords(Placeholders words, StageEvidence witness, long sent) implements Template.Values {

    @Override
    public String value(String name) {
        return switch (name) {
            case "sentTimes", "through", "answerAfter", "resetAfter", "late", "windowSeen", "answered", "rstAfter", "rstWhen" ->
                    new PacketPlaceholders(witness, sent).value(name);
            case "routeSays" -> route();
            case "nextHop" -> nextHop();
            case "offender" -> witness.icmp().offender();
            case "meaning" -> witness.icmp().meaning();
            case "icmp" -> witness.icmp().numbers();
            case "icmpSeen" -> witness.icmp().captured() ? "was captured" : "was in the socket's error queue";
            case "listener" -> listener().seen().local().toString();
            case "queued" -> Long.toString(listener().seen().queued());
            case "backlog" -> Long.toString(listener().seen().backlog());
            case "listenerSeen" -> age(listener());
            case "depth" -> depth();
            case "peer" -> witness.peer().label();
            case "peerState" -> state(witness.peer());
            case "peerSeen" -> age(witness.sockets().last(witness.peer()));
            case "ownSeen" -> age(witness.sockets().last(witness.own()));
            case "unread" -> Counted.bytes(queue(witness.peer()));
            case "ownUnread" -> Counted.bytes(queue(witness.own()));
            case "unreadThere" -> queue(witness.peer()) > 0 ? ", with " + Counted.bytes(queue(witness.peer())) + " unread" : "";
            case "unacked" -> Counted.bytes(StreamFindings.unackedBytes(witness, sent));
            case "retransmits" -> Counted.times(StreamFindings.again(witness));
            case "expired" -> Counted.times(witness.sockets().expired(witness.own()));
            case "again" -> bySocket() ? "the kernel's socket table says so" : "that was captured";
            case "ackedBy" -> ackedBy();
            case "arrived" -> Counted.bytes(witness.sockets().last(witness.peer()).seen().info().bytesReceived());
            case "counters" -> counters();
            case "lostBy" -> witness.lost().source().equals("packet") ? "capture" : "source " + witness.lost().source();
            case "lost" -> witness.lost().count() < 0 ? "an unknown number" : Counted.grouped(witness.lost().count());
            case "step" -> EvidenceOfSuccess.step(witness.stepped());
            default -> words.value(name);
        };
    }

    private String route() {
        RouteType type = witness.route().type();
        return type == RouteType.NONE ? "no route" : "a route of the type " + type.label();
    }

    private String nextHop() {
        KernelRoute route = witness.route();
        return route == null || route.type() != RouteType.UNICAST ? null
                : route.gateway() != null ? EndpointMatch.bare(route.gateway()) : words.value("address");
    }

    private SocketEvidence.Look<ListenerSeen> listener() {
        SocketEvidence sockets = witness.sockets();
        return sockets.listener() != null ? sockets.listener() : sockets.lastListener();
    }

    private String depth() {
        var look = witness.sockets().listener();
        return look == null ? "" : " Its accept queue held " + look.seen().queued() + " of " + look.seen().backlog()
                + age(look) + ".";
    }

    private String state(Lane end) {
        SocketState state = witness.sockets().last(end).seen().state();
        return state == SocketState.NEW_SYN_RECV ? SocketState.SYN_RECV.label() : state.label();
    }

    private long queue(Lane end) {
        var look = witness.sockets().last(end);
        return look == null ? 0 : look.seen().unread();
    }

    /// An old look is told with its age: between two looks nobody watched.
    private String age(SocketEvidence.Look<?> look) {
        return look == null || look.before() == 0 ? "" : " (" + Durations.rounded(look.before()) + " before the end of the wait)";
    }

    private boolean bySocket() {
        return witness.sockets().retransmits(witness.own()) >= witness.wire().side(witness.own()).again();
    }

    private String ackedBy() {
        SocketSnapshot own = StreamFindings.seen(witness.sockets().recent(witness.own()));
        boolean told = own != null && own.info() != null && own.info().bytesAcked() != TcpInfo.ABSENT
                && own.info().bytesAcked() >= sent;
        return told ? "the kernel here has the acknowledgement" : "the acknowledgement was captured";
    }

    private String counters() {
        StringBuilder text = new StringBuilder();
        for (var counter : witness.counters().entrySet()) {
            text.append(text.isEmpty() ? "" : ", ").append(counter.getKey()).append(" by ")
                    .append(Counted.grouped(counter.getValue()));
        }
        return text.toString();
    }
}
