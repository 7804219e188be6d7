package dev.lifeline.analysis;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.protocol.ProtocolSign;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// One side of one connection: when its events were, and what it got done. Filled by [EventSorter], and not changed after that.
///
/// All times are nanoseconds since the origin.
public final class ConnectionSide {

    private static final Outcome[] NOTHING = new Outcome[Stage.values().length];

    // Made when they are needed: of many connections there are many sides, and the kernel's have none of these.
    private Outcome[] finished = NOTHING;
    private int skipped;
    private Set<Integer> abandoned = Set.of();
    private Map<Integer, Endpoint> sources = Map.of();
    private List<Endpoint> candidates = List.of();
    private FourTuple tuple;
    private int winner;
    private long chunksRead;
    private long chunksWritten;
    private long movedIn;
    private long movedOut;
    private long readByClose;
    private boolean shut;
    private boolean filtered;
    private boolean tls;
    private long closing = Long.MAX_VALUE;
    private long firstRead = -1;
    private long lastRead = -1;
    private long pause;
    private long beforePause;
    private ProtocolSign heard;
    private ProtocolSign said;
    private long first = -1;
    private long last;

    /// Takes note of any event.
    void saw(long at) {
        first = first < 0 ? at : first;
        last = at;
    }

    void finish(Stage stage, int attempt, Outcome outcome) {
        finished = finished == NOTHING ? new Outcome[NOTHING.length] : finished;
        finished[stage.ordinal()] = outcome;
        // An expression, so that the compiler asks what a new kind of outcome means here: its value is the four-tuple from now on.
        tuple = switch (outcome.kind()) {
            case CONNECTED -> connected(attempt, ((Outcome.Connected) outcome).tuple());
            case ACCEPTED -> ((Outcome.Accepted) outcome).tuple();
            case MOVED -> moved(stage, ((Outcome.Moved) outcome).bytes());
            case CLOSED -> closed((Outcome.Closed) outcome);
            case ROUTE_CHOSEN -> routed(attempt, ((Outcome.RouteChosen) outcome).source());
            case ANSWERS, BOUND, LISTENING, TAKEN, HANDLED, SECURED, RESPONDED -> tuple;
            case REQUESTED -> requested();
        };
    }

    private FourTuple connected(int attempt, FourTuple own) {
        winner = attempt;
        return own;
    }

    private FourTuple closed(Outcome.Closed closed) {
        readByClose = Math.max(0, closed.read() - movedIn);
        movedIn = Math.max(movedIn, closed.read());
        movedOut = Math.max(movedOut, closed.written());
        return tuple;
    }

    private FourTuple routed(int attempt, Endpoint source) {
        sources = sources.isEmpty() ? new HashMap<>() : sources;
        sources.put(attempt, source);
        return tuple;
    }

    private FourTuple moved(Stage stage, Bytes bytes) {
        if (stage == Stage.WRITE) {
            said = movedOut == 0 ? bytes.sign() : said;
            movedOut += bytes.count();
        } else if (stage != Stage.RESPONSE) {
            // What came of a response that cannot be read came with its first byte, too.
            movedIn += bytes.count();
        }
        return tuple;
    }

    private FourTuple requested() {
        said = said == null ? ProtocolSign.HTTP_REQUEST : said;
        return tuple;
    }

    void skip(Stage stage) {
        skipped |= 1 << stage.ordinal();
    }

    void abandon(int attempt) {
        abandoned = abandoned.isEmpty() ? new HashSet<>() : abandoned;
        abandoned.add(attempt);
    }

    void win(int attempt) {
        winner = attempt;
    }

    void order(List<Endpoint> inOrder) {
        candidates = inOrder;
    }

    void join(List<Endpoint> more) {
        candidates = new ArrayList<>(candidates);
        candidates.addAll(more);
    }

    void closing(long at) {
        closing = at;
    }

    void shut() {
        shut = true;
    }

    void tls() {
        tls = true;
    }

    void filtered() {
        filtered = true;
    }

    void chunkRead(long at, Bytes bytes) {
        heard = firstRead < 0 ? bytes.sign() : heard;
        firstRead = firstRead < 0 ? at : firstRead;
        if (lastRead >= 0 && at - lastRead > pause) {
            pause = at - lastRead;
            beforePause = chunksRead;
        }
        lastRead = at;
        chunksRead += bytes.count();
    }

    void chunkWritten(long bytes) {
        chunksWritten += bytes;
    }

    /// The time of its first event; -1 where it has none.
    public long first() {
        return first;
    }

    /// The time of its last event; 0 where it has none.
    public long last() {
        return last;
    }

    /// The time at which its first read returned bytes; -1 where none did.
    long firstRead() {
        return firstRead;
    }

    /// The time at which its last read returned bytes; -1 where none did.
    public long lastRead() {
        return lastRead;
    }

    /// The longest time between two reads that returned bytes, in nanoseconds; 0 where there were not two.
    public long pause() {
        return pause;
    }

    /// Bytes that it had read before that.
    public long beforePause() {
        return beforePause;
    }

    /// The protocol that the first bytes it read show; `null` where they show none.
    public ProtocolSign heard() {
        return heard;
    }

    /// The protocol that the first bytes it wrote show, where the write had its stage; `null` where they show none.
    public ProtocolSign said() {
        return said;
    }

    /// Says if it spoke TLS, or tried to: what crossed shows no protocol by itself then.
    public boolean spokeTls() {
        return tls;
    }

    /// Says if a stage ended well or had nothing to do, bytes moved, or a race was run.
    boolean progressed() {
        return finished != NOTHING || skipped != 0 || chunksWritten > 0 || firstRead >= 0 || winner > 0 || !abandoned.isEmpty()
                || !candidates.isEmpty();
    }

    /// The source address that the kernel chose for an attempt, without a port; `null` where the route was not asked for.
    public Endpoint source(int attempt) {
        return sources.get(attempt);
    }

    /// Says if the stage finished, or had nothing to do.
    public boolean passed(Stage stage) {
        return finished[stage.ordinal()] != null || (skipped & 1 << stage.ordinal()) != 0;
    }

    /// The outcome of the stage, or `null` where it did not finish.
    public Outcome outcome(Stage stage) {
        return finished[stage.ordinal()];
    }

    /// The connection as this side sees it, or `null` before it existed.
    public FourTuple tuple() {
        return tuple;
    }

    /// Says if the connection's two ends are one socket: its source port was its destination port, and nobody listened there
    /// (RFC 9293 section 3.5, simultaneous open).
    public boolean withItself() {
        return tuple != null && tuple.withItself();
    }

    /// The attempt that won the race; 0 where there was none, or nobody won.
    public int winner() {
        return winner;
    }

    /// Says if the failure of this attempt is part of a race that another attempt won, or that was given up.
    public boolean superseded(int attempt) {
        return attempt > 0 && attempt != winner && (winner > 0 || tuple != null);
    }

    /// Says if a failure is one of this connection: not so that of a stage that was stopped, or of an attempt that lost.
    public boolean counts(ErrorCode code, int attempt) {
        boolean aftermath = code == ErrorCode.UNKNOWN && gaveUp(attempt);
        return code != ErrorCode.INTERRUPTED && !aftermath && !superseded(attempt);
    }

    /// Says if a rule of the race gave this attempt up.
    public boolean gaveUp(int attempt) {
        return abandoned.contains(attempt);
    }

    /// The destination of this attempt of the race, or `null` where that is not recorded.
    public Endpoint candidate(int attempt) {
        return attempt > 0 && attempt <= candidates.size() ? candidates.get(attempt - 1) : null;
    }

    /// Says if its own program had its socket throw away what came, at some time.
    public boolean wasFiltered() {
        return filtered;
    }

    /// Says if this side ended its stream.
    public boolean hasShut() {
        return shut;
    }

    /// Bytes read. Chunks may have been dropped from a full recorder, so the stages' own counts are looked at too.
    public long read() {
        return Math.max(chunksRead, movedIn);
    }

    /// Bytes that the close read, while it waited for the end of the other's stream.
    public long readByClose() {
        return readByClose;
    }

    /// Bytes that the kernel took.
    public long written() {
        return Math.max(chunksWritten, movedOut);
    }

    /// The outcome of a close that this side had begun by then; `null` where it had not, or never closed.
    ///
    /// @param at nanoseconds since the origin
    public Outcome.Closed closedBy(long at) {
        return closing <= at && finished[Stage.CLOSE.ordinal()] instanceof Outcome.Closed closed ? closed : null;
    }

    /// Says if the wait for bytes ended because nothing came.
    public boolean quiet() {
        return endedWith(Ending.QUIET);
    }

    /// Says if the wait for bytes ended because the other end had ended its stream, without a byte.
    public boolean endedEmpty() {
        return endedWith(Ending.END_OF_STREAM);
    }

    private boolean endedWith(Ending how) {
        return finished[Stage.FIRST_BYTE.ordinal()] instanceof Outcome.Moved moved && moved.ending() == how && read() == 0;
    }
}
