package dev.lifeline.wording.life;

import dev.lifeline.analysis.ConnectionSide;
import dev.lifeline.analysis.Span;
import dev.lifeline.analysis.TraceIndex;
import dev.lifeline.analysis.life.ConnectionLife;
import dev.lifeline.analysis.life.Life;
import dev.lifeline.analysis.pace.SlowConnection;
import dev.lifeline.analysis.pace.SlowStage;
import dev.lifeline.analysis.packet.PacketFlow;
import dev.lifeline.analysis.packet.StreamPackets;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.CloseKind;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;

/// Where the time of a slow run went, in one or two sentences: the stage, its share, and how far the evidence splits it.
public final class SlowWords {

    private static final int PERCENT = 100;
    /// A part that explains something.
    private static final int TENTH = 10;

    private final TraceIndex index;
    private final SlowStage slow;
    private final Glyphs glyphs;

    private SlowWords(TraceIndex index, Glyphs glyphs) {
        this.index = index;
        this.glyphs = glyphs;
        slow = index.slow();
    }

    /// Writes the stage and its share: `first byte: 1.995 s of 2.003 s (99 %).`; empty where the run was not slow, or the headline
    /// says it: a connection that was open and silent after a quick look-up.
    public static String share(TraceIndex index, Glyphs glyphs) {
        SlowWords words = new SlowWords(index, glyphs);
        return words.told() ? words.share() : outlier(index, glyphs);
    }

    /// Writes the same with the split.
    public static String of(TraceIndex index, Glyphs glyphs) {
        SlowWords words = new SlowWords(index, glyphs);
        String split = words.told() ? words.split() : "";
        return !words.told() ? outlier(index, glyphs) : split.isEmpty() ? words.share() : words.share() + " " + split;
    }

    /// Writes which of several connections stands out: `#3, first byte: 1.2 s of 1.2 s; the others at most 1.3 ms.`
    private static String outlier(TraceIndex index, Glyphs glyphs) {
        SlowConnection one = index.header().connections() > 1 ? SlowConnection.of(index) : null;
        return one == null ? "" : "#" + one.number() + ", " + one.stage().label() + ": " + Durations.of(one.took(), glyphs) + " of "
                + Durations.of(one.all(), glyphs) + "; the others at most " + Durations.of(one.longest(), glyphs) + ".";
    }

    private boolean told() {
        ConnectionLife life = slow == null ? null : index.lives().all().getFirst();
        return life != null && (life.life().kind() != Life.Kind.SILENT || slow.stage().stage() == Stage.LOOKUP);
    }

    private String share() {
        return slow.stage().stage().label() + ": " + time(slow.took()) + " of " + time(slow.all()) + " ("
                + slow.took() * PERCENT / slow.all() + " %).";
    }

    private String split() {
        return switch (slow.stage().stage()) {
            case CONNECT -> connect();
            case FIRST_BYTE -> firstByte();
            case DATA, RESPONSE -> data();
            case TLS -> tls();
            case CLOSE -> "This side had ended its stream, and waited for the server's FIN" + (ended(CloseKind.ORDERLY) ? "." : ", which did not come.");
            case LOOKUP, ROUTE, BIND, HANDSHAKE, ACCEPT_QUEUE, ACCEPT, WORKER_QUEUE, REQUEST, WRITE, HANDLER, IDLE, PROTOCOL -> "";
        };
    }

    private boolean ended(CloseKind how) {
        return slow.stage().outcome() instanceof Outcome.Closed closed && closed.how() == how;
    }

    private String connect() {
        PacketFlow flow = slow.flow();
        if (flow == null || flow.synAckAt() < 0) {
            return "";
        } else if (flow.repeats() == 0) {
            return "The SYN was answered after " + time(flow.synAckAt() - flow.synAt()) + ".";
        }
        StringBuilder again = new StringBuilder();
        for (int i = 0; i < Math.min(flow.repeats(), PacketFlow.MOST_TOLD); i++) {
            again.append(i == 0 ? "" : ", ").append(time(flow.repeatedAfter(i)));
        }
        return "The SYN was sent " + Counted.times(flow.repeats() + 1L) + ", again after " + again
                + (flow.repeats() > PacketFlow.MOST_TOLD ? " ..." : "")
                + (flow.synAckAt() >= flow.lastSynAt() ? "; the last was answered after " + time(flow.synAckAt() - flow.lastSynAt()) : "") + ".";
    }

    private String firstByte() {
        String packets = packets();
        String queue = queue();
        return joined(joined(packets, queue), served());
    }

    private static String joined(String one, String other) {
        return one.isEmpty() || other.isEmpty() ? one + other : one + " " + other;
    }

    /// Writes how much of it the server's own program had the connection, as far as that tells of it.
    private String served() {
        Span wait = slow.stage();
        int number = index.connections().of(Lane.CLIENT, wait.connection()).server();
        long queued = number < 1 ? 0 : index.workers().within(Stage.WORKER_QUEUE, number, wait.start(), wait.end());
        long handled = number < 1 ? 0 : index.workers().within(Stage.HANDLER, number, wait.start(), wait.end());
        return joined(queued < slow.took() / TENTH ? "" : "Of it " + time(queued) + " accepted, and in the server's queue for its workers.",
                handled < slow.took() / TENTH ? "" : "Of it " + time(handled) + " in the server's handler.");
    }

    private String packets() {
        StreamPackets wire = slow.flow() == null ? null : slow.flow().stream();
        boolean tls = index.sides().side(Lane.CLIENT, slow.stage().connection()).spokeTls();
        boolean seen = wire != null && !tls && wire.askedAt() >= 0 && wire.takenAt() > wire.askedAt()
                && wire.dataAt(Lane.SERVER) >= wire.takenAt();
        if (!seen) {
            return "";
        }
        return "The request was acknowledged after " + time(wire.takenAt() - wire.askedAt()) + (wire.again() > 0 ? ", sent again "
                + Counted.times(wire.again()) : "") + "; the answer came after " + time(wire.dataAt(Lane.SERVER) - wire.askedAt()) + ".";
    }

    private String queue() {
        if (slow.queued() == null) {
            return "";
        }
        Span.Queued state = (Span.Queued) slow.queued().state();
        String seen = "When last seen (" + time(slow.queued().end() - index.began()) + ") no program had accepted it";
        return switch (state.left()) {
            case ACCEPTED -> slow.queued().took() < slow.took() / TENTH ? ""
                    : "Of it " + time(slow.queued().took()) + " in the accept queue.";
            case ANSWERED -> seen + "; by " + time(state.leftBy() - index.began()) + " one had, for it answered.";
            case TAKEN -> seen + "; by " + time(state.leftBy() - index.began()) + " one had.";
            case GONE, UNKNOWN -> seen + ".";
        };
    }

    private String tls() {
        return slow.stage().outcome() instanceof Outcome.Secured secured
                ? "So long it waited for the server; " + time(secured.computing()) + " more it computed here." : "";
    }

    private String data() {
        ConnectionSide side = index.sides().side(Lane.CLIENT, slow.stage().connection());
        return side.pause() == 0 ? "" : "The longest pause was " + time(side.pause()) + ", after " + Counted.of(side.beforePause(), "byte") + " of "
                + Counted.grouped(side.read()) + ".";
    }

    private String time(long nanos) {
        return Durations.of(nanos, glyphs);
    }
}
