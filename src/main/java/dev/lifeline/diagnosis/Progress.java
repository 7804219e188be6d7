package dev.lifeline.diagnosis;

import dev.lifeline.diagnosis.evidence.EvidenceFigures;
import dev.lifeline.diagnosis.texts.Circumstances;
import dev.lifeline.diagnosis.texts.Condition;
import dev.lifeline.diagnosis.texts.Placeholder;
import dev.lifeline.diagnosis.texts.Section;
import dev.lifeline.diagnosis.texts.Template;
import dev.lifeline.diagnosis.texts.TextFile;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.Mode;

/// Tells what one side of one connection got done: its steps, what they prove, and what they leave open. The texts are in
/// `progress.txt`.
public final class Progress {

    private static final String[] STEPS = {"step begin", "step exchange", "step end"};
    private static final String[] BY_PROGRAMS = {"programs lookup", "programs slow", "programs completed",
        "programs unspecified", "programs route", "programs listen", "programs connection", "programs itself",
        "programs bytes", "programs tls", "programs http", "programs protocol", "programs close"};
    private static final String AGAIN = "kernel again";
    private static final String[] BY_KERNEL = {"kernel acknowledged", AGAIN, "kernel time-wait"};

    private final Facts facts;
    private final Circumstances about;

    private Progress(Facts facts, Lane lane, int connection) {
        this.facts = facts;
        UnfinishedStage life = new UnfinishedStage(lane, connection, 0, Stage.CLOSE, null, null, -1, null, Long.MAX_VALUE, -1);
        about = new Circumstances(facts, life, facts.kernel().isEmpty() ? null : EvidenceFigures.of(facts, life));
    }

    /// The last connection of the side that the trace is about: the server's where no client took part.
    public static Progress last(Facts facts) {
        boolean alone = facts.mode() == Mode.SERVER
                || facts.mode() == Mode.LOOPBACK && facts.sides().lastProgressed(Lane.CLIENT) == 0
                && facts.sides().outcome(Lane.SERVER, facts.sides().lastProgressed(Lane.SERVER), Stage.BIND) != null;
        Lane lane = alone ? Lane.SERVER : Lane.CLIENT;
        return new Progress(facts, lane, facts.sides().lastProgressed(lane));
    }

    /// The whole life of the connection as one stage, which nothing ended.
    UnfinishedStage life() {
        return about.run();
    }

    int connection() {
        return life().connection();
    }

    /// The life with what the kernel and the wire said of it.
    Circumstances about() {
        return about;
    }

    /// The steps in a few words: `connected, answered, closed`.
    public String summary() {
        String text = "";
        for (String step : STEPS) {
            text = VerdictDraft.join(text, ", ", part(step));
        }
        return text;
    }

    /// Tells what the stages that finished prove, and the kernel and the wire.
    String proved() {
        VerdictDraft all = VerdictDraft.EMPTY;
        for (String what : BY_PROGRAMS) {
            all = all.plus(section(what), about);
        }
        if (about.hold(Condition.CONNECTED)) {
            // What the other end did not take was no handshake.
            all = about.hold(Condition.UNTAKEN) ? all : all.plus(section("kernel handshake"), about);
            all = remarkable(all);
        }
        String proved = about.hold(Condition.CONNECTED) ? VerdictDraft.join(all.proved(), " ", byKernel(BY_KERNEL)) : all.proved();
        return proved.isEmpty() ? VerdictDraft.of(section("programs nothing"), about).proved() : proved;
    }

    /// The part of what is proved that nobody expects of a connection that went well.
    String news() {
        VerdictDraft all = VerdictDraft.EMPTY;
        for (String what : BY_PROGRAMS) {
            all = expected(what) ? all : all.plus(section(what), about);
        }
        return about.hold(Condition.CONNECTED) ? VerdictDraft.join(remarkable(all).proved(), " ", byKernel(AGAIN)) : all.proved();
    }

    /// Adds what the kernel said that few connections have.
    private VerdictDraft remarkable(VerdictDraft draft) {
        return draft.plus(section("kernel route"), about).plus(section("kernel old"), about).plus(section("kernel nat"), about)
                .plus(section("kernel gap"), about);
    }

    /// Tells whether a section only repeats the stages.
    private boolean expected(String what) {
        return switch (what) {
            case "programs lookup", "programs route", "programs listen", "programs bytes", "programs http" -> true;
            case "programs tls" -> !about.hold(Condition.UNCHECKED);
            case "programs connection" -> !about.hold(Condition.UNTAKEN);
            case "programs close" -> !about.hold(Condition.RST);
            default -> false;
        };
    }

    /// One sentence of what fits: `The server's kernel acknowledged all 5 bytes; the client holds TIME_WAIT.`
    private String byKernel(String... parts) {
        String text = "";
        for (String what : parts) {
            text = VerdictDraft.join(text, "; ", part(what));
        }
        return text.isEmpty() ? "" : Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    /// Tells what a run that went well leaves open.
    String notProved() {
        VerdictDraft all = VerdictDraft.EMPTY.plus(section("open stages"), about.with(Placeholder.LIST, notPassed()));
        if (about.hold(Condition.ITSELF)) {
            return all.plus(section("open itself"), about).notProved();
        }
        all = all.plus(section("open slow"), about);
        return all.plus(section(facts.mode() == Mode.SERVER ? "open clients" : "open application"), about)
                .plus(section("open peer"), about).plus(section("open packets"), about).plus(section("open loss"), about).plus(section("open clock"), about).notProved();
    }

    private String notPassed() {
        StringBuilder text = new StringBuilder();
        for (Stage stage : facts.notPassed(life().lane())) {
            text.append(text.isEmpty() ? "" : ", ").append(stage.label());
        }
        return text.toString();
    }

    /// A command where nobody listens where it connected to, or the port speaks another protocol; else a run that went well leaves
    /// nothing to do: `null`.
    String next() {
        String itself = VerdictDraft.of(section("programs itself"), about).next();
        return itself != null ? itself : VerdictDraft.of(section("programs protocol"), about).next();
    }

    private String part(String what) {
        Section section = section(what);
        return section == null ? "" : Template.prose(section.happened(), about);
    }

    private Section section(String what) {
        return TextFile.PROGRESS.about(what, about);
    }
}
