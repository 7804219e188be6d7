package dev.lifeline.file.codec;

import dev.lifeline.file.codec.value.LineMistake;
import dev.lifeline.model.Target;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.SourcePart;
import dev.lifeline.model.TraceHeader.SourceStatus;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.event.EventBody;
import dev.lifeline.model.event.KernelEvent;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.LossKind;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.SocketPurpose;
import dev.lifeline.model.socket.Interest;
import dev.lifeline.model.walk.StepEnding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The line of an event of version 1, which told in sentences what version 2 tells in fields: whose a connection is, the steps of a
/// play, how evidence was lost. This is the one place that knows those sentences; they never change any more. One is for one
/// recording.
public final class Version1 extends CodecRow<TraceEvent> {

    private static final String BEFORE_OWNER = "this connection is ";
    private static final String AFTER_OWNER = "'s";
    private static final String STEP = "step ";

    private static final CodecRow<EventBody> SOCKET_OPENED = new OldRow("socket-opened", Field.text("purpose", null)) {
        @Override
        EventBody read(FieldReader in) throws LineMistake {
            return opened(in.text());
        }
    };

    private static final CodecRow<EventBody> REGISTERED = new OldRow("registered", Field.text("interest", null)) {
        @Override
        EventBody read(FieldReader in) throws LineMistake {
            return registered(in.text());
        }
    };

    private static final CodecRow<EventBody> EVIDENCE_LOST = new OldRow("evidence-lost", Field.text("evidenceSource", null),
            Field.size("count", null).optional(-1), Field.text("reason", null)) {
        @Override
        EventBody read(FieldReader in) throws LineMistake {
            return lost(in.text(), in.whole(), in.text());
        }
    };

    private static final CodecRow<SourceStatus> SOURCE = new CodecRow<>("evidenceSource", null, Field.text("name", null),
            Field.flag("available", null), Field.text("reason", null)) {
        @Override
        void write(SourceStatus source, FieldWriter out) {
            throw new UnsupportedOperationException("version 1 is not written any more");
        }

        @Override
        SourceStatus read(FieldReader in) throws LineMistake {
            String name = in.text();
            boolean available = in.flag();
            String reason = in.text();
            return !available && reason.equals(SourcePart.NOT_ASKED_FOR.label()) ? SourceStatus.notAskedFor(name)
                    : new SourceStatus(name, available, reason);
        }
    };

    /// The first line: the target was one text, and a scenario had a line of its own, which is passed over.
    private static final CodecRow<TraceHeader> HEADER = new CodecRow<>("header", null,
            Field.word("format", EnumWords.FORMATS, null),
            Field.range("version", 1, 1, null),
            Field.text("tool", null),
            Field.text("target", null),
            Field.word("mode", EnumWords.MODES, null),
            Field.time("origin", null),
            Field.text("clock", null),
            Field.count("connections", null),
            Field.namedTexts("host", null),
            Field.objects("sources", SOURCE, null),
            Field.objects("plan", HeaderRows.PLANNED, null)) {
        @Override
        void write(TraceHeader header, FieldWriter out) {
            throw new UnsupportedOperationException("version 1 is not written any more");
        }

        @Override
        TraceHeader read(FieldReader in) throws LineMistake {
            in.<HeaderRows.Format>word();
            in.whole();
            String tool = in.text();
            Target target = Target.of(in.text());
            TraceHeader.Mode mode = in.word();
            Instant origin = in.time();
            String clock = in.text();
            int connections = in.count();
            Map<String, String> host = in.namedTexts();
            List<SourceStatus> sources = in.objects();
            return new TraceHeader(tool, target, mode, origin, clock, host, sources, in.objects(), connections);
        }
    };

    private final List<PlayEvent.StepStarted> steps = new ArrayList<>();

    /// The row of the first line.
    public static CodecRow<TraceHeader> header() {
        return HEADER;
    }

    public Version1() {
        super("event", null, fields(EventRows.EVENT.fields()));
    }

    /// The envelope is that of today.
    private static Field[] fields(Field[] today) {
        Field[] fields = today.clone();
        fields[fields.length - 1] = Field.kind("event", new Kinds(), null);
        return fields;
    }

    @Override
    void write(TraceEvent event, FieldWriter out) {
        throw new UnsupportedOperationException("version 1 is not written any more");
    }

    @Override
    TraceEvent read(FieldReader in) throws LineMistake {
        TraceEvent event = EventRows.EVENT.read(in);
        return event.body() instanceof RunEvent.Remark remark ? new TraceEvent(event.sequence(), event.at(), event.lane(),
                event.evidence(), event.connection(), event.attempt(), meant(remark)) : event;
    }

    /// Rows that are made like today's, but for these.
    private static final class Kinds implements KindTable<EventBody> {

        @Override
        public CodecRow<? extends EventBody> row(EventBody body) {
            throw new UnsupportedOperationException("version 1 is not written any more");
        }

        @Override
        public List<CodecRow<? extends EventBody>> rows() {
            List<CodecRow<? extends EventBody>> rows = new ArrayList<>();
            for (CodecRow<? extends EventBody> row : EventRows.today()) {
                rows.add(switch (row.name()) {
                    case "socket-opened" -> SOCKET_OPENED;
                    case "registered" -> REGISTERED;
                    case "evidence-lost" -> EVIDENCE_LOST;
                    default -> row;
                });
            }
            return rows;
        }
    }

    private abstract static class OldRow extends CodecRow<EventBody> {

        OldRow(String name, Field... fields) {
            super(name, null, fields);
        }

        @Override
        final void write(EventBody body, FieldWriter out) {
            throw new UnsupportedOperationException("version 1 is not written any more");
        }
    }

    private EventBody meant(RunEvent.Remark remark) {
        String text = remark.text();
        if (text.startsWith(BEFORE_OWNER) && text.endsWith(AFTER_OWNER)
                && text.length() > BEFORE_OWNER.length() + AFTER_OWNER.length()) {
            String owner = text.substring(BEFORE_OWNER.length(), text.length() - AFTER_OWNER.length());
            return new PlayEvent.ConnectionOwned(owner, null, false);
        }
        String begun = STEP + (steps.size() + 1) + ": ";
        if (text.startsWith(begun)) {
            PlayEvent.StepStarted step = started(steps.size() + 1, text.substring(begun.length()));
            if (step != null) {
                steps.add(step);
                return step;
            }
        }
        for (PlayEvent.StepStarted step : steps) {
            EventBody ended = ended(step, text);
            if (ended != null) {
                return ended;
            }
        }
        return remark;
    }

    /// The words `client connect`, or `client connect (label)`; `null` for others.
    private static PlayEvent.StepStarted started(int number, String words) {
        int space = words.indexOf(' ');
        if (space <= 0) {
            return null;
        }
        int label = words.endsWith(")") ? words.indexOf(" (", space + 1) : -1;
        String action = label < 0 ? words.substring(space + 1) : words.substring(space + 1, label);
        return new PlayEvent.StepStarted(number, words.substring(0, space), action,
                label < 0 ? null : words.substring(label + 2, words.length() - 1));
    }

    /// The end of a step, where something was said of it; `null` for other words.
    private static EventBody ended(PlayEvent.StepStarted step, String text) {
        String title = STEP + step.number() + ": " + step.actor() + " " + step.action();
        if (!text.startsWith(title)) {
            return null;
        }
        String rest = text.substring(title.length());
        for (StepEnding ending : StepEnding.values()) {
            String words = switch (ending) {
                case DONE -> null;
                case NOT_DONE -> " could not be done: ";
                case INTERRUPTED -> " was interrupted";
                case BROKEN -> " broke: ";
            };
            boolean whole = ending == StepEnding.INTERRUPTED;
            if (words != null && (whole ? rest.equals(words) : rest.startsWith(words))) {
                return new PlayEvent.StepEnded(step.number(), step.actor(), step.action(), ending,
                        whole ? null : rest.substring(words.length()));
            }
        }
        return null;
    }

    /// Only words that no version of this program has written become a remark.
    private static EventBody opened(String purpose) {
        for (SocketPurpose each : SocketPurpose.values()) {
            if (each.label().equals(purpose)) {
                return new LoopEvent.SocketOpened(each);
            }
        }
        return new RunEvent.Remark("a socket was opened: " + purpose);
    }

    private static EventBody registered(String interest) {
        for (Interest each : Interest.values()) {
            if (each.label().equals(interest)) {
                return new LoopEvent.Registered(each);
            }
        }
        return new RunEvent.Remark("the loop asked to be woken: " + interest);
    }

    private static EventBody lost(String source, long count, String reason) {
        LossKind loss = reason.startsWith("captured, but not attributed") ? LossKind.NOT_ATTRIBUTED
                : reason.endsWith("counted, not kept") ? LossKind.NOT_KEPT : LossKind.MISSED;
        return new KernelEvent.EvidenceLost(source, count, loss, reason);
    }
}
