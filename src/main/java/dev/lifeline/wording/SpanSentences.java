package dev.lifeline.wording;

import dev.lifeline.analysis.AbandonedAttempt;
import dev.lifeline.analysis.HandshakeFigures;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.model.AppLag;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Failure;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import dev.lifeline.view.plain.Plain;
import dev.lifeline.view.waterfall.RowLags;
import java.util.List;

/// What a stage did, as a sentence.
///
/// @param target what the person asked for
/// @param glyphs the signs that may be used
/// @param abandoned attempts that were given up
/// @param numbered whether there are several connections, so that each must be named
/// @param raced whether several attempts ran, so that each must be named
public record SpanSentences(String target, Glyphs glyphs, List<AbandonedAttempt> abandoned, boolean numbered, boolean raced) {

    /// Ready for the spans of a trace.
    public static SpanSentences of(TraceIndex index, Glyphs glyphs) {
        boolean numbered = false;
        boolean raced = false;
        for (Span span : index.timeline().spans()) {
            numbered |= span.connection() > 1;
            raced |= span.attempt() > 1;
        }
        return new SpanSentences(index.header().target(), glyphs, index.abandoned(), numbered, raced);
    }

    public String of(Span span) {
        String took = Durations.of(span.took(), glyphs);
        return switch (span.state()) {
            case Span.Done done -> began(span) + "; " + ended(span, done.outcome(), took) + ".";
            case Span.Failed failed when givenUp(span) -> began(span) + "; it was given up after " + took + ".";
            case Span.Failed failed -> began(span) + "; it failed after " + took + " with " + StageDetails.reason(failed.failure())
                    + between(failed.failure()) + ".";
            case Span.Open open -> began(span) + "; it was still under way when the trace ended, after " + took + ".";
            case Span.Skipped skipped -> "The " + who(span) + " skipped " + span.stage().label() + ": "
                    + Printable.ascii(skipped.reason()) + ".";
            case Span.NotReached never -> capital(span.stage().label()) + " was not reached by the " + span.lane().label() + ".";
            case Span.Observed observed -> observed(span, observed, took) + ".";
            case Span.Concluded concluded -> "It is concluded, not measured, that from " + Plain.moment(span.start())
                    + " the connection was in the accept queue for at least " + took + ".";
        };
    }

    private String observed(Span span, Span.Observed observed, String took) {
        String at = "At " + Plain.moment(span.start());
        String note = ObservedWords.of(observed, span.evidence());
        if (observed instanceof Span.Handshake) {
            return at + " the first packet of the handshake" + whose(span.connection(), span.attempt()) + " was seen; it was "
                    + (observed.complete() ? "complete after " + took : "not completed") + ": " + note;
        }
        String which = numbered && span.connection() > 0 ? " with number " + span.connection() : "";
        return "From " + Plain.moment(span.start()) + " for " + took + " the connection" + which + " was seen " + note;
    }

    private String began(Span span) {
        return "At " + Plain.moment(span.start()) + " the " + who(span) + " " + switch (span.stage()) {
            case LOOKUP -> "started to look up the name";
            case ROUTE -> "asked for the route" + to(span.remote());
            case BIND -> span.lane() == Lane.SERVER ? "started to bind and to listen" : "started to bind its socket";
            case CONNECT -> "started to connect" + to(span.remote());
            case HANDSHAKE -> "started the handshake";
            case ACCEPT_QUEUE -> "started to queue the connection";
            case ACCEPT -> "started to accept";
            case TLS -> "started the TLS handshake";
            case WRITE -> "started to write";
            case FIRST_BYTE -> "started to wait for the first byte";
            case DATA -> "started to read on";
            case IDLE -> "started to be idle";
            case PROTOCOL -> "started to look at the protocol";
            case CLOSE -> "started to close";
        };
    }

    private String whose(int connection, int attempt) {
        return (numbered && connection > 0 ? " of connection " + connection : "")
                + (raced && attempt > 0 ? " of attempt " + attempt : "");
    }

    /// A lag, as a sentence at the time at which the program knew.
    public String of(AppLag lag) {
        return "At " + Plain.moment(lag.callbackAt()) + " the " + lag.lane().label() + "'s "
                + (lag.stage() == Stage.FIRST_BYTE ? "read" : lag.stage().label()) + whose(lag.connection(), 0)
                + " had returned; the application lag behind the "
                + (lag.packet().equals("data") ? "packet with the data" : Printable.ascii(lag.packet()) + " packet") + " was "
                + RowLags.text(lag, glyphs) + RowLags.held(lag, glyphs) + ".";
    }

    /// The three figures of a connection, as a sentence.
    public String of(HandshakeFigures figures) {
        return "The kernel's handshake took " + Durations.of(figures.kernel(), glyphs) + ", the client's connect "
                + Durations.of(figures.connect(), glyphs) + "; the difference is " + Durations.of(figures.difference(), glyphs) + ".";
    }

    private String ended(Span span, Outcome outcome, String took) {
        String after = "after " + took;
        return switch (outcome) {
            case Outcome.Answers answers -> after + " it had "
                    + (answers.addresses().isEmpty() ? "no address" : list(answers.addresses()))
                    + " (" + answers.source().label() + ")" + besides(answers);
            case Outcome.RouteChosen route -> after + " it had "
                    + (route.device() == null ? "" : "interface " + Printable.ascii(route.device()) + ", ")
                    + "source " + Printable.ascii(route.source().address()) + (route.mtu() > 0 ? ", mtu " + route.mtu() : "");
            case Outcome.Bound bound -> after + " it was bound to " + StageDetails.endpoint(bound.local());
            case Outcome.Listening listening -> after + " it listened on " + StageDetails.endpoint(listening.local())
                    + " with backlog " + listening.backlog();
            case Outcome.Connected connected -> "it was connected after " + took + " from "
                    + StageDetails.endpoint(connected.tuple().local());
            case Outcome.Accepted accepted -> "it had accepted the connection from " + StageDetails.endpoint(accepted.tuple().remote())
                    + " after " + took + (accepted.wakeUp() > 0 ? ", in wake-up " + accepted.wakeUp() : "")
                    + (accepted.position() > 1 ? " as accept " + accepted.position() : "");
            case Outcome.Moved moved -> after + (span.stage() == Stage.WRITE ? " the kernel had taken " : " it had read ")
                    + moved(moved);
            case Outcome.Closed closed -> after + " it was closed (" + closed.how().label() + ")"
                    + (closed.how() == CloseKind.HALF ? ", without having read the other side's end"
                            : closed.first() == null ? "" : ", the " + closed.first().label() + "'s stream ended first")
                    + ", with " + Counted.of(closed.read(), "byte") + " read and "
                    + Counted.of(closed.written(), "byte") + " written in all";
        };
    }

    private String besides(Outcome.Answers answers) {
        String words = LookupWords.of(answers, target);
        return words.isEmpty() ? "" : "; " + words;
    }

    private String moved(Outcome.Moved moved) {
        Bytes bytes = moved.bytes();
        if (bytes.count() == 0) {
            return "no bytes" + ending(moved);
        }
        return Counted.of(bytes.count(), "byte") + (moved.chunks() > 1 ? " in " + Counted.of(moved.chunks(), "chunk") : "")
                + ", " + (bytes.truncated() ? "which begin with " : "") + "\"" + Printable.ascii(bytes.preview()) + "\""
                + ending(moved);
    }

    private static String ending(Outcome.Moved moved) {
        return switch (moved.ending()) {
            case Ending.COMPLETE -> "";
            case Ending.EXPECTED -> ", and the expected text was there";
            case Ending.END_OF_STREAM -> ", and the peer ended its stream";
            case Ending.QUIET -> ", and nothing more came";
            case Ending.LIMIT -> ", and stopped at its limit";
        };
    }

    private boolean givenUp(Span span) {
        for (AbandonedAttempt attempt : abandoned) {
            if (attempt.covers(span)) {
                return true;
            }
        }
        return false;
    }

    private String who(Span span) {
        return span.lane().label() + (numbered && span.connection() > 0 ? ", connection " + span.connection() + "," : "")
                + (raced && span.attempt() > 0 ? ", attempt " + span.attempt() + "," : "");
    }

    private static String between(Failure failure) {
        return (failure.local() == null ? "" : ", local end " + StageDetails.endpoint(failure.local()))
                + (failure.remote() == null ? "" : ", remote end " + StageDetails.endpoint(failure.remote()));
    }

    private static String to(Endpoint remote) {
        return remote == null ? "" : " to " + StageDetails.endpoint(remote);
    }

    private static String list(List<String> addresses) {
        StringBuilder out = new StringBuilder();
        for (String address : addresses) {
            out.append(out.isEmpty() ? "" : ", ").append(Printable.ascii(address));
        }
        return out.toString();
    }

    private static String capital(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
