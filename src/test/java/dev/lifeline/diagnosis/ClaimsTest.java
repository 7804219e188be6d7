package dev.lifeline.diagnosis;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.SocketTimer;
import dev.lifeline.model.TcpFlags;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.PacketEvent.ErrorSeen;
import dev.lifeline.model.event.PacketEvent.SegmentSeen;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// An event that is taken away is not claimed any more: each sentence stands on an event that is there, and only who looked is
/// quoted.
class ClaimsTest {

    private static final int SUBSETS = 150;
    private static final Map<String, Predicate<Trace>> CLAIMS = claims();

    private static Map<String, Predicate<Trace>> claims() {
        Map<String, Predicate<Trace>> claims = new LinkedHashMap<>();
        claims.put("RST was captured", segment(Lane.SERVER, TcpFlags.RST));
        claims.put("A RST of this side was captured", segment(Lane.CLIENT, TcpFlags.RST));
        claims.put("A SYN-ACK in the name of", segment(Lane.SERVER, TcpFlags.SYN));
        claims.put("The SYN was captured", segment(Lane.CLIENT, TcpFlags.SYN));
        claims.put("The kernel's handshake took", segment(Lane.CLIENT, TcpFlags.SYN).and(segment(Lane.SERVER, TcpFlags.SYN)));
        claims.put("nothing came back", segment(Lane.SERVER, 0xFF).or(lost()).negate().and(source("packet")));
        claims.put("no answer to it was: the SYN", segment(Lane.SERVER, 0xFF).or(lost()).negate().and(source("packet")));
        claims.put("no RST was.", segment(Lane.SERVER, TcpFlags.RST).or(lost()).negate().and(source("packet")));
        claims.put("no RST among them", segment(Lane.SERVER, TcpFlags.RST).or(lost()).negate().and(source("packet")));
        claims.put("The capture holds no packet", any(SegmentSeen.class).or(lost()).negate().and(source("packet")));
        claims.put("The ICMP message was captured", any(ErrorSeen.class));
        claims.put("in the socket's error queue", any(KernelEvent.ErrorOrigin.class));
        claims.put("a route of the type", any(KernelEvent.RouteAnswered.class));
        claims.put("The kernel's route named", any(KernelEvent.RouteDisagreed.class));
        claims.put("Counters of this machine rose", any(KernelEvent.CounterRose.class));
        claims.put("its accept queue was full", body(KernelEvent.ListenerSeen.class, look -> look.queued() > look.backlog()));
        claims.put("its accept queue had room", body(KernelEvent.ListenerSeen.class, look -> look.queued() <= look.backlog()));
        claims.put("with inode 0", socket(Lane.SERVER, look -> look.inode() == 0));
        claims.put("with an inode", socket(Lane.SERVER, look -> look.inode() != 0));
        claims.put("the SYN was sent again", socket(Lane.CLIENT, look -> look.retransmits() > 0));
        claims.put("its timer ran out", socket(Lane.CLIENT,
                look -> look.retransmits() > 0 && look.info().totalRetransmits() == 0));
        claims.put("this machine dropped ACKs", body(KernelEvent.CounterRose.class,
                rose -> rose.name().equals("TCPDeferAcceptDrop")));
        claims.put("The last ACK of the handshake was captured", segment(Lane.CLIENT, TcpFlags.ACK));
        claims.put("and SYN_RECV ", socket(Lane.SERVER, look -> look.state() == SocketState.NEW_SYN_RECV));
        claims.put("in its receive queue", socket(Lane.SERVER, look -> look.receiveQueue() > 0 && look.inode() != 0));
        claims.put("in the receive queue of the server's end",
                socket(Lane.SERVER, look -> look.receiveQueue() > 0 && look.inode() != 0));
        claims.put("in the receive queue of the client's end", socket(Lane.CLIENT, look -> look.receiveQueue() > 0));
        claims.put("a program there has read them",
                socket(Lane.SERVER, look -> look.info() != null && look.info().bytesReceived() == 5 && look.receiveQueue() == 0));
        claims.put("were acknowledged (the kernel here", socket(Lane.CLIENT, look -> look.info().bytesAcked() > 5));
        claims.put("were acknowledged (the acknowledgement was captured)", acknowledged());
        claims.put("The server's kernel acknowledged all", acknowledged().or(socket(Lane.CLIENT,
                look -> look.info() != null && look.info().bytesAcked() > 5)));
        claims.put("The kernel here probes a window of 0", socket(Lane.CLIENT, look -> look.timer() == SocketTimer.PROBE));
        claims.put("that was captured says window 0", body(SegmentSeen.class, segment -> segment.window() == 0));
        claims.put("(the kernel's socket table says so)", socket(Lane.CLIENT, look -> look.info().totalRetransmits() > 0));
        claims.put("(that was captured)", body(SegmentSeen.class, SegmentSeen::again));
        claims.put("the socket table has its end in CLOSE_WAIT",
                socket(Lane.SERVER, look -> look.state() == SocketState.CLOSE_WAIT));
        claims.put("has this end in FIN_WAIT2", socket(Lane.CLIENT, look -> look.state() == SocketState.FIN_WAIT2));
        claims.put("he client holds TIME_WAIT", socket(Lane.CLIENT, look -> look.state() == SocketState.TIME_WAIT));
        return claims;
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whateverIsTakenAwayNothingIsClaimedWithoutIt(Fault fault) {
        Random random = new Random(fault.ordinal());
        for (int i = 0; i < SUBSETS; i++) {
            Trace part = without(fault.trace(), random, 1.0 * i / SUBSETS);
            Verdict verdict = Diagnosis.of(part);
            String proved = verdict.proved() + " " + verdict.notProved();
            CLAIMS.forEach((claim, backed) -> assertTrue(!proved.contains(claim) || backed.test(part),
                    () -> claim + " is not backed: " + proved + "\n" + part.events()));
        }
    }

    @Test
    void everyClaimIsMadeSomewhere() {
        Set<String> open = new HashSet<>(CLAIMS.keySet());
        for (Fault fault : Fault.values()) {
            for (Witnesses witnesses : Witnesses.ALL) {
                Verdict verdict = Diagnosis.of(witnesses.of(fault.trace()));
                open.removeIf(claim -> (verdict.proved() + verdict.notProved()).contains(claim)
                        || verdict.happened().contains(claim));
            }
        }
        assertTrue(open.isEmpty(), open::toString);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void whoDidNotLookIsNotQuoted(Fault fault) {
        for (Witnesses witnesses : Witnesses.ALL) {
            Verdict nobody = Diagnosis.of(new Witnesses(witnesses.server(), false, false).of(fault.trace()));
            Verdict verdict = Diagnosis.of(witnesses.of(fault.trace()));
            for (String sentence : newSentences(nobody, verdict)) {
                if (!witnesses.packets()) {
                    assertNoneOf(sentence, "captur", "packet", "wire", "RST", "SYN-ACK", "came back");
                }
                if (!witnesses.kernel()) {
                    assertNoneOf(sentence, "socket table", "inode", "error queue", "Counters", "of the type", "TIME_WAIT");
                }
            }
            assertFalse((verdict.happened() + verdict.proved() + verdict.notProved()).contains("(not known)"), verdict::toString);
        }
    }

    /// Sentences that a verdict without any evidence does not have. What the kernel may not have done is no quotation.
    private static List<String> newSentences(Verdict nobody, Verdict verdict) {
        Set<String> known = new HashSet<>(sentences(nobody));
        List<String> fresh = new ArrayList<>(sentences(verdict));
        fresh.removeAll(known);
        return fresh;
    }

    private static List<String> sentences(Verdict verdict) {
        return List.of((verdict.happened() + " " + verdict.proved()).split("(?<=[.:]) "));
    }

    private static void assertNoneOf(String sentence, String... words) {
        for (String word : words) {
            assertFalse(sentence.contains(word), sentence);
        }
    }

    private static Trace without(Trace all, Random random, double share) {
        List<TraceEvent> kept = new ArrayList<>();
        for (TraceEvent event : all.events()) {
            if (event.lane() != Lane.KERNEL || random.nextDouble() >= share) {
                kept.add(event);
            }
        }
        return new Trace(all.header(), kept, all.complete());
    }

    private static <T extends EventBody> Predicate<Trace> body(Class<T> kind, Predicate<T> test) {
        return trace -> trace.events().stream().anyMatch(event -> kind.isInstance(event.body())
                && test.test(kind.cast(event.body())));
    }

    private static Predicate<Trace> any(Class<? extends EventBody> kind) {
        return body(kind, _ -> true);
    }

    private static Predicate<Trace> lost() {
        return any(KernelEvent.EvidenceLost.class);
    }

    private static Predicate<Trace> source(String name) {
        return trace -> trace.header().available(name);
    }

    private static Predicate<Trace> segment(Lane from, int anyOf) {
        return body(SegmentSeen.class, segment -> segment.from() == from && segment.has(anyOf));
    }

    private static Predicate<Trace> acknowledged() {
        return body(SegmentSeen.class, segment -> segment.from() == Lane.SERVER && segment.acknowledgement() > 5);
    }

    private static Predicate<Trace> socket(Lane end, Predicate<SocketSnapshot> test) {
        return body(KernelEvent.SocketSeen.class, look -> look.end() == end && test.test(look.socket()));
    }
}
