package dev.lifeline.wording.life;

import dev.lifeline.analysis.life.Life;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Durations;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;

/// A life in one short sentence, each kind in its own: beside an IPv4 target it fits a line of 80 columns.
public final class LifeWords {

    /// Columns beside the longest IPv4 target.
    static final int ROOM = 56;
    private static final long SECOND = 1_000_000_000;

    private final Glyphs glyphs;

    private LifeWords(Glyphs glyphs) {
        this.glyphs = glyphs;
    }

    /// Writes a life.
    public static String of(Life life, Glyphs glyphs) {
        return new LifeWords(glyphs).words(life);
    }

    private String words(Life life) {
        return switch (life.kind()) {
            case NOTHING -> "completed";
            case ITSELF -> "connected to itself" + ended(((Life.Itself) life).end());
            case UNTAKEN -> "connected here, not taken there: " + ((Life.Untaken) life).synAcks() + " SYN-ACKs";
            case FOREIGN -> foreign(((Life.Foreign) life).protocol());
            case UNSECURED -> WebWords.unsecured((Life.Unsecured) life, glyphs);
            case SECURED -> secured((Life.Secured) life);
            case RESPONDED -> responded((Life.Responded) life);
            case BROKEN -> WebWords.broken((Life.Broken) life);
            case RETIRED -> WebWords.retired((Life.Retired) life);
            case ANSWERED -> answered((Life.Answered) life);
            case SILENT -> silent((Life.Silent) life);
            case EMPTY -> empty((Life.Empty) life);
            case UP -> up((Life.Up) life);
            case STALLED -> stalled((Life.Stalled) life);
            case UNACKNOWLEDGED -> unacknowledged((Life.Unacknowledged) life);
            case BLOCKED -> blocked((Life.Blocked) life);
            case RESET -> ResetWords.of((Life.Reset) life, glyphs);
            case REFUSED -> UnmadeWords.refused((Life.Refused) life, glyphs);
            case QUEUE_FULL -> UnmadeWords.full((Life.QueueFull) life, glyphs);
            case UNANSWERED -> UnmadeWords.unanswered((Life.Unanswered) life, glyphs);
            case UNREACHABLE -> UnmadeWords.unreachable((Life.Unreachable) life);
            case UNNAMED -> UnmadeWords.unnamed((Life.Unnamed) life, glyphs);
            case FAILED -> failed((Life.Failed) life);
            case CALLED -> called((Life.Called) life);
        };
    }

    private String answered(Life.Answered life) {
        String after = life.after() < 0 ? "" : life.first() || !life.packets() || life.after() >= SECOND ? " after " + glance(life.after())
                : " " + glance(life.after()) + " after the request";
        if (life.late()) {
            return "server spoke " + glance(life.after()) + " after this side's FIN"
                    + (life.cut() ? ", ended after " + bytes(life.bytes()) : ended(life.end()));
        }
        return (life.first() ? "server spoke first" : "answered") + after
                + (life.cut() ? ", ended after " + bytes(life.bytes()) : ended(life.end()));
    }

    private String secured(Life.Secured life) {
        return safe(life.version()) + " up" + (life.unchecked() ? ", certificate NOT checked" : "")
                + (life.sent() > 0 ? ", " + bytes(life.sent()) + " sent" : ", nothing asked") + ended(life.end());
    }

    private String responded(Life.Responded life) {
        String when = life.after() < 0 || life.statuses().size() > 1 ? "" : life.packets() ? ", " + glance(life.after()) + " after the request" : " after " + glance(life.after());
        return WebWords.statuses(life, glyphs) + when + ended(life.end());
    }

    private String silent(Life.Silent life) {
        boolean queued = life.place() == Life.Place.QUEUED;
        if (!life.read() && !life.asked() && life.place() != Life.Place.HALF_OPEN) {
            // Whoever only asks if it is up does not want to read of silence first.
            return "connected" + (queued ? ", not accepted" : "") + ", nothing asked: nothing came" + during(life.waited(), " in ");
        }
        String what = queued ? "not accepted, " : life.asked() && life.place() == Life.Place.UNREAD ? "not all read, " : "";
        String came = !life.read() ? "no FIN" : life.asked() ? "no answer" : queued ? "no byte" : "nothing came";
        return (life.place() == Life.Place.HALF_OPEN ? "half open on the server's side: " : "open and silent: " + what) + came
                + during(life.waited(), " in ");
    }

    private String empty(Life.Empty life) {
        if (life.asked()) {
            return "closed" + (!life.packets() || life.after() < 0 ? during(life.after(), " after ")
                    : " " + glance(life.after()) + " after the request") + ", without a byte";
        }
        return "closed" + (life.atOnce() ? " at once" : during(life.after(), " after ")) + ", without a byte";
    }

    private String up(Life.Up life) {
        String asked = life.sent() > 0 ? ", " + bytes(life.sent()) + " sent" : ", nothing asked";
        return "connected" + during(life.handshake(), " in ") + switch (life.place()) {
            case UNKNOWN, UNREAD -> asked + ended(life.end());
            case QUEUED -> ", not accepted when last seen";
            case HALF_OPEN -> ", half open there when last seen";
        };
    }

    private String blocked(Life.Blocked life) {
        return "write blocked" + during(life.waited(), " for ") + (life.bytes() > 0 ? " after " + bytes(life.bytes()) : "");
    }

    private String stalled(Life.Stalled life) {
        if (life.still()) {
            return "not whole" + during(life.waited(), " after ") + ": " + bytes(life.bytes()) + " had come";
        }
        return "silent after " + bytes(life.bytes()) + during(life.waited(), ": nothing more in ");
    }

    private String unacknowledged(Life.Unacknowledged life) {
        return bytes(life.bytes()) + " not acknowledged" + during(life.waited(), " in ") + ", sent again " + Counted.times(life.again());
    }

    private String failed(Life.Failed life) {
        if (life.code() == ErrorCode.FAMILY_MISMATCH) {
            return "source and target are of different families";
        }
        String where = "failed at " + life.stage().label();
        return life.code() == ErrorCode.TIMEOUT ? where + ": deadline passed" + during(life.waited(), " after ")
                : life.code() == ErrorCode.UNKNOWN ? where : where + ": " + life.code().text();
    }

    private String called(Life.Called life) {
        String what = life.read() > 0 && life.written() > 0 ? "served: " + grouped(life.read()) + " bytes read, " + grouped(life.written())
                + " written" : life.read() > 0 ? bytes(life.read()) + " read, none written"
                : life.written() > 0 ? bytes(life.written()) + " written, none read" : "accepted, no bytes";
        return what + ended(life.end());
    }

    private static String foreign(Life.Protocol protocol) {
        return switch (protocol) {
            case TLS_ANSWERED -> "the port speaks TLS, plain bytes were sent";
            case HTTPS_WANTED -> "the port wants HTTPS, plain HTTP was sent";
            case HTTP_ANSWERED -> "the port speaks plain HTTP, TLS was sent";
            case SSH_ANSWERED -> "the port speaks SSH, something else was sent";
            case SMTP_ANSWERED -> "the port speaks SMTP, something else was sent";
            case POSTGRESQL_ANSWERED -> "the port speaks PostgreSQL, something else was sent";
            case REDIS_ANSWERED -> "the port speaks Redis, something else was sent";
            case MYSQL_ANSWERED -> "the port speaks MySQL, something else was sent";
            case TLS_CALLED -> "the client spoke TLS to this plain server";
            case SSH_CALLED -> "the client spoke SSH to this server";
        };
    }

    private static String ended(Life.End end) {
        return switch (end) {
            case IN_ORDER -> ", closed in order";
            case ONE_SIDED -> ", not closed there";
            case NOT_AWAITED -> ", closed";
            case OWN_RESET -> ", left with a reset";
            case PEER_RESET -> ", then reset";
            case OPEN, GIVEN_UP -> "";
        };
    }

    private String during(long nanos, String before) {
        return during(nanos, before, glyphs);
    }

    /// Writes a time behind a word; nothing where it is not known.
    public static String during(long nanos, String before, Glyphs glyphs) {
        return nanos < 0 ? "" : before + Durations.glance(nanos, glyphs);
    }

    private String glance(long nanos) {
        return Durations.glance(nanos, glyphs);
    }

    static String bytes(long count) {
        return Counted.of(count, "byte");
    }

    private static String grouped(long count) {
        return Counted.grouped(count);
    }

    /// Text from outside, safe to print.
    static String safe(String text) {
        return Printable.ascii(text);
    }
}
