package dev.lifeline.view.ladder;

import dev.lifeline.analysis.DrawnConnection;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.Evidence;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.KernelRoute;
import dev.lifeline.model.Lane;
import dev.lifeline.model.RouteType;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.SynFacts;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import dev.lifeline.view.frame.Role;
import dev.lifeline.wording.SocketWords;
import dev.lifeline.wording.StageDetails;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the kernel's line of life tells: what is new about the client's end on its left, all else on its right. It is looked at
/// after every event, so what it said before is not said again.
public final class KernelNotes {

    private final Map<FourTuple, SocketWords> ends = new HashMap<>();
    private final Map<Long, Integer> descriptors = new HashMap<>();
    private final Glyphs glyphs;
    private final boolean raced;
    private final boolean packets;
    private long queued;

    private KernelNotes(Glyphs glyphs, boolean raced, boolean packets) {
        this.packets = packets;
        this.glyphs = glyphs;
        this.raced = raced;
    }

    /// The notes on the drawn connection, by time; a loss that may be of any connection is told whenever it was.
    ///
    /// @param packets whether packets are drawn: what they show need not be said
    static List<Rung> of(TraceIndex index, DrawnConnection connection, Glyphs glyphs, boolean raced, boolean packets) {
        KernelNotes notes = new KernelNotes(glyphs, raced, packets);
        for (TraceEvent mark : index.timeline().marks()) {
            if (mark.body() instanceof KernelEvent.DescriptorFound found) {
                notes.descriptors.put(found.inode(), found.descriptor());
            }
        }
        List<Rung> rungs = new ArrayList<>();
        for (TraceEvent mark : index.timeline().marks()) {
            if (mark.body() instanceof KernelEvent kernel && (connection.shows(mark.lane(), mark.connection(), mark.at())
                    || mark.connection() == 0 && kernel instanceof KernelEvent.EvidenceLost)) {
                Rung note = notes.note(mark, kernel);
                if (note != null) {
                    rungs.add(note);
                }
            }
        }
        return rungs;
    }

    /// Whether a stage has a note. A handshake that did not come to its end has none: its packets say so.
    static boolean tells(Span span) {
        return span.state() instanceof Span.Observed observed && (observed.complete() || span.stage() != Stage.HANDSHAKE);
    }

    /// The note on a stage that was observed, at its end: before it, its length was not known.
    static Rung of(Span span, Glyphs glyphs) {
        String took = Durations.of(span.took(), glyphs);
        String words = span.stage().label() + ", ";
        if (span.stage() == Stage.ACCEPT_QUEUE) {
            words += span.evidence() == Evidence.PACKET ? took + " since the ACK" : "at least " + took;
        } else {
            words += took;
        }
        boolean complete = span.state() instanceof Span.Observed observed && observed.complete();
        return new Rung.Note(span.end(), span.end(), -1, "", words + (complete ? "" : ", not accepted"), Role.PLAIN);
    }

    private Rung note(TraceEvent event, KernelEvent kernel) {
        if (kernel instanceof KernelEvent.SocketSeen seen) {
            String words = end(seen.tuple(), seen.end()).next(seen);
            return words == null ? null : side(event, seen.end(), seen.cause(), words);
        } else if (kernel instanceof KernelEvent.SocketGone gone) {
            String words = end(gone.tuple(), gone.end()).gone(gone.last());
            return words == null ? null : side(event, gone.end(), -1, words);
        } else if (kernel instanceof KernelEvent.ListenerSeen listener) {
            if (listener.queued() == queued) {
                return null;
            }
            queued = listener.queued();
            return right(event, listener.cause(), "accept queue " + Counted.grouped(queued) + " of "
                    + Counted.grouped(listener.backlog()) + SocketWords.observed(listener.occasion()), Role.PLAIN);
        }
        String words = words(kernel);
        return words == null ? null : right(event, -1, words, role(kernel));
    }

    /// The words of what is told once; `null` where another line of the ladder says it.
    public static String words(KernelEvent kernel) {
        if (kernel instanceof KernelEvent.CounterRose counter) {
            return Printable.ascii(counter.name()) + " rose by " + Counted.grouped(counter.by()) + " in all (of the whole machine)";
        } else if (kernel instanceof KernelEvent.RouteAnswered answer) {
            return route(answer.route());
        } else if (kernel instanceof KernelEvent.RouteDisagreed disagreed) {
            return "the route had promised source " + Printable.ascii(disagreed.promised()) + ", the socket has "
                    + StageDetails.endpoint(disagreed.actual());
        } else if (kernel instanceof KernelEvent.SynSaved saved) {
            return syn(saved.syn());
        } else if (kernel instanceof KernelEvent.EvidenceLost lost) {
            return "evidence lost: " + (lost.count() < 0 ? "some of " : Counted.grouped(lost.count()) + " of ")
                    + Printable.ascii(lost.source()) + ", " + Printable.ascii(lost.reason());
        } else if (kernel instanceof KernelEvent.ClockStepped stepped) {
            return "the wall clock, which stamps packets, " + (stepped.by() < 0 ? "was set back"
                    : "went ahead (it was set, or the machine slept)");
        } else if (kernel instanceof KernelEvent.DescriptorFound || kernel instanceof KernelEvent.ErrorOrigin
                || kernel instanceof KernelEvent.SocketSeen || kernel instanceof KernelEvent.SocketGone
                || kernel instanceof KernelEvent.ListenerSeen) {
            return null;
        }
        throw new MatchException("no words for " + kernel, null);
    }

    private static Role role(KernelEvent kernel) {
        if (kernel instanceof KernelEvent.SynSaved || kernel instanceof KernelEvent.RouteAnswered answer
                && (answer.route().type() == RouteType.UNICAST || answer.route().type() == RouteType.LOCAL)) {
            return Role.DIM;
        }
        return Role.BAD;
    }

    /// What the client's own stage does not say: the way over a gateway, and a route that refuses.
    private static String route(KernelRoute route) {
        if (route.type() != RouteType.UNICAST && route.type() != RouteType.LOCAL) {
            return "route: " + route.type().label();
        }
        return route.gateway() == null ? null : "route: by gateway " + Printable.ascii(route.gateway())
                + (route.device() == null ? "" : " on " + Printable.ascii(route.device()));
    }

    private static String syn(SynFacts syn) {
        return "the SYN had ttl " + syn.ttl() + (syn.mss() > 0 ? ", mss " + Counted.grouped(syn.mss()) : "")
                + (syn.windowScale() >= 0 ? ", scale " + syn.windowScale() : "")
                + (syn.sackPermitted() ? ", SACK" : "") + (syn.timestamps() ? ", time stamps" : "");
    }

    private SocketWords end(FourTuple tuple, Lane end) {
        return ends.computeIfAbsent(tuple, key -> new SocketWords(end, descriptors, packets, glyphs));
    }

    private Rung side(TraceEvent event, Lane end, long cause, String words) {
        String named = (raced && event.attempt() > 0 ? "#" + event.attempt() + " " : "") + words;
        return end == Lane.CLIENT ? new Rung.Note(event.at(), event.at(), cause, named, "", Role.PLAIN)
                : right(event, cause, named, Role.PLAIN);
    }

    private static Rung right(TraceEvent event, long cause, String words, Role role) {
        return new Rung.Note(event.at(), event.at(), cause, "", words, role);
    }
}
