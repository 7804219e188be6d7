package dev.lifeline.wording.step;

import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketSnapshot;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Target;
import dev.lifeline.text.Counted;
import dev.lifeline.text.Glyphs;
import dev.lifeline.text.Printable;
import dev.lifeline.text.Quoted;
import dev.lifeline.wording.SocketWords;

/// Stops in words: where a program stands, and what it does next. Safe to print.
public final class StopWords {

    /// Why a lane is held, in the recording of a walk.
    public static final String REASON = "stopped in trace step";

    /// A read where the last look found bytes.
    public static final String READ_READY = "read(): takes the bytes that lie there";

    /// A tenth of a millisecond, in nanoseconds.
    private static final long TENTH = 100_000;

    private StopWords() {
    }

    /// Writes where a program stands: `before accept, server`.
    ///
    /// @param actor the name in a scenario, or `null`
    /// @param connection its number where there are several; 0 otherwise
    public static String place(Stage stage, boolean after, Lane lane, String actor, int connection) {
        return (after ? "after " : "before ") + stage.label() + ", " + (actor == null ? lane.label() : Printable.ascii(actor))
                + (connection > 0 ? ", connection " + connection : "");
    }

    /// Writes the same as a sentence: `the server stands before accept`.
    ///
    /// @param actor the name in a scenario, or `null`
    /// @param connection its number where there are several; 0 otherwise
    public static String stands(Stage stage, boolean after, Lane lane, String actor, int connection) {
        return (actor == null ? "the " + lane.label() : Printable.ascii(actor)) + (connection > 0 ? ", connection " + connection + "," : "")
                + (after ? " has ended " + stage.label() + ", and stands behind it" : " stands before " + stage.label());
    }

    /// Writes what the program does when it goes on: the call, and what that does.
    ///
    /// @param target what the person asked for
    public static String next(Stage stage, boolean after, Lane lane, Target target) {
        if (after) {
            return "the program goes on behind " + stage.label();
        }
        return switch (stage) {
            case LOOKUP -> "getaddrinfo(" + Quoted.typed(target.host()) + "): the name becomes addresses";
            case ROUTE -> "the kernel is asked for the way: interface and source address; no packet";
            case BIND -> lane == Lane.SERVER ? "bind() and listen(): from then on the kernel answers SYNs"
                    : "bind(): the socket gets its local address";
            case CONNECT -> "connect(): the kernel sends the SYN and waits for an answer";
            case ACCEPT -> "accept(): the program takes the connection out of the queue";
            case WORKER_QUEUE -> "the connection waits for a worker of the server's pool";
            case TLS -> "the TLS handshake: both sides agree on keys, and the client checks who the server is";
            case REQUEST -> lane == Lane.SERVER ? "read(): takes bytes until the request is whole" : "write(): the request goes to this side's kernel";
            case WRITE -> "write(): bytes go to this side's kernel";
            case FIRST_BYTE -> "read(): waits until the first byte is there, and takes it";
            case DATA -> "read(): takes more bytes, or finds the end of the stream";
            case HANDLER -> "the handler works on the request, before it answers";
            case RESPONSE -> lane == Lane.SERVER ? "write(): the response goes to this side's kernel" : "read(): takes bytes until the response is whole";
            case IDLE -> "waits, and nothing is to move";
            case PROTOCOL -> "looks at what the bytes mean";
            case CLOSE -> "shutdown() and close(): this side ends its stream";
            case HANDSHAKE, ACCEPT_QUEUE -> "the kernel does it";
        };
    }

    /// Writes what the last look found of one end: `ESTABLISHED, not accepted, 5 bytes unread`.
    public static String socket(SocketSnapshot socket, Lane end) {
        return SocketWords.brief(socket, SocketWords.waits(socket, end) && !socket.state().halfOpen());
    }

    /// Writes that a value of the kernel was found changed: between two looks, for when it changed nobody saw. The moments are rounded so
    /// that the change lies between them.
    ///
    /// @param was what the look before showed; `null` where there was none
    /// @param is what the look showed that found it changed
    /// @param before when the look before was, in nanoseconds from the beginning
    /// @param after when the other look was
    /// @param room columns; where they are too few, it is not said that looks are meant
    public static String changed(String was, String is, long before, long after, int room, Glyphs glyphs) {
        if (was == null) {
            return is + " at the first look, " + tenths(after, true) + " ms";
        }
        String change = was + " " + glyphs.arrow() + " " + is;
        String moments = tenths(before, false) + " and " + tenths(after, true) + " ms";
        String words = change + ", between looks at " + moments;
        return words.length() <= room ? words : change + " between " + moments;
    }

    private static String tenths(long nanos, boolean up) {
        long tenths = up ? Math.ceilDiv(nanos, TENTH) : Math.floorDiv(nanos, TENTH);
        return (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
    }

    /// Writes that an end is in the kernel's table no more.
    public static String gone(SocketState last) {
        return "gone from the table, last seen in " + last.label();
    }

    /// Writes the same of one whose program has not read everything.
    public static String readable(long bytes) {
        return "gone from the table; " + Counted.of(bytes, "byte") + " can still be read";
    }
}
