package dev.lifeline.file.codec;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.EventKind;
import java.util.ArrayList;
import java.util.List;

/// The line of an event, and the table of the kinds of events: each has one row, in the file of its group.
final class EventRows implements KindTable<EventBody> {

    /// The flat envelope, and the fields of the kind beside it.
    static final CodecRow<TraceEvent> EVENT = new CodecRow<>("event",
            "One observed event, in order of arrival: an envelope, and beside it the fields of its kind.",
            Field.size("seq", "The order of arrival, rising from line to line; never a claim about cause."),
            Field.whole("atNanos", "When: nanoseconds since the origin."),
            Field.word("lane", EnumWords.LANES, "Who observed it."),
            Field.word("evidence", EnumWords.EVIDENCE, null),
            Field.count("connection", "Which connection of its lane, counted from 1; 0 for what belongs to none."),
            Field.count("attempt", "Which attempt of the connection race, counted from 1; 0 for what belongs to none."),
            Field.kind("event", new EventRows(), "What happened.")) {
        @Override
        void write(TraceEvent event, FieldWriter out) {
            out.whole(event.sequence()).whole(event.at()).word(event.lane()).word(event.evidence()).whole(event.connection())
                    .whole(event.attempt()).kind(event.body());
        }

        @Override
        TraceEvent read(FieldReader in) throws LineMistake {
            return new TraceEvent(in.whole(), in.whole(), in.word(), in.word(), in.count(), in.count(), in.kind("event"));
        }
    };

    private EventRows() {
    }

    @Override
    public CodecRow<? extends EventBody> row(EventBody body) {
        return row(body.kind());
    }

    @Override
    public List<CodecRow<? extends EventBody>> rows() {
        return today();
    }

    /// The row of each kind.
    static List<CodecRow<? extends EventBody>> today() {
        List<CodecRow<? extends EventBody>> rows = new ArrayList<>();
        for (EventKind kind : EventKind.values()) {
            rows.add(row(kind));
        }
        return rows;
    }

    private static CodecRow<? extends EventBody> row(EventKind kind) {
        return switch (kind) {
            case STARTED -> StageRows.STARTED;
            case FINISHED -> StageRows.FINISHED;
            case FAILED -> StageRows.FAILED;
            case SKIPPED -> StageRows.SKIPPED;
            case CHUNK_READ -> StreamRows.CHUNK_READ;
            case CHUNK_WRITTEN -> StreamRows.CHUNK_WRITTEN;
            case END_OF_STREAM -> StreamRows.END_OF_STREAM;
            case OUTPUT_SHUT -> StreamRows.OUTPUT_SHUT;
            case SOCKET_OPENED -> LoopRows.SOCKET_OPENED;
            case REGISTERED -> LoopRows.REGISTERED;
            case WOKE -> LoopRows.WOKE;
            case ACCEPT_LOOP_ENDED -> LoopRows.ACCEPT_LOOP_ENDED;
            case ORDERED -> RaceRows.ORDERED;
            case LEFT_OUT -> RaceRows.LEFT_OUT;
            case ABANDONED -> RaceRows.ABANDONED;
            case WON -> RaceRows.WON;
            case HOLD_STARTED -> RunRows.HOLD_STARTED;
            case HOLD_ENDED -> RunRows.HOLD_ENDED;
            case EXPECTATION_CHECKED -> RunRows.EXPECTATION_CHECKED;
            case EVENTS_DROPPED -> RunRows.EVENTS_DROPPED;
            case INTERRUPTED -> RunRows.INTERRUPTED;
            case REMARK -> RunRows.REMARK;
            case ACTOR_JOINED -> PlayRows.ACTOR_JOINED;
            case ACTOR_PLACED -> PlayRows.ACTOR_PLACED;
            case CONNECTION_OWNED -> PlayRows.CONNECTION_OWNED;
            case STEP_STARTED -> PlayRows.STEP_STARTED;
            case STEP_ENDED -> PlayRows.STEP_ENDED;
            case SOCKET_SEEN -> SocketRows.SEEN;
            case SOCKET_GONE -> SocketRows.GONE;
            case LISTENER_SEEN -> SocketRows.LISTENER;
            case COUNTER_ROSE -> KernelRows.COUNTER_ROSE;
            case ROUTE_ANSWERED -> KernelRows.ROUTE_ANSWERED;
            case ROUTE_DISAGREED -> KernelRows.ROUTE_DISAGREED;
            case DESCRIPTOR_FOUND -> SocketRows.DESCRIPTOR;
            case SYN_SAVED -> KernelRows.SYN_SAVED;
            case ERROR_ORIGIN -> KernelRows.ERROR_ORIGIN;
            case EVIDENCE_LOST -> KernelRows.EVIDENCE_LOST;
            case CLOCK_STEPPED -> KernelRows.CLOCK_STEPPED;
            case SEGMENT_SEEN -> PacketRows.SEGMENT;
            case ERROR_SEEN -> PacketRows.ERROR;
        };
    }
}
