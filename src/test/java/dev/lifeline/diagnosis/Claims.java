package dev.lifeline.diagnosis;

import static dev.lifeline.model.Lane.CLIENT;
import static dev.lifeline.model.Lane.SERVER;

import dev.lifeline.model.Evidence;
import dev.lifeline.model.Lane;
import dev.lifeline.model.RouteType;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.KernelEvent.ListenerSeen;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.model.event.PacketEvent.ErrorSeen;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.StreamEvent;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/// Words of verdicts, and what has to be in a trace for each of them, read straight from its events.
final class Claims {

    /// The words, and the evidence without which they may not be said.
    static final Map<String, Predicate<Trace>> ALL = all();

    private Claims() {
    }

    private static Map<String, Predicate<Trace>> all() {
        Map<String, Predicate<Trace>> claims = new LinkedHashMap<>();
        packets(claims);
        route(claims);
        sockets(claims);
        bytes(claims);
        return claims;
    }

    private static void packets(Map<String, Predicate<Trace>> claims) {
        // What came again after the ACK, and nothing else after it: read from the numbers, not from the findings.
        claims.put("had not taken that ACK", synAckAfterAck().and(stepped().negate()));
        claims.put("its first bytes were not", everBody(SegmentSeen.class, packet -> packet.from() == SERVER && packet.payload() > 0)
                .and(everBody(SegmentSeen.class, packet -> packet.from() == SERVER && packet.payload() > 0 && packet.sequence() <= 1)
                        .negate()).and(gapless()).and(stepped().negate()));
        claims.put("and later ones were", hole());
        claims.put("before it were not", hole());
        claims.put("RST was captured", segment(SERVER, TcpFlags.RST));
        claims.put("A RST in the name of", segment(SERVER, TcpFlags.RST));
        claims.put("A RST came back", segment(SERVER, TcpFlags.RST));
        claims.put("A RST of this side was captured", segment(CLIENT, TcpFlags.RST));
        claims.put("this side's own kernel sent a RST", segment(CLIENT, TcpFlags.RST));
        claims.put("A SYN-ACK", everBody(SegmentSeen.class, packet -> packet.from() == SERVER && packet.has(TcpFlags.SYN)));
        claims.put("SYN, SYN-ACK and ACK were captured before", segment(SERVER, TcpFlags.SYN).and(segment(CLIENT, TcpFlags.ACK))
                .and(stepped().negate()));
        claims.put("The SYN was captured", segment(CLIENT, TcpFlags.SYN));
        claims.put("Its SYN was sent", segment(CLIENT, TcpFlags.SYN));
        claims.put("Its SYN was captured", segment(CLIENT, TcpFlags.SYN));
        claims.put("This SYN was captured", segment(CLIENT, TcpFlags.SYN));
        claims.put("its SYN was captured", segment(CLIENT, TcpFlags.SYN));
        claims.put("The kernel's handshake took", segment(CLIENT, TcpFlags.SYN).and(segment(SERVER, TcpFlags.SYN)).and(stepped().negate()));
        claims.put("nothing came back", segment(SERVER, 0xFF).negate().and(gapless()));
        claims.put("this is silence", segment(SERVER, 0xFF).negate().and(gapless()));
        claims.put("no answer to it was: the SYN", segment(SERVER, 0xFF).negate().and(gapless()));
        claims.put("was captured, but no RST.", segment(SERVER, TcpFlags.RST).negate().and(gapless()));
        claims.put("no RST among them", segment(SERVER, TcpFlags.RST).negate().and(gapless()));
        claims.put("The capture holds no packet", any(SegmentSeen.class).negate().and(gapless()));
        claims.put("The capture holds no SYN", segment(CLIENT, TcpFlags.SYN).negate().and(gapless()));
        claims.put("and no ACK for it", acknowledges(SERVER).negate().and(gapless()));
        claims.put("and nothing answered it", acknowledges(SERVER).negate().and(gapless()));
        claims.put("a firewall rule here would drop it after", segment(CLIENT, TcpFlags.RST).negate());
        claims.put("The last ACK of the handshake was captured", segment(CLIENT, TcpFlags.ACK));
        claims.put("Yet its answer was on the wire", data(SERVER));
        claims.put("in its name were captured", data(SERVER));
        claims.put("The server's program answered", data(SERVER));
        claims.put("The ICMP message was captured", any(ErrorSeen.class));
        claims.put("in the socket's error queue", any(KernelEvent.ErrorOrigin.class));
        claims.put("then probes from the kernel here had no answer", socket(CLIENT, look -> look.timer() == SocketTimer.KEEPALIVE
                && look.retransmits() > 0).or(body(SegmentSeen.class, packet -> packet.again() && packet.payload() == 0).and(gapless())));
        claims.put("Surely not read", segment(SERVER, TcpFlags.RST).and(segment(SERVER, TcpFlags.FIN)).and(gapless())
                .and(stepped().negate()));
    }

    /// A byte of the server that no packet had, though one had a later one: counted byte by byte.
    private static Predicate<Trace> hole() {
        return gapless().and(stepped().negate()).and(trace -> {
            BitSet seen = new BitSet();
            for (TraceEvent event : trace.events()) {
                if (event.body() instanceof SegmentSeen packet && packet.from() == SERVER && packet.payload() > 0) {
                    seen.set((int) packet.sequence(), (int) (packet.sequence() + packet.payload()));
                }
            }
            return seen.cardinality() > 0 && seen.nextClearBit(1) < seen.length();
        });
    }

    private static void route(Map<String, Predicate<Trace>> claims) {
        claims.put("a route of the type", any(KernelEvent.RouteAnswered.class));
        claims.put("kernel answers for", any(KernelEvent.RouteAnswered.class));
        claims.put("Asked for the way from that source", body(KernelEvent.RouteAnswered.class, answer -> answer.refusedSource() != null));
        claims.put("A blackhole route", body(KernelEvent.RouteAnswered.class, answer -> answer.route().type() == RouteType.BLACKHOLE));
        claims.put("The kernel's route named", any(KernelEvent.RouteDisagreed.class));
        claims.put("older connection between the same two ends", body(SegmentSeen.class, packet -> packet.from() == SERVER
                && packet.has(TcpFlags.ACK) && !packet.has(TcpFlags.SYN) && packet.acknowledgement() != 1));
        // The table is asked when the run is over.
        Predicate<Trace> translated = everBody(KernelEvent.Translated.class, _ -> true);
        claims.put("NAT on this machine sen", translated);
        claims.put("table of tracked connections", translated);
        claims.put("How its packets fared", translated);
        Predicate<Trace> synElsewhere = trace -> trace.events().stream().anyMatch(event -> event.evidence() == Evidence.PACKET
                && event.body() instanceof KernelEvent.Translated);
        claims.put("Its SYN left for", synElsewhere);
        claims.put("its SYN left for", synElsewhere);
        claims.put("Counters of this machine rose", any(KernelEvent.CounterRose.class));
        claims.put("this machine dropped ACKs", body(KernelEvent.CounterRose.class, rose -> rose.name().equals("TCPDeferAcceptDrop")));
        claims.put("its accept queue was full", body(ListenerSeen.class, look -> look.queued() > look.backlog()));
        claims.put("accept queue had room", body(ListenerSeen.class, look -> look.queued() <= look.backlog()).and(Claims::here));
    }

    private static void sockets(Map<String, Predicate<Trace>> claims) {
        claims.put("with inode 0", socket(SERVER, look -> look.inode() == 0));
        claims.put("with an inode", socket(SERVER, look -> look.inode() != 0));
        claims.put("client's end in SYN_SENT", socket(CLIENT, look -> look.state() == SocketState.SYN_SENT));
        claims.put("This end was ESTABLISHED", socket(CLIENT, look -> look.state() == SocketState.ESTABLISHED));
        claims.put("both ends: ESTABLISHED", socket(CLIENT, look -> look.state() == SocketState.ESTABLISHED)
                .and(socket(SERVER, Claims::halfOpen)));
        claims.put("The server's end, on this machine, was seen in", socket(SERVER, Claims::halfOpen));
        claims.put("the socket table has the server's end in SYN_RECV", socket(SERVER, Claims::halfOpen));
        claims.put("the SYN was sent again", socket(CLIENT, look -> look.retransmits() > 0
                || look.info() != null && look.info().totalRetransmits() > 0));
        claims.put("its timer ran out", socket(CLIENT, look -> look.retransmits() > 0 && look.info().totalRetransmits() == 0));
        claims.put("and SYN_RECV ", socket(SERVER, Claims::halfOpen));
        claims.put("its program has not closed", socket(SERVER, look -> look.state() == SocketState.CLOSE_WAIT && look.inode() != 0));
        claims.put("the socket table has its end in CLOSE_WAIT", socket(SERVER, look -> look.state() == SocketState.CLOSE_WAIT));
        claims.put("has this end in FIN_WAIT2", socket(CLIENT, look -> look.state() == SocketState.FIN_WAIT2));
        claims.put("he client holds TIME_WAIT", socket(CLIENT, look -> look.state() == SocketState.TIME_WAIT));
    }

    private static void bytes(Map<String, Predicate<Trace>> claims) {
        Predicate<Trace> unread = socket(SERVER, look -> look.unread() > 0 && look.inode() != 0);
        claims.put("in its receive queue", unread);
        claims.put("in the receive queue of the server's end", unread);
        claims.put("did not read them in time", socket(CLIENT, look -> look.unread() > 0));
        claims.put("in the receive queue of the client's end", socket(CLIENT, look -> look.unread() > 0));
        claims.put("in the receive queue of this end", socket(CLIENT, look -> look.unread() > 0));
        Predicate<Trace> taken = socket(SERVER, look -> look.info() != null && look.info().bytesReceived() >= 5
                && look.receiveQueue() == 0 && look.inode() != 0 && look.sendQueue() == 0);
        claims.put("a program there has read it", taken);
        claims.put("has read all", taken);
        claims.put("nothing unread at its end", taken);
        claims.put("no worker took it for", under(Stage.WORKER_QUEUE));
        claims.put("none had taken it", under(Stage.WORKER_QUEUE));
        claims.put("a connection, as the server's program tells", everBody(LoopEvent.WorkerTook.class, took -> took.busy() == took.workers())
                .and(any(RunEvent.EventsDropped.class).negate()));
        claims.put("had worked on it for", under(Stage.HANDLER));
        claims.put("began to work on a request of this connection", under(Stage.HANDLER));
        Predicate<Trace> told = socket(CLIENT, look -> look.info() != null && look.info().bytesAcked() > 5);
        claims.put("the kernel here has the acknowledgement", told);
        claims.put("the acknowledgement was captured", acknowledged());
        claims.put("The server's kernel acknowledged all", acknowledged().or(told));
        claims.put("The kernel here probes a zero window", socket(CLIENT, look -> look.timer() == SocketTimer.PROBE
                && look.info().sendWindow() == 0));
        claims.put("that was captured says window 0", body(SegmentSeen.class, packet -> packet.from() == SERVER && packet.window() == 0));
        claims.put("window is closed", body(SegmentSeen.class, packet -> packet.from() == SERVER && packet.window() == 0)
                .or(socket(CLIENT, look -> look.timer() == SocketTimer.PROBE)));
        Predicate<Trace> table = socket(CLIENT, look -> look.retransmits() > 0
                || look.info() != null && look.info().totalRetransmits() > 0);
        claims.put("(the kernel's socket table says so)", table);
        claims.put("(that was captured)", body(SegmentSeen.class, SegmentSeen::again));
        claims.put("segment had to be sent again", table.or(body(SegmentSeen.class, SegmentSeen::again)));
        claims.put("this side sent again", table.or(body(SegmentSeen.class, SegmentSeen::again)));
        claims.put("--send '\\r\\n'", everBody(StreamEvent.ChunkWritten.class, _ -> true).negate());
    }

    private static boolean halfOpen(SocketSnapshot look) {
        return look.state() == SocketState.SYN_RECV || look.state() == SocketState.NEW_SYN_RECV;
    }

    /// Tells whether the other end is on this machine by the trace's own kind, or by what the kernel said.
    private static boolean here(Trace trace) {
        return trace.header().mode() == Mode.LOOPBACK || everBody(SocketSeen.class, look -> look.end() == SERVER).test(trace)
                || body(KernelEvent.RouteAnswered.class, answer -> answer.route().type() == RouteType.LOCAL).test(trace)
                || trace.header().target().host().equals("localhost");
    }

    /// When the stage ended that decides; what comes later says nothing of it, unless it is a look that its end made, or the clock
    /// was set.
    private static boolean bears(Trace trace, TraceEvent event) {
        Deciding decided = Deciding.of(Facts.of(trace));
        return decided == null || event.at() <= decided.run().ended() || event.body() instanceof SocketSeen look
                && look.cause() == decided.run().sequence() || event.body() instanceof SocketSeen late && late.cause() < 0
                || event.body() instanceof ListenerSeen queue && queue.cause() == decided.run().sequence() || stepped().test(trace);
    }

    /// The server's program had begun with this and not ended it.
    private static Predicate<Trace> under(Stage stage) {
        return everBody(StageEvent.Started.class, each -> each.stage() == stage)
                .and(everBody(StageEvent.Finished.class, each -> each.stage() == stage).negate())
                .and(any(RunEvent.EventsDropped.class).negate());
    }

    private static <T extends EventBody> Predicate<Trace> everBody(Class<T> kind, Predicate<T> test) {
        return trace -> trace.events().stream().anyMatch(event -> kind.isInstance(event.body()) && test.test(kind.cast(event.body())));
    }

    private static <T extends EventBody> Predicate<Trace> body(Class<T> kind, Predicate<T> test) {
        return trace -> trace.events().stream().anyMatch(event -> kind.isInstance(event.body()) && test.test(kind.cast(event.body()))
                && (askedAtTheEnd(event.body()) || bears(trace, event)));
    }

    /// Counters, routes and a socket's errors are asked for when the stage is over.
    private static boolean askedAtTheEnd(EventBody body) {
        return body instanceof KernelEvent.CounterRose || body instanceof KernelEvent.RouteAnswered
                || body instanceof KernelEvent.ErrorOrigin;
    }

    private static Predicate<Trace> any(Class<? extends EventBody> kind) {
        return body(kind, _ -> true);
    }

    private static Predicate<Trace> stepped() {
        return trace -> trace.events().stream().anyMatch(event -> event.body() instanceof KernelEvent.ClockStepped);
    }

    /// Somebody looked at the wire, and nothing that is known was lost.
    private static Predicate<Trace> gapless() {
        return trace -> trace.header().available("packet") && trace.events().stream().noneMatch(event ->
                event.body() instanceof RunEvent.EventsDropped
                || event.body() instanceof KernelEvent.EvidenceLost lost && lost.source().equals("packet"));
    }

    private static Predicate<Trace> segment(Lane from, int anyOf) {
        return body(SegmentSeen.class, packet -> packet.from() == from && packet.has(anyOf));
    }

    /// An ACK of the client after a SYN-ACK of the server.
    private static Predicate<Trace> acknowledges(Lane answered) {
        return body(SegmentSeen.class, packet -> packet.from() != answered && packet.has(TcpFlags.ACK) && !packet.has(TcpFlags.RST));
    }

    private static Predicate<Trace> data(Lane from) {
        return body(SegmentSeen.class, packet -> packet.from() == from && packet.payload() > 0);
    }

    private static Predicate<Trace> acknowledged() {
        return body(SegmentSeen.class, packet -> packet.from() == SERVER && packet.acknowledgement() > 5 && packet.has(TcpFlags.ACK));
    }

    private static Predicate<Trace> socket(Lane end, Predicate<SocketSnapshot> test) {
        return body(SocketSeen.class, look -> look.end() == end && test.test(look.socket()));
    }

    private static Predicate<Trace> synAckAfterAck() {
        return trace -> {
            boolean acked = false;
            boolean again = false;
            for (TraceEvent event : trace.events()) {
                if (event.body() instanceof SegmentSeen packet) {
                    acked |= packet.from() == CLIENT && packet.has(TcpFlags.ACK) && !packet.has(TcpFlags.RST);
                    again = packet.from() == CLIENT || packet.has(TcpFlags.RST) ? again : packet.has(TcpFlags.SYN) && acked;
                }
            }
            return again;
        };
    }
}
