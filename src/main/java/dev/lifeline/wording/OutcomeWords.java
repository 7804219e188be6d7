package dev.lifeline.wording;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Target;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import dev.lifeline.wording.picture.Gauge;
import dev.lifeline.wording.web.HttpWords;
import dev.lifeline.wording.web.TlsWords;
import java.util.List;

/// Outcomes of stages in words, safe to print. They name neither stage nor lane nor time.
public final class OutcomeWords {

    /// Characters of a preview that can be read at a glance.
    private static final int GLANCE = 24;

    private OutcomeWords() {
    }

    /// Writes the mark at a rung of the ladder: what the diagram itself shows need not be said.
    ///
    /// @param target what the person asked for
    public static String mark(Outcome outcome, Target target, Glyphs glyphs) {
        return switch (outcome.kind()) {
            case ANSWERS -> answers((Outcome.Answers) outcome, " ") + newsBehind((Outcome.Answers) outcome, target);
            case TAKEN -> "worker " + ((Outcome.Taken) outcome).worker() + ", "
                    + Gauge.workers(((Outcome.Taken) outcome).busy(), ((Outcome.Taken) outcome).workers(), glyphs);
            case MOVED -> glance((Outcome.Moved) outcome, glyphs);
            case CLOSED -> {
                Outcome.Closed closed = (Outcome.Closed) outcome;
                yield how(closed) + ", " + Counted.of(closed.read(), "byte") + " read, "
                        + Counted.grouped(closed.written()) + " written";
            }
            case ROUTE_CHOSEN, BOUND, LISTENING, CONNECTED, ACCEPTED, HANDLED, SECURED, REQUESTED, RESPONDED ->
                phrase(outcome, glyphs, " ");
        };
    }

    /// Writes the few words that stand right of a bar.
    ///
    /// @param gap between addresses and their source
    public static String phrase(Outcome outcome, Glyphs glyphs, String gap) {
        return switch (outcome.kind()) {
            case ANSWERS -> answers((Outcome.Answers) outcome, gap);
            case ROUTE_CHOSEN -> route((Outcome.RouteChosen) outcome, "");
            case BOUND -> EndpointWords.of(((Outcome.Bound) outcome).local());
            case LISTENING -> {
                Outcome.Listening listening = (Outcome.Listening) outcome;
                yield EndpointWords.of(listening.local()) + ", backlog " + listening.backlog();
            }
            case CONNECTED -> EndpointWords.of(((Outcome.Connected) outcome).tuple(), glyphs);
            case ACCEPTED -> {
                Outcome.Accepted accepted = (Outcome.Accepted) outcome;
                yield "from " + EndpointWords.of(accepted.tuple().remote())
                        + (accepted.wakeUp() > 0 ? ", wake-up " + accepted.wakeUp() : "")
                        + (accepted.position() > 1 ? ", accept " + accepted.position() + " of it" : "");
            }
            case TAKEN -> taken((Outcome.Taken) outcome);
            case MOVED -> moved((Outcome.Moved) outcome, glyphs);
            case HANDLED -> handled((Outcome.Handled) outcome, glyphs);
            case SECURED -> TlsWords.secured((Outcome.Secured) outcome, glyphs);
            case REQUESTED -> HttpWords.requested((Outcome.Requested) outcome);
            case RESPONDED -> HttpWords.responded((Outcome.Responded) outcome);
            case CLOSED -> {
                // Who closed half had not read the other side's end: whose came first it only supposes.
                Outcome.Closed closed = (Outcome.Closed) outcome;
                yield phrase(closed, closed.how() == CloseKind.HALF ? null : closed.first());
            }
        };
    }

    /// Writes the end of a socket.
    ///
    /// @param first the side whose end of stream came first, or `null` where that is not known
    public static String phrase(Outcome.Closed closed, Lane first) {
        String order = first != null && closed.how() != CloseKind.RESET ? ", " + first.label() + " first"
                : closed.how() == CloseKind.HALF ? ", had not read the other's end" : "";
        return how(closed) + order + counts(closed);
    }

    /// Writes behind the end of a socket how much went through it: `; read 5, wrote 5 bytes`.
    public static String counts(Outcome.Closed closed) {
        return "; read " + Counted.grouped(closed.read()) + ", wrote " + Counted.of(closed.written(), "byte");
    }

    /// Writes the second half of a sentence about a stage: `after 41 µs it had source 127.0.0.1`.
    ///
    /// @param stage whose outcome
    /// @param took how long it took, in words
    /// @param target what the person asked for
    static String sentence(Outcome outcome, Stage stage, String took, Target target) {
        String after = "after " + took + " it ";
        return switch (outcome.kind()) {
            case ANSWERS -> {
                Outcome.Answers answers = (Outcome.Answers) outcome;
                yield after + "had "
                        + (answers.addresses().isEmpty() ? "no address (" + answers.source().label() + ")" : answers(answers, " "))
                        + newsBehind(answers, target);
            }
            case ROUTE_CHOSEN -> after + "had " + route((Outcome.RouteChosen) outcome, "interface ");
            case BOUND -> after + "was bound to " + EndpointWords.of(((Outcome.Bound) outcome).local());
            case LISTENING -> {
                Outcome.Listening listening = (Outcome.Listening) outcome;
                yield after + "listened on " + EndpointWords.of(listening.local()) + " with backlog " + listening.backlog();
            }
            case CONNECTED -> "it was connected after " + took + " from "
                    + EndpointWords.of(((Outcome.Connected) outcome).tuple().local());
            case ACCEPTED -> {
                Outcome.Accepted accepted = (Outcome.Accepted) outcome;
                yield "it had accepted the connection from " + EndpointWords.of(accepted.tuple().remote()) + " after " + took
                        + (accepted.wakeUp() > 0 ? ", in wake-up " + accepted.wakeUp() : "")
                        + (accepted.position() > 1 ? " as accept " + accepted.position() : "");
            }
            case MOVED -> (stage == Stage.WRITE ? "after " + took + " the kernel had taken " : after + "had read ")
                    + moved((Outcome.Moved) outcome);
            case TAKEN -> "after " + took + " " + taken((Outcome.Taken) outcome);
            case HANDLED -> after + "had an answer, " + handled((Outcome.Handled) outcome, Glyphs.ASCII);
            case SECURED -> after + "had agreed on " + TlsWords.secured((Outcome.Secured) outcome, Glyphs.ASCII);
            case REQUESTED -> after + "had the request " + HttpWords.requested((Outcome.Requested) outcome);
            case RESPONDED -> after + "had the response " + HttpWords.responded((Outcome.Responded) outcome);
            case CLOSED -> after + closed((Outcome.Closed) outcome);
        };
    }

    private static String taken(Outcome.Taken taken) {
        return "worker " + taken.worker() + " took it, " + taken.busy() + " of " + Counted.of(taken.workers(), "worker") + " busy";
    }

    private static String handled(Outcome.Handled handled, Glyphs glyphs) {
        return handled.asked() != null ? "asked " + EndpointWords.of(handled.asked()) + " and waited"
                : handled.cpu() < 0 ? "its own work" : Durations.of(handled.cpu(), glyphs) + " of CPU time";
    }

    /// Writes the news of a look-up besides its addresses, another name of the host and another order: `canonical db1.example, plain
    /// Java would try 192.0.2.7 first`; empty where there is no news.
    ///
    /// @param target what the person asked for, as the header has it: the name in it need not be told again
    public static String news(Outcome.Answers answers, Target target) {
        String canonical = answers.canonical() == null || names(target, answers.canonical()) ? ""
                : (answers.searchDomain() == null ? "canonical " : "found as ") + Printable.ascii(answers.canonical());
        String order = answers.javaOrder().isEmpty() || answers.addresses().isEmpty()
                || answers.javaOrder().getFirst().equals(answers.addresses().getFirst()) ? ""
                : "plain Java would try " + Printable.ascii(answers.javaOrder().getFirst()) + " first";
        return canonical.isEmpty() || order.isEmpty() ? canonical + order : canonical + ", " + order;
    }

    /// Writes the same behind other words: `; canonical db1.example`.
    private static String newsBehind(Outcome.Answers answers, Target target) {
        String words = news(answers, target);
        return words.isEmpty() ? "" : "; " + words;
    }

    /// Says if the host of a target is that name; a dot at the end only says that a name is whole (RFC 1034 section 3.1).
    private static boolean names(Target target, String canonical) {
        return whole(target.host()).equalsIgnoreCase(whole(canonical));
    }

    private static String whole(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    private static String answers(Outcome.Answers answers, String gap) {
        return list(answers.addresses()) + gap + "(" + answeredBy(answers) + ")";
    }

    /// Writes where the addresses came from, and which family had not answered.
    public static String answeredBy(Outcome.Answers answers) {
        return answers.source().label() + (answers.pending() == null ? "" : "; " + answers.pending().record() + " not answered yet");
    }

    private static String list(List<String> addresses) {
        StringBuilder out = new StringBuilder();
        for (String address : addresses) {
            out.append(out.isEmpty() ? "" : ", ").append(Printable.ascii(address));
        }
        return out.toString();
    }

    private static String route(Outcome.RouteChosen route, String device) {
        return (route.device() == null ? "" : device + Printable.ascii(route.device()) + ", ") + "source "
                + Printable.ascii(route.source().address()) + (route.mtu() > 0 ? ", mtu " + route.mtu() : "");
    }

    private static String glance(Outcome.Moved moved, Glyphs glyphs) {
        Bytes bytes = moved.bytes();
        if (moved.chunks() != 1 || bytes.count() == 0) {
            return moved(moved, glyphs);
        }
        String text = Printable.ascii(bytes.preview());
        boolean cut = bytes.truncated() || text.length() > GLANCE;
        return Counted.of(bytes.count(), "byte") + " \"" + text.substring(0, Math.min(GLANCE, text.length()))
                + (cut ? glyphs.ellipsis() : "") + "\"" + ending(moved);
    }

    private static String moved(Outcome.Moved moved, Glyphs glyphs) {
        Bytes bytes = moved.bytes();
        String count = Counted.of(bytes.count(), "byte");
        if (bytes.count() == 0) {
            return "no bytes" + ending(moved);
        }
        if (moved.chunks() > 1) {
            return Counted.of(moved.chunks(), "chunk") + ", " + count + ending(moved);
        }
        return (bytes.truncated() ? count + ", " : "") + "\"" + Printable.ascii(bytes.preview())
                + (bytes.truncated() ? glyphs.ellipsis() : "") + "\"" + ending(moved);
    }

    /// Writes why a read or write ended, behind its bytes; nothing where that is usual.
    public static String ending(Outcome.Moved moved) {
        return moved.ending() == Ending.COMPLETE ? "" : ", " + moved.ending().label();
    }

    private static String moved(Outcome.Moved moved) {
        Bytes bytes = moved.bytes();
        String what = bytes.count() == 0 ? "no bytes"
                : Counted.of(bytes.count(), "byte") + (moved.chunks() > 1 ? " in " + Counted.of(moved.chunks(), "chunk") : "")
                + ", " + (bytes.truncated() ? "which begin with " : "") + "\"" + Printable.ascii(bytes.preview()) + "\"";
        return what + switch (moved.ending()) {
            case COMPLETE -> "";
            case EXPECTED -> ", and the expected text was there";
            case END_OF_STREAM -> ", and the peer ended its stream";
            case QUIET -> ", and nothing more came";
            case LIMIT -> ", and stopped at its limit";
        };
    }

    /// The kind of a close in a word. A program that closes without waiting cannot know how the kernel goes on.
    /// Writes how a socket was closed, in one word.
    public static String how(Outcome.Closed closed) {
        return closed.how() == CloseKind.HALF ? "closed" : closed.how().label();
    }

    private static String closed(Outcome.Closed closed) {
        return "was closed" + (closed.how() == CloseKind.HALF ? "" : " (" + closed.how().label() + ")")
                + (closed.how() == CloseKind.HALF ? ", without having read the other side's end"
                        : closed.first() == null ? "" : ", the " + closed.first().label() + "'s stream ended first")
                + ", with " + Counted.of(closed.read(), "byte") + " read and " + Counted.of(closed.written(), "byte")
                + " written in all";
    }
}
