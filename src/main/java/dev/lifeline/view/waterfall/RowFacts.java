package dev.lifeline.view.waterfall;

import dev.lifeline.analysis.HandshakeFigures;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.SpanWitness;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.packet.FinOrder;
import dev.lifeline.analysis.web.TlsFacts;
import dev.lifeline.model.AppLag;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Target;
import dev.lifeline.model.event.KernelEvent.DescriptorFound;
import dev.lifeline.model.event.KernelEvent.RouteAnswered;
import dev.lifeline.model.event.KernelEvent.SynSaved;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.text.Glyphs;
import dev.lifeline.wording.IcmpWords;
import dev.lifeline.wording.KernelWords;
import dev.lifeline.wording.LagWords;
import dev.lifeline.wording.OutcomeWords;
import dev.lifeline.wording.RouteWords;
import dev.lifeline.wording.SocketWords;
import dev.lifeline.wording.StageWords;
import dev.lifeline.wording.served.WorkerWords;
import dev.lifeline.wording.web.HttpWords;
import dev.lifeline.wording.web.TlsWords;
import java.util.ArrayList;
import java.util.List;

/// Facts that the kernel and the packets add to each stage. Without such evidence there is nothing, and nothing is looked for.
final class RowFacts {

    private final Glyphs glyphs;
    private final Target target;
    private final SpanWitness witness;
    private final FinOrder fins;
    private final TraceIndex index;

    RowFacts(TraceIndex index, Glyphs glyphs) {
        this.glyphs = glyphs;
        target = index.header().target();
        witness = index.witness();
        fins = index.fins();
        this.index = index;
    }

    /// Writes what a stage found out. Of the end of a connection packets know better than a program whose stream ended first.
    String details(Span span) {
        if (span.stage() == Stage.CLOSE && span.outcome() instanceof Outcome.Closed closed) {
            Lane first = fins.first(span);
            if (first != null) {
                return OutcomeWords.phrase(closed, first);
            }
        }
        return span.stage() == Stage.WORKER_QUEUE ? WorkerWords.queue(span, index, glyphs)
                : StageWords.phrase(span, glyphs) + WorkerWords.accepted(span, index, glyphs);
    }

    /// Writes what is added to the details of a stage on their own line: how much later the program knew, the kernel's own route
    /// where the program asked for one, the other name and order of a look-up. Empty where there is nothing.
    String addition(Span span) {
        if (span.stage() == Stage.LOOKUP && span.outcome() instanceof Outcome.Answers answers) {
            return OutcomeWords.news(answers, target);
        }
        if (span.stage() == Stage.ROUTE && span.lane() == Lane.CLIENT) {
            return route(span);
        }
        return witness.figures(span) != null ? "" : lag(span);
    }

    private String route(Span span) {
        RouteAnswered answered = witness.route(span);
        Outcome.RouteChosen chosen = span.outcome() instanceof Outcome.RouteChosen route ? route : null;
        return answered == null ? "" : "kernel: " + RouteWords.phrase(answered, chosen);
    }

    /// The lines below a stage, from top to bottom.
    List<RowFact> of(Span span) {
        List<RowFact> facts = new ArrayList<>();
        HandshakeFigures three = witness.figures(span);
        if (three != null) {
            String lag = lag(span);
            facts.add(RowFact.of(LagWords.mark(three, glyphs) + (lag.isEmpty() ? "" : ", " + lag)));
        }
        boolean client = span.lane() == Lane.CLIENT;
        if (client && span.stage() == Stage.CONNECT && witness.disagreement(span) != null) {
            facts.add(RowFact.warning(RouteWords.of(witness.disagreement(span)).phrase()));
        } else if (span.lane() == Lane.SERVER && span.stage() == Stage.ACCEPT) {
            accepted(span, facts);
        } else if (span.stage() == Stage.CLOSE && witness.timeWait(span) != null) {
            facts.add(RowFact.of(SocketWords.timeWait(span.lane(), witness.timeWait(span).socket())));
        }
        web(span, facts);
        if (client && span.state() instanceof Span.Failed && witness.refusal(span) != null) {
            facts.add(RowFact.of(IcmpWords.of(witness.refusal(span)).phrase()));
        }
        return facts;
    }

    /// The hellos and certificates of a handshake; the fields of a message.
    private void web(Span span, List<RowFact> facts) {
        boolean message = span.stage() == Stage.REQUEST || span.stage() == Stage.RESPONSE;
        if (span.stage() == Stage.TLS) {
            TlsFacts tls = index.web().tls(span.lane(), span.connection());
            for (String line : TlsWords.details(tls)) {
                facts.add(RowFact.of(line));
            }
            String check = TlsWords.check(tls);
            boolean bad = tls.unchecked() || tls.verified() != null && tls.verified().problem() != null;
            if (!check.isEmpty()) {
                facts.add(bad ? RowFact.warning(check) : RowFact.of(check));
            }
        } else if (message && index.web().of(span) != null) {
            for (String line : HttpWords.details(index.web().of(span), span.stage() == Stage.REQUEST)) {
                facts.add(RowFact.of(line));
            }
        }
    }

    private void accepted(Span span, List<RowFact> facts) {
        DescriptorFound descriptor = witness.descriptor(span);
        if (descriptor != null) {
            facts.add(RowFact.of(KernelWords.of(descriptor).phrase()
                    + (witness.listening() == null ? "" : " from listening fd " + witness.listening().descriptor())));
        }
        SynSaved saved = witness.syn(span);
        if (saved != null) {
            facts.add(RowFact.of(KernelWords.of(saved).phrase()));
        }
    }

    /// How much later than the kernel the program of a stage knew; empty where that was not measured.
    private String lag(Span span) {
        AppLag lag = witness.lag(span);
        return lag == null ? "" : LagWords.mark(lag, glyphs);
    }
}
