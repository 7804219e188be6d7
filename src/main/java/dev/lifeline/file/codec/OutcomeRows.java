package dev.lifeline.file.codec;

import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.OutcomeKind;
import java.util.ArrayList;
import java.util.List;

/// The table of the kinds of outcomes, and the object in which they stand.
final class OutcomeRows implements KindTable<Outcome> {

    private static final Field LOCAL = Field.endpoint("local", null);
    private static final Field REMOTE = Field.endpoint("remote", null);

    static final Field STATUS = Field.count("status", "Three digits.");
    static final Field REASON = Field.text("reason", "The words behind the status; may be empty.");
    static final Field FRAMING = Field.word("framing", EnumWords.FRAMINGS, null);
    static final Field HEAD_BYTES = Field.size("headBytes", "Bytes of the head.");
    static final Field BODY_BYTES = Field.size("bodyBytes", "Bytes of the content of the body.");

    static final CodecRow<Outcome.Answers> ANSWERS = CodecRow.named("answers", "A look-up gave addresses.",
            Field.word("answeredBy", EnumWords.LOOKUP_SOURCES, null),
            Field.texts("addresses", "Numeric addresses in the order in which the system gave them."),
            Field.texts("javaOrder", "The order in which plain Java would hand them out."),
            Field.text("canonical", "The canonical name; left out where it is not known.").optional(),
            Field.text("searchDomain", "The domain that the resolver put behind the name; left out where none is known.").optional(),
            Field.word("pending", EnumWords.FAMILIES, "The family that was asked for apart and had not answered; left out where none "
                    + "was.").optional())
            .of((found, out) -> out.word(found.source()).texts(found.addresses()).texts(found.javaOrder()).text(found.canonical())
                            .text(found.searchDomain()).word(found.pending()),
                    in -> new Outcome.Answers(in.word(), in.texts(), in.texts(), in.text(), in.text(), in.word()));

    static final CodecRow<Outcome.RouteChosen> ROUTE_CHOSEN = CodecRow.named("route-chosen",
            "The operating system chose a way to a destination.",
            Field.endpoint("destination", "Where to."),
            Field.endpoint("source", "The local address that would be used."),
            Field.text("device", "The interface that has that address, in recordings of older versions; the route may go through another.").optional(),
            Field.count("mtuBytes", "The maximum transmission unit of that interface; 0 where it is not known."))
            .of((found, out) -> out.endpoint(found.destination()).endpoint(found.source()).text(found.device()).whole(found.mtu()),
                    in -> new Outcome.RouteChosen(in.endpoint(), in.endpoint(), in.text(), in.count()));

    static final CodecRow<Outcome.Bound> BOUND = CodecRow.named("bound", "A socket got its local address.", LOCAL)
            .of((found, out) -> out.endpoint(found.local()),
                    in -> new Outcome.Bound(in.endpoint()));

    static final CodecRow<Outcome.Listening> LISTENING = CodecRow.named("listening", "A socket got its local address and listens.",
            LOCAL,
            Field.count("backlog", "The length asked for of the accept queue; the kernel may use less."))
            .of((found, out) -> out.endpoint(found.local()).whole(found.backlog()),
                    in -> new Outcome.Listening(in.endpoint(), in.count()));

    static final CodecRow<Outcome.Connected> CONNECTED = CodecRow.named("connected",
            "The client's connect returned.", LOCAL, REMOTE)
            .of((found, out) -> out.tuple(found.tuple()),
                    in -> new Outcome.Connected(in.tuple()));

    static final CodecRow<Outcome.Accepted> ACCEPTED = CodecRow.named("accepted", "The server's accept returned a connection.",
            LOCAL, REMOTE,
            Field.size("wakeUp", "Which wake-up of the event loop brought it, counted from 1; 0 where the server has no loop."),
            Field.count("position", "The how-many-eth accept of that wake-up, counted from 1."))
            .of((found, out) -> out.tuple(found.tuple()).whole(found.wakeUp()).whole(found.position()),
                    in -> new Outcome.Accepted(in.tuple(), in.whole(), in.count()));

    static final CodecRow<Outcome.Taken> TAKEN = CodecRow.named("taken",
            "A worker took the connection from the queue of its program.",
            LoopRows.WORKER, LoopRows.BUSY, LoopRows.WORKERS)
            .of((found, out) -> out.whole(found.worker()).whole(found.busy()).whole(found.workers()),
                    in -> new Outcome.Taken(in.count(), in.count(), in.count()));

    static final CodecRow<Outcome.Handled> HANDLED = CodecRow.named("handled",
            "A server's program worked on a request until it had the answer.",
            Field.whole("cpuNanos", "CPU time that its thread used; -1 where that was not measured."),
            Field.endpoint("asked", "The server that it waited for; left out where there was none.").optional())
            .of((found, out) -> out.whole(found.cpu()).endpoint(found.asked()),
                    in -> new Outcome.Handled(in.whole(), in.endpoint()));

    static final CodecRow<Outcome.Secured> SECURED = CodecRow.named("secured", "The TLS handshake is complete for this side.",
            Field.text("tlsVersion", "The version that both sides agreed on."),
            Field.text("suite", "The cipher suite."),
            Field.text("protocol", "The application protocol agreed on (ALPN); left out where there is none.").optional(),
            Field.text("serverName", "The name that the client asked for (SNI); left out where it asked for none.").optional(),
            Field.flag("resumed", "Whether an earlier session went on: then no certificate was shown."),
            Field.size("waitingNanos", "How long this side waited for bytes of the other."),
            Field.size("computingNanos", "How long this side computed."))
            .of((found, out) -> out.text(found.version()).text(found.suite()).text(found.alpn()).text(found.serverName())
                            .flag(found.resumed()).whole(found.waiting()).whole(found.computing()),
                    in -> new Outcome.Secured(in.text(), in.text(), in.text(), in.text(), in.flag(), in.whole(), in.whole()));

    static final CodecRow<Outcome.Requested> REQUESTED = CodecRow.named("requested", "An HTTP request is whole.",
            Field.text("method", "Its method."),
            Field.text("requestTarget", "Its target, cut where it is long."),
            Field.size("messageBytes", "Bytes of head and body as they cross."))
            .of((found, out) -> out.text(found.method()).text(found.target()).whole(found.bytes()),
                    in -> new Outcome.Requested(in.text(), in.text(), in.whole()));

    static final CodecRow<Outcome.Responded> RESPONDED = CodecRow.named("responded", "An HTTP response is whole.",
            STATUS, REASON, FRAMING, HEAD_BYTES, BODY_BYTES,
            Field.flag("keepsAlive", "Whether the connection can take another request, by what the response says."))
            .of((found, out) -> out.whole(found.status()).text(found.reason()).word(found.framing()).whole(found.headBytes())
                            .whole(found.bodyBytes()).flag(found.keepsAlive()),
                    in -> new Outcome.Responded(in.count(), in.text(), in.word(), in.whole(), in.whole(), in.flag()));

    static final CodecRow<Outcome.Moved> MOVED = CodecRow.named("moved", "Bytes crossed between program and kernel.",
            Field.object("bytes", ValueRows.BYTES, null),
            Field.count("chunks", "In how many calls; says nothing about packets."),
            Field.word("ending", EnumWords.ENDINGS, null))
            .of((found, out) -> out.object(found.bytes()).whole(found.chunks()).word(found.ending()),
                    in -> new Outcome.Moved(in.object(), in.count(), in.word()));

    static final CodecRow<Outcome.Closed> CLOSED = CodecRow.named("closed", "This side's socket is closed.",
            Field.word("how", EnumWords.CLOSE_KINDS, null),
            Field.word("first", EnumWords.LANES, "The side whose end of stream came first; left out where that is not known.")
                    .optional(),
            Field.size("readBytes", "Bytes read from the peer over the whole life."),
            Field.size("writtenBytes", "Bytes that the kernel took from this side over the whole life."))
            .of((found, out) -> out.word(found.how()).word(found.first()).whole(found.read()).whole(found.written()),
                    in -> new Outcome.Closed(in.word(), in.word(), in.whole(), in.whole()));

    /// The object in the line of a finished stage.
    static final CodecRow<Outcome> OUTCOME = CodecRow.named("outcome", "What a stage that finished has found out.",
            Field.kind("kind", new OutcomeRows(), "Of what kind."))
            .of((outcome, out) -> out.kind(outcome),
                    in -> in.kind("outcome"));

    private OutcomeRows() {
    }

    @Override
    public CodecRow<? extends Outcome> row(Outcome outcome) {
        return row(outcome.kind());
    }

    @Override
    public List<CodecRow<? extends Outcome>> rows() {
        List<CodecRow<? extends Outcome>> rows = new ArrayList<>();
        for (OutcomeKind kind : OutcomeKind.values()) {
            rows.add(row(kind));
        }
        return rows;
    }

    private static CodecRow<? extends Outcome> row(OutcomeKind kind) {
        return switch (kind) {
            case ANSWERS -> ANSWERS;
            case ROUTE_CHOSEN -> ROUTE_CHOSEN;
            case BOUND -> BOUND;
            case LISTENING -> LISTENING;
            case CONNECTED -> CONNECTED;
            case ACCEPTED -> ACCEPTED;
            case TAKEN -> TAKEN;
            case MOVED -> MOVED;
            case HANDLED -> HANDLED;
            case SECURED -> SECURED;
            case REQUESTED -> REQUESTED;
            case RESPONDED -> RESPONDED;
            case CLOSED -> CLOSED;
        };
    }
}
