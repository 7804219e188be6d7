package dev.lifeline.scenario.judge;

import static dev.lifeline.scenario.judge.JudgeTest.held;
import static dev.lifeline.scenario.judge.JudgeTest.notHeld;
import static dev.lifeline.scenario.judge.JudgeTest.notSeen;

import dev.lifeline.model.KernelRoute;
import dev.lifeline.model.Lane;
import dev.lifeline.model.RouteType;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.LossKind;
import dev.lifeline.model.event.Occasion;
import dev.lifeline.model.event.SocketPurpose;
import org.junit.jupiter.api.Test;

/// What rests on the kernel's word and on packets: where they did not take part, nothing is said not to have happened.
class JudgeEvidenceTest {

    @Test
    void aSocketIsWhatTheKernelSaidDuringTheStep() {
        RecordedPlay play = RecordedPlay.with("sockdiag").connected()
                .socket(2.5, Lane.SERVER, SocketState.ESTABLISHED, 0, 5).socket(3, Lane.SERVER, SocketState.ESTABLISHED, 0, 5)
                .socket(7, Lane.SERVER, SocketState.CLOSE_WAIT, 99, 0).socket(7, Lane.CLIENT, SocketState.FIN_WAIT2, 0, 0)
                .step("looking", 2, 4).step("accepting", 5, 6);

        held(play.judge("socket, of: client, end: server, at: looking, state: ESTABLISHED, accepted: false, receive-queue: 5, "
                + "timer: none"),
                "client's server socket at looking: state ESTABLISHED, held by no program, receive-queue 5, timer none");
        held(play.judge("socket, of: peer, at: looking, accepted: false"), "peer's socket at looking: held by no program");
        notSeen(play.judge("socket, of: peer, at: accepting, state: CLOSE_WAIT"),
                "no look then; the nearest was 1 ms after the step");
        held(play.judge("socket, of: client, state: FIN_WAIT2"), "client's socket: state FIN_WAIT2");
        notHeld(play.judge("socket, of: peer, at: looking, accepted: true"), "peer's socket at looking: held by a program",
                "peer's socket at looking: held by no program");
        notHeld(play.judge("socket, of: peer, state: GONE"), "peer's socket: state GONE", "peer's socket: state CLOSE_WAIT");
        notHeld(play.judge("socket, of: client, retransmits: 1.."), "client's socket: retransmits 1..",
                "client's socket: retransmits 0");
        notSeen(play.judge("socket, of: client, at: looking, retransmits: 1.."), "no look then; the nearest was 3 ms after the step");
    }

    @Test
    void aLookAfterTheStepSaysNothingOfItUnlessItFoundWhatTheOneBeforeHad() {
        RecordedPlay play = RecordedPlay.with("sockdiag").connected()
                .socket(2, Lane.CLIENT, SocketState.ESTABLISHED, 7, 0).socket(9, Lane.CLIENT, SocketState.ESTABLISHED, 7, 0)
                .socket(12, Lane.CLIENT, SocketState.CLOSE_WAIT, 7, 0).step("looking", 5, 6).step("accepting", 10, 10);

        held(play.judge("socket, of: client, at: looking, state: ESTABLISHED"), "client's socket at looking: state ESTABLISHED");
        notSeen(play.judge("socket, of: client, at: accepting, state: ESTABLISHED"),
                "no look then; the nearest was 1 ms before the step, and the next found a change");
        notSeen(play.judge("socket, of: client, at: accepting, state: CLOSE_WAIT"),
                "no look then; the nearest was 1 ms before the step, and the next found a change");
    }

    /// A look that the end of a step asked for comes after it, and says how things stood at its label all the same; what changed before
    /// it is seen in it, and one that another event asked for is not it.
    @Test
    void theLookThatTheEndOfAStepAskedForIsTheOneOfItsLabel() {
        RecordedPlay play = RecordedPlay.with("sockdiag").connected().socket(3, Lane.CLIENT, SocketState.ESTABLISHED, 1, 0);
        long end = play.next();
        play.lookedAfter("looking", 2, 4, 4.5).asked(4.2, Lane.SERVER, SocketState.CLOSE_WAIT, end - 1)
                .asked(4.3, Lane.CLIENT, SocketState.FIN_WAIT2, end).asked(4.4, Lane.SERVER, SocketState.CLOSE_WAIT, end)
                .asked(4.6, Lane.CLIENT, SocketState.TIME_WAIT, end + 1);

        held(play.judge("socket, of: client, at: looking, state: FIN_WAIT2"), "client's socket at looking: state FIN_WAIT2");
        held(play.judge("socket, of: client, end: server, at: looking, state: CLOSE_WAIT"), "client's server socket at looking: state CLOSE_WAIT");
        notHeld(play.judge("socket, of: client, at: looking, state: ESTABLISHED"), "client's socket at looking: state ESTABLISHED",
                "client's socket at looking: state FIN_WAIT2");
        held(play.judge("socket, of: client, state: TIME_WAIT"), "client's socket: state TIME_WAIT");
    }

    /// Whoever finds it gone, it was not there any more at the look of the label.
    @Test
    void aSocketThatWasFoundGoneBeforeTheLookOfTheLabelWasGoneAtIt() {
        RecordedPlay play = RecordedPlay.with("sockdiag").connected().socket(3, Lane.CLIENT, SocketState.ESTABLISHED, 1, 0)
                .lookedAfter("looking", 2, 4, 4.5)
                .event(4.4, Lane.KERNEL, 1, new KernelEvent.SocketGone(Lane.CLIENT, RecordedPlay.TUPLE, SocketState.LAST_ACK));

        held(play.judge("socket, of: client, at: looking, state: GONE"), "client's socket at looking was gone");
        RecordedPlay later = RecordedPlay.with("sockdiag").connected().socket(3, Lane.CLIENT, SocketState.ESTABLISHED, 1, 0)
                .lookedAfter("looking", 2, 4, 4.3)
                .event(4.4, Lane.KERNEL, 1, new KernelEvent.SocketGone(Lane.CLIENT, RecordedPlay.TUPLE, SocketState.LAST_ACK));
        held(later.judge("socket, of: client, at: looking, state: ESTABLISHED"), "client's socket at looking: state ESTABLISHED");
    }

    @Test
    void aSocketThatIsGoneIsNeitherHeldNorInAState() {
        RecordedPlay play = RecordedPlay.with("sockdiag").connected().socket(3, Lane.CLIENT, SocketState.ESTABLISHED, 7, 0)
                .event(6, Lane.KERNEL, 1, new KernelEvent.SocketGone(Lane.CLIENT, RecordedPlay.TUPLE, SocketState.LAST_ACK))
                .step("looking", 8, 9);

        held(play.judge("socket, of: client, at: looking, state: GONE"), "client's socket at looking was gone");
        notHeld(play.judge("socket, of: client, at: looking, accepted: false"), "client's socket at looking: held by no program",
                "client's socket at looking was gone");
        notHeld(play.judge("socket, of: peer, state: ESTABLISHED"), "peer's socket: state ESTABLISHED",
                "the kernel showed no such socket");
    }

    @Test
    void theLastWordsOfADestroyedSocketAreNoState() {
        RecordedPlay play = RecordedPlay.with("sockdiag").connected().socket(7, Lane.CLIENT, SocketState.TIME_WAIT, 0, 0)
                .destroyed(8, Lane.CLIENT).socket(3, Lane.SERVER, SocketState.LAST_ACK, 0, 0)
                .event(7, Lane.KERNEL, 1, new KernelEvent.SocketGone(Lane.SERVER, RecordedPlay.TUPLE.reversed(), SocketState.LAST_ACK))
                .destroyed(8, Lane.SERVER).step("looking", 6, 9);

        held(play.judge("socket, of: client, at: looking, state: TIME_WAIT"), "client's socket at looking: state TIME_WAIT");
        held(play.judge("socket, of: peer, at: looking, state: GONE"), "peer's socket at looking was gone");
    }

    @Test
    void aWindowThatTheKernelDoesNotTellIsNotSeen() {
        RecordedPlay play = RecordedPlay.with("sockdiag").connected().socket(7, Lane.CLIENT, SocketState.ESTABLISHED, 7, 0);

        notSeen(play.judge("socket, of: client, window: 0"),
                "the kernel does not tell the window of a socket in this state, or never does");
    }

    @Test
    void withoutTheKernelNothingIsSaidOfSocketsQueuesAndCounters() {
        RecordedPlay play = RecordedPlay.with().missing("sockdiag", "not Linux").connected();

        for (String expectation : new String[] {"socket, of: client, state: ESTABLISHED", "queue, of: server, length: 0",
            "counter, name: ListenDrops, rose: 0"}) {
            notSeen(play.judge(expectation), "sockdiag did not take part: not Linux");
        }
        notSeen(play.judge("packet, of: client, flags: SYN, count: 0"), "packet did not take part");
        notSeen(play.judge("descriptor, of: server, purpose: listening"), "descriptors did not take part");
        notSeen(play.judge("route, of: client, type: local"), "route did not take part");
    }

    @Test
    void aQueueIsThatOfItsListener() {
        RecordedPlay play = RecordedPlay.with("sockdiag").connected()
                .event(3, Lane.KERNEL, 0, new KernelEvent.ListenerSeen(RecordedPlay.SERVER, 1, 8, Occasion.EVENT, -1))
                .event(3, Lane.KERNEL, 0, new KernelEvent.ListenerSeen(RecordedPlay.CLIENT, 7, 7, Occasion.EVENT, -1))
                .step("looking", 2, 4);

        held(play.judge("queue, of: server, at: looking, length: 1, limit: 8, cut: false"),
                "server's accept queue at looking: length 1, limit 8, asked for 8, limit 8");
        notHeld(play.judge("queue, of: server, length: 0"), "server's accept queue: length 0", "server's accept queue: length 1");
        notHeld(play.judge("queue, of: server, cut: true"), "server's accept queue: limit less than asked for",
                "server's accept queue: asked for 8, limit 8");
    }

    @Test
    void aCounterRisesByItsLastWord() {
        RecordedPlay play = RecordedPlay.with("sockdiag").event(1, Lane.KERNEL, 0, new KernelEvent.CounterRose("ListenDrops", 1))
                .event(2, Lane.KERNEL, 0, new KernelEvent.CounterRose("ListenDrops", 3));

        held(play.judge("counter, name: ListenDrops, rose: 3"), "ListenDrops rose by 3");
        notHeld(play.judge("counter, name: ListenOverflows, rose: '>= 1'"), "ListenOverflows rose by >= 1",
                "ListenOverflows rose by 0");
    }

    @Test
    void segmentsAreCounted() {
        RecordedPlay play = RecordedPlay.with("packet").connected().segment(1.1, Lane.CLIENT, TcpFlags.SYN, 0, false)
                .segment(1.2, Lane.SERVER, TcpFlags.SYN | TcpFlags.ACK, 0, false).segment(1.3, Lane.CLIENT, TcpFlags.SYN, 0, true)
                .segment(7, Lane.CLIENT, TcpFlags.ACK, 5, false).step("looking", 6, 8);

        held(play.judge("packet, of: client, flags: SYN, again: true, count: 1"), "client: retransmitted SYN segments: 1");
        held(play.judge("packet, of: peer, from: server, flags: SYN-ACK"), "peer: SYN-ACK segments of the server: 1");
        held(play.judge("packet, of: client, at: looking, flags: data, count: 1"), "client at looking: data segments: 1");
        held(play.judge("order, events: [client packet SYN, client connect, client packet data]"),
                "client packet SYN at 0.100 ms, client connect at 1.000 ms, client packet data at 6.000 ms");
        held(play.judge("packet, of: client, flags: RST, count: 0"), "client: RST segments: 0");
        notHeld(play.judge("packet, of: client, flags: RST"), "client: RST segments: >= 1",
                "client: RST segments: 0; others were client SYN, server SYN-ACK, client ACK");
        notHeld(play.judge("packet, of: client, window: 0"), "client: any segments with window 0: >= 1",
                "client: any segments with window 0: 0; others were client SYN, server SYN-ACK, client ACK");

        play.event(9, Lane.KERNEL, 0, new KernelEvent.EvidenceLost("packet", 4, LossKind.MISSED, "the ring was full"));
        notSeen(play.judge("packet, of: client, flags: RST, count: 0"),
                "client: RST segments: 0; but packet lost evidence: the ring was full");
        notSeen(play.judge("packet, of: client, flags: FIN"),
                "client: FIN segments: 0; others were client SYN, server SYN-ACK, client ACK; but packet lost evidence: the "
                        + "ring was full");
        notSeen(play.judge("order, events: [client packet FIN, client connect]"),
                "client packet FIN never happened, client connect at 1.000 ms; but packet lost evidence: the ring was full");
        held(play.judge("packet, of: client, flags: SYN, count: '>= 2'"), "client: SYN segments: 2");
    }

    @Test
    void descriptorsAreToldApart() {
        RecordedPlay play = RecordedPlay.with("descriptors").connected()
                .event(1, Lane.KERNEL, 0, new KernelEvent.DescriptorFound(Lane.SERVER, SocketPurpose.LISTENING, 5, 1))
                .event(6, Lane.KERNEL, 1, new KernelEvent.DescriptorFound(Lane.SERVER, SocketPurpose.ACCEPTED, 9, 2));

        held(play.judge("descriptor, of: peer, purpose: accepted, other: server"),
                "peer's accepted socket: descriptor 9, server has descriptor 5");
        held(play.judge("descriptor, of: client, purpose: connecting, found: false"),
                "client's connecting socket: no descriptor");
        held(play.judge("descriptor, of: client, purpose: listening, found: false"), "client's listening socket: no descriptor");
        held(play.judge("descriptor, of: client, purpose: accepted, found: false"), "client's accepted socket: no descriptor");
        held(play.judge("descriptor, of: peer, purpose: listening, found: false"), "peer's listening socket: no descriptor");
        notHeld(play.judge("descriptor, of: client, purpose: connecting"), "client's connecting socket: a descriptor",
                "client's connecting socket: no descriptor");
    }

    @Test
    void aRouteIsWhatTheKernelAnswered() {
        RecordedPlay play = RecordedPlay.with("route").connected().event(0.5, Lane.KERNEL, 1,
                new KernelEvent.RouteAnswered(RecordedPlay.SERVER, new KernelRoute(RouteType.LOCAL, "lo", null, "127.0.0.1", 65536,
                255)));

        held(play.judge("route, of: client, type: local, device: lo, gateway: none, source: 127.0.0.1, mtu: 65536, kept: true"),
                "client: route: type local, device lo, gateway none, source 127.0.0.1, mtu 65536, "
                        + "the socket has 127.0.0.1 and the route 127.0.0.1");
        notHeld(play.judge("route, of: client, source: 127.0.0.9, kept: false"),
                "client: route: source 127.0.0.9, the socket has another source",
                "client: route: source 127.0.0.1, the socket has 127.0.0.1 and the route 127.0.0.1");
    }
}
