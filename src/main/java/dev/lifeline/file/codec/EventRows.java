package dev.lifeline.file.codec;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.HoldEvent;
import dev.lifeline.model.event.HttpEvent;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.PacketEvent;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.model.event.RaceEvent;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.model.event.TlsEvent;
import java.util.ArrayList;
import java.util.List;

/// The line of an event, and the table of the kinds of events: each has one row, in the file of its group.
final class EventRows implements KindTable<EventBody> {

    /// The flat envelope, and the fields of the kind beside it.
    static final CodecRow<TraceEvent> EVENT = CodecRow.named("event",
            "One observed event, in order of arrival: an envelope, and beside it the fields of its kind.",
            Field.size("seq", "The order of arrival, rising from line to line; never a claim about cause."),
            Field.whole("atNanos", "When: nanoseconds since the origin."),
            Field.word("lane", EnumWords.LANES, "Who observed it."),
            Field.word("evidence", EnumWords.EVIDENCE, null),
            Field.count("connection", "Which connection of its lane, counted from 1; 0 for what belongs to none."),
            Field.count("attempt", "Which attempt of the connection race, counted from 1; 0 for what belongs to none."),
            Field.kind("event", new EventRows(), "What happened."))
            .of((event, out) -> out.whole(event.sequence()).whole(event.at()).word(event.lane()).word(event.evidence())
                            .whole(event.connection()).whole(event.attempt()).kind(event.body()),
                    in -> new TraceEvent(in.whole(), in.whole(), in.word(), in.word(), in.count(), in.count(), in.kind("event")));

    private EventRows() {
    }

    @Override
    public CodecRow<? extends EventBody> row(EventBody body) {
        return switch (body.group()) {
            case STAGE -> StageRows.row(((StageEvent) body).kind());
            case STREAM -> StreamRows.row(((StreamEvent) body).kind());
            case LOOP -> LoopRows.row(((LoopEvent) body).kind());
            case RACE -> RaceRows.row(((RaceEvent) body).kind());
            case HOLD -> RunRows.row(((HoldEvent) body).kind());
            case RUN -> RunRows.row(((RunEvent) body).kind());
            case PLAY -> PlayRows.row(((PlayEvent) body).kind());
            case KERNEL -> KernelRows.row(((KernelEvent) body).kind());
            case PACKET -> PacketRows.row(((PacketEvent) body).kind());
            case TLS -> TlsRows.row(((TlsEvent) body).kind());
            case HTTP -> HttpRows.row(((HttpEvent) body).kind());
        };
    }

    @Override
    public List<CodecRow<? extends EventBody>> rows() {
        return today();
    }

    /// The rows of all kinds.
    static List<CodecRow<? extends EventBody>> today() {
        List<CodecRow<? extends EventBody>> rows = new ArrayList<>();
        for (StageEvent.Kind kind : StageEvent.Kind.values()) {
            rows.add(StageRows.row(kind));
        }
        for (StreamEvent.Kind kind : StreamEvent.Kind.values()) {
            rows.add(StreamRows.row(kind));
        }
        for (LoopEvent.Kind kind : LoopEvent.Kind.values()) {
            rows.add(LoopRows.row(kind));
        }
        for (RaceEvent.Kind kind : RaceEvent.Kind.values()) {
            rows.add(RaceRows.row(kind));
        }
        for (HoldEvent.Kind kind : HoldEvent.Kind.values()) {
            rows.add(RunRows.row(kind));
        }
        for (RunEvent.Kind kind : RunEvent.Kind.values()) {
            rows.add(RunRows.row(kind));
        }
        for (PlayEvent.Kind kind : PlayEvent.Kind.values()) {
            rows.add(PlayRows.row(kind));
        }
        for (KernelEvent.Kind kind : KernelEvent.Kind.values()) {
            rows.add(KernelRows.row(kind));
        }
        for (PacketEvent.Kind kind : PacketEvent.Kind.values()) {
            rows.add(PacketRows.row(kind));
        }
        for (TlsEvent.Kind kind : TlsEvent.Kind.values()) {
            rows.add(TlsRows.row(kind));
        }
        for (HttpEvent.Kind kind : HttpEvent.Kind.values()) {
            rows.add(HttpRows.row(kind));
        }
        return rows;
    }
}
