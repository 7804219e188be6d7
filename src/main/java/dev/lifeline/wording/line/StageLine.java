package dev.lifeline.wording.line;

import dev.lifeline.analysis.HandshakeFigures;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.SpanWitness;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.packet.FinOrder;
import dev.lifeline.model.KernelRoute;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.Target;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.KernelEvent.ListenerSeen;
import dev.lifeline.model.event.KernelEvent.RouteAnswered;
import dev.lifeline.model.event.KernelEvent.SocketSeen;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.text.Durations;
import dev.lifeline.text.FittedText;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import dev.lifeline.wording.EndpointWords;
import dev.lifeline.wording.FailureWords;
import dev.lifeline.wording.ObservedWords;
import dev.lifeline.wording.OutcomeWords;
import dev.lifeline.wording.RouteWords;
import dev.lifeline.wording.StageWords;
import dev.lifeline.wording.served.WorkerWords;

/// Words for a stage in one line: the most important first, so that a narrow line may end behind any of its parts.
public final class StageLine {

    /// In the unit of the kernel's timers.
    private static final long SECOND = 1_000;

    private final Glyphs glyphs;
    private final Target target;
    private final SpanWitness witness;
    private final FinOrder fins;
    private final TraceIndex index;

    public StageLine(TraceIndex index, Glyphs glyphs) {
        this.glyphs = glyphs;
        target = index.header().target();
        witness = index.witness();
        fins = index.fins();
        this.index = index;
    }

    /// Writes a stage; what is behind a comma or semicolon and a space may be left out, but not behind one and a [FittedText#TIE]:
    /// `SYN` alone is another story than `SYN, RST`.
    ///
    /// @param handshake the packets behind a connect, or `null` where none were seen
    public String of(Span span, Span handshake) {
        if (span.state() instanceof Span.Queued queued) {
            return queued(queued);
        }
        if (span.state() instanceof Span.Failed failed) {
            return FailureWords.mark(failed) + (span.stage() != Stage.CONNECT || failed.failure().remote() == null ? ""
                    : ", " + EndpointWords.of(failed.failure().remote()))
                    + (handshake == null ? "" : "; " + FittedText.together(ObservedWords.of(handshake)));
        }
        return switch (span.stage()) {
            case LOOKUP -> lookup(span);
            case ROUTE -> route(span);
            case CONNECT -> connect(span);
            case ACCEPT -> span.outcome() instanceof Outcome.Accepted accepted
                    ? "from " + EndpointWords.of(accepted.tuple().remote()) + WorkerWords.accepted(span, index, glyphs) : StageWords.phrase(span, glyphs);
            case WORKER_QUEUE -> WorkerWords.queue(span, index, glyphs);
            case CLOSE -> close(span);
            case TLS -> (index.web().tls(span.lane(), span.connection()).unchecked() ? "certificate NOT checked, " : "") + StageWords.phrase(span, glyphs);
            case FIRST_BYTE -> WorkerWords.split(span, index, glyphs) + StageWords.phrase(span, glyphs);
            case BIND, HANDSHAKE, ACCEPT_QUEUE, REQUEST, WRITE, DATA, HANDLER, RESPONSE, IDLE, PROTOCOL ->
                StageWords.phrase(span, glyphs);
        };
    }

    private String lookup(Span span) {
        String news = span.outcome() instanceof Outcome.Answers answers ? OutcomeWords.news(answers, target) : "";
        return FittedText.together(StageWords.found(span, glyphs, " ")) + (news.isEmpty() ? "" : "; " + news);
    }

    private String route(Span span) {
        RouteAnswered answered = witness.route(span);
        if (!(span.outcome() instanceof Outcome.RouteChosen chosen) || answered == null || answered.refusedSource() != null
                || RouteWords.refuses(answered.route())) {
            return StageWords.phrase(span, glyphs) + (answered == null ? "" : "; kernel: " + RouteWords.phrase(answered, null));
        }
        KernelRoute route = answered.route();
        return (route.device() == null ? "" : Printable.ascii(route.device()) + ", ")
                + (route.gateway() == null ? "" : "via " + Printable.ascii(route.gateway()) + ", ")
                + "source " + Printable.ascii(chosen.source().address());
    }

    private String connect(Span span) {
        HandshakeFigures figures = witness.figures(span);
        return StageWords.phrase(span, glyphs) + (figures == null || figures.difference() <= 0 ? ""
                : "; the program heard of it " + Durations.of(figures.difference(), glyphs) + " later");
    }

    /// Writes the order of the FINs that packets show, and how long the kernel keeps this end: `FIN client first; TIME_WAIT 60 s`.
    private String close(Span span) {
        Lane first = span.outcome() instanceof Outcome.Closed ? fins.first(span) : null;
        if (first == null) {
            return StageWords.phrase(span, glyphs);
        }
        Outcome.Closed closed = (Outcome.Closed) span.outcome();
        long kept = keptFor(span);
        // TIME_WAIT comes after the FINs of both sides; a program that did not read to the end cannot know of the other's.
        if (closed.how() != CloseKind.ORDERLY && (closed.how() != CloseKind.HALF || kept == 0)) {
            return OutcomeWords.phrase(closed, first);
        }
        return "FIN " + first.label() + " first" + (kept == 0 ? "" : "; " + SocketState.TIME_WAIT.label() + " " + kept + " s")
                + OutcomeWords.counts(closed);
    }

    /// Seconds that TIME_WAIT was to last when this end was first seen in it; 0 where no look found it there.
    private long keptFor(Span span) {
        SocketSeen seen = witness.timeWait(span);
        return seen == null ? 0 : (seen.socket().expires() + SECOND / 2) / SECOND;
    }

    private static String queued(Span.Queued queued) {
        ListenerSeen deepest = queued.deepest();
        String depth = deepest == null ? "waited here" : deepest.queued() + " of " + deepest.backlog() + " waiting"
                + (deepest.queued() > deepest.backlog() ? ", full" : "");
        return depth + switch (queued.left()) {
            case ACCEPTED, TAKEN -> "";
            case ANSWERED, UNKNOWN -> ", not accepted when last seen";
            case GONE -> ", not accepted when last seen, then gone";
        };
    }
}
