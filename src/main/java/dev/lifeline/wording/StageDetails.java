package dev.lifeline.wording;

import dev.lifeline.analysis.Span;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Failure;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import java.util.List;

/// What a stage found out, in the few words that stand right of its bar.
///
/// No pattern switches here: a person waits for these words, and Java links such a switch anew in each process, which no start-up
/// cache spares it. A test holds both to every kind that there is.
public final class StageDetails {

    private StageDetails() {
    }

    /// The words for a span, safe to print. They name neither stage nor lane nor time.
    public static String of(Span span, Glyphs glyphs) {
        Span.State state = span.state();
        return switch (state.kind()) {
            case DONE -> of(((Span.Done) state).outcome(), glyphs);
            case HANDSHAKE, QUEUED -> ObservedWords.of((Span.Observed) state, span.evidence());
            case CONCLUDED -> ObservedWords.concluded();
            case FAILED -> of(((Span.Failed) state).failure(), glyphs);
            case OPEN -> openTo(span, glyphs) + "under way when the trace ended";
            case SKIPPED -> Printable.ascii(((Span.Skipped) state).reason());
            case NOT_REACHED -> "not reached";
        };
    }

    /// The words for an outcome.
    public static String of(Outcome outcome, Glyphs glyphs) {
        if (outcome instanceof Outcome.Answers answers) {
            return list(answers.addresses()) + "  (" + answers.source().label() + ")";
        } else if (outcome instanceof Outcome.RouteChosen route) {
            return route(route);
        } else if (outcome instanceof Outcome.Bound bound) {
            return endpoint(bound.local());
        } else if (outcome instanceof Outcome.Listening listening) {
            return endpoint(listening.local()) + ", backlog " + listening.backlog();
        } else if (outcome instanceof Outcome.Connected connected) {
            return tuple(connected.tuple(), glyphs);
        } else if (outcome instanceof Outcome.Accepted accepted) {
            return "from " + endpoint(accepted.tuple().remote()) + (accepted.wakeUp() > 0 ? ", wake-up " + accepted.wakeUp() : "")
                    + (accepted.position() > 1 ? ", accept " + accepted.position() + " of it" : "");
        } else if (outcome instanceof Outcome.Moved moved) {
            return moved(moved, glyphs);
        } else if (outcome instanceof Outcome.Closed closed) {
            // Who closed half had not read the other side's end: whose came first it only supposes.
            return closed(closed, closed.how() == CloseKind.HALF ? null : closed.first());
        }
        throw new MatchException("no words for " + outcome, null);
    }

    /// The words for a failure: both ends as far as known, the code, and what it means.
    public static String of(Failure failure, Glyphs glyphs) {
        return ends(failure.local(), failure.remote(), glyphs) + reason(failure);
    }

    /// The code of a failure and what it means; the system's own words where the code cannot be named.
    public static String reason(Failure failure) {
        if (failure.code() == ErrorCode.UNKNOWN && failure.message() != null) {
            return "UNKNOWN: " + Printable.ascii(failure.message());
        }
        String eai = failure.eai() == null || failure.eai().equals(failure.code().name()) ? "" : " (" + Printable.ascii(failure.eai()) + ")";
        return failure.code().name() + eai + ": " + failure.code().text();
    }

    /// A four-tuple with the arrow of the glyph set.
    public static String tuple(FourTuple tuple, Glyphs glyphs) {
        return endpoint(tuple.local()) + " " + glyphs.arrow() + " " + endpoint(tuple.remote());
    }

    /// An endpoint, safe to print.
    public static String endpoint(Endpoint endpoint) {
        return Printable.ascii(endpoint.toString());
    }

    private static String route(Outcome.RouteChosen route) {
        return (route.device() == null ? "" : Printable.ascii(route.device()) + ", ") + "source " + Printable.ascii(route.source().address())
                + (route.mtu() > 0 ? ", mtu " + route.mtu() : "");
    }

    private static String moved(Outcome.Moved moved, Glyphs glyphs) {
        Bytes bytes = moved.bytes();
        String ending = moved.ending() == Ending.COMPLETE ? "" : ", " + moved.ending().label();
        if (bytes.count() == 0) {
            return "no bytes" + ending;
        }
        if (moved.chunks() > 1) {
            return Counted.of(moved.chunks(), "chunk") + ", " + Counted.of(bytes.count(), "byte") + ending;
        }
        String text = "\"" + Printable.ascii(bytes.preview()) + (bytes.truncated() ? glyphs.ellipsis() : "") + "\"";
        return (bytes.truncated() ? Counted.of(bytes.count(), "byte") + ", " : "") + text + ending;
    }

    /// The words for the end of a socket.
    ///
    /// @param whose whose end of stream came first, or `null` where that is not known
    public static String closed(Outcome.Closed closed, Lane whose) {
        String first = whose != null && closed.how() != CloseKind.RESET ? ", " + whose.label() + " first"
                : closed.how() == CloseKind.HALF ? "; had not read the other's end" : "";
        return closed.how().label() + first + "; read " + Counted.grouped(closed.read()) + ", wrote " + Counted.of(closed.written(), "byte");
    }

    private static String openTo(Span span, Glyphs glyphs) {
        return ends(span.local(), span.remote(), glyphs);
    }

    private static String ends(Endpoint local, Endpoint remote, Glyphs glyphs) {
        if (local != null && remote != null) {
            return endpoint(local) + " " + glyphs.arrow() + " " + endpoint(remote) + "  ";
        }
        if (remote != null) {
            return "to " + endpoint(remote) + "  ";
        }
        return local != null ? endpoint(local) + "  " : "";
    }

    private static String list(List<String> addresses) {
        StringBuilder out = new StringBuilder();
        for (String address : addresses) {
            out.append(out.isEmpty() ? "" : ", ").append(Printable.ascii(address));
        }
        return out.toString();
    }
}
