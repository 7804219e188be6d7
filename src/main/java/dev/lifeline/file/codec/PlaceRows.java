package dev.lifeline.file.codec;

import dev.lifeline.file.LineMistake;
import dev.lifeline.model.event.Outcome;

/// Outcomes of the stages before there is a connection.
final class PlaceRows {

    private static final Field LOCAL = Field.endpoint("local", null);

    static final CodecRow<Outcome.Answers> ANSWERS = new CodecRow<>("answers", "A look-up gave addresses.",
            Field.word("answeredBy", EnumWords.LOOKUP_SOURCES, null),
            Field.texts("addresses", "Numeric addresses in the order in which the system gave them."),
            Field.texts("javaOrder", "The order in which plain Java would hand them out."),
            Field.text("canonical", "The canonical name; left out where it is not known.").optional()) {
        @Override
        void write(Outcome.Answers found, FieldWriter out) {
            out.word(found.source()).texts(found.addresses()).texts(found.javaOrder()).text(found.canonical());
        }

        @Override
        Outcome.Answers read(FieldReader in) throws LineMistake {
            return new Outcome.Answers(in.word(), in.texts(), in.texts(), in.text());
        }
    };

    static final CodecRow<Outcome.RouteChosen> ROUTE_CHOSEN = new CodecRow<>("route-chosen",
            "The operating system chose a way to a destination.",
            Field.endpoint("destination", "Where to."),
            Field.endpoint("source", "The local address that would be used."),
            Field.text("device", "The interface that has that address; left out where none could be named.").optional(),
            Field.count("mtuBytes", "The interface's maximum transmission unit; 0 where it is not known.")) {
        @Override
        void write(Outcome.RouteChosen found, FieldWriter out) {
            out.endpoint(found.destination()).endpoint(found.source()).text(found.device()).whole(found.mtu());
        }

        @Override
        Outcome.RouteChosen read(FieldReader in) throws LineMistake {
            return new Outcome.RouteChosen(in.endpoint(), in.endpoint(), in.text(), in.count());
        }
    };

    static final CodecRow<Outcome.Bound> BOUND = new CodecRow<>("bound", "A socket got its local address.", LOCAL) {
        @Override
        void write(Outcome.Bound found, FieldWriter out) {
            out.endpoint(found.local());
        }

        @Override
        Outcome.Bound read(FieldReader in) throws LineMistake {
            return new Outcome.Bound(in.endpoint());
        }
    };

    static final CodecRow<Outcome.Listening> LISTENING = new CodecRow<>("listening", "A socket got its local address and listens.",
            LOCAL,
            Field.count("backlog", "The length asked for of the accept queue; the kernel may use less.")) {
        @Override
        void write(Outcome.Listening found, FieldWriter out) {
            out.endpoint(found.local()).whole(found.backlog());
        }

        @Override
        Outcome.Listening read(FieldReader in) throws LineMistake {
            return new Outcome.Listening(in.endpoint(), in.count());
        }
    };

    private PlaceRows() {
    }
}
