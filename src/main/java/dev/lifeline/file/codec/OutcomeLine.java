package dev.lifeline.file.codec;

import dev.lifeline.file.LineMistake;
import dev.lifeline.model.event.Outcome;

/// The object in the line of a finished stage that says what the stage found out.
final class OutcomeLine {

    private OutcomeLine() {
    }

    static void write(Outcome outcome, FieldWriter out) {
        out.start(Field.OUTCOME);
        switch (outcome) {
            case Outcome.Answers found -> {
                out.text(Field.KIND, "answers");
                out.text(Field.ANSWERED_BY, found.source().label());
                out.texts(Field.ADDRESSES, found.addresses());
                out.texts(Field.JAVA_ORDER, found.javaOrder());
                out.text(Field.CANONICAL, found.canonical());
            }
            case Outcome.RouteChosen found -> {
                out.text(Field.KIND, "route-chosen");
                out.endpoint(Field.DESTINATION, found.destination());
                out.endpoint(Field.SOURCE, found.source());
                out.text(Field.DEVICE, found.device());
                out.whole(Field.MTU_BYTES, found.mtu());
            }
            case Outcome.Bound found -> {
                out.text(Field.KIND, "bound");
                out.endpoint(Field.LOCAL, found.local());
            }
            case Outcome.Listening found -> {
                out.text(Field.KIND, "listening");
                out.endpoint(Field.LOCAL, found.local());
                out.whole(Field.BACKLOG, found.backlog());
            }
            case Outcome.Connected found -> {
                out.text(Field.KIND, "connected");
                out.tuple(found.tuple());
            }
            case Outcome.Accepted found -> {
                out.text(Field.KIND, "accepted");
                out.tuple(found.tuple());
                out.whole(Field.WAKE_UP, found.wakeUp());
                out.whole(Field.POSITION, found.position());
            }
            case Outcome.Moved found -> {
                out.text(Field.KIND, "moved");
                out.bytes(Field.BYTES, found.bytes());
                out.whole(Field.CHUNKS, found.chunks());
                out.text(Field.ENDING, found.ending().label());
            }
            case Outcome.Closed found -> {
                out.text(Field.KIND, "closed");
                out.text(Field.HOW, found.how().label());
                out.text(Field.FIRST, found.first() == null ? null : found.first().label());
                out.whole(Field.READ_BYTES, found.read());
                out.whole(Field.WRITTEN_BYTES, found.written());
            }
        }
        out.end();
    }

    static Outcome read(FieldReader in) throws LineMistake {
        String kind = in.text(Field.KIND);
        return switch (kind) {
            case "answers" -> new Outcome.Answers(in.word(Field.ANSWERED_BY, EnumWords.LOOKUP_SOURCES),
                    in.texts(Field.ADDRESSES), in.texts(Field.JAVA_ORDER), in.textOrNull(Field.CANONICAL));
            case "route-chosen" -> new Outcome.RouteChosen(in.endpoint(Field.DESTINATION), in.endpoint(Field.SOURCE),
                    in.textOrNull(Field.DEVICE), in.count(Field.MTU_BYTES));
            case "bound" -> new Outcome.Bound(in.endpoint(Field.LOCAL));
            case "listening" -> new Outcome.Listening(in.endpoint(Field.LOCAL), in.count(Field.BACKLOG));
            case "connected" -> new Outcome.Connected(in.tuple());
            case "accepted" -> new Outcome.Accepted(in.tuple(), in.size(Field.WAKE_UP), in.count(Field.POSITION));
            case "moved" -> new Outcome.Moved(in.bytes(Field.BYTES), in.count(Field.CHUNKS),
                    in.word(Field.ENDING, EnumWords.ENDINGS));
            case "closed" -> new Outcome.Closed(in.word(Field.HOW, EnumWords.CLOSE_KINDS), in.wordOrNull(Field.FIRST, EnumWords.LANES),
                    in.size(Field.READ_BYTES), in.size(Field.WRITTEN_BYTES));
            default -> throw LineMistake.unknownKind("outcome", kind);
        };
    }
}
