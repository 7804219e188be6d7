package dev.lifeline.file.codec;

import dev.lifeline.file.LineMistake;
import dev.lifeline.model.event.Outcome;

/// Outcomes of the stages of a connection that is there.
final class TransferRows {

    private static final Field LOCAL = Field.endpoint("local", null);
    private static final Field REMOTE = Field.endpoint("remote", null);

    static final CodecRow<Outcome.Connected> CONNECTED = new CodecRow<>("connected",
            "The client's connect returned.", LOCAL, REMOTE) {
        @Override
        void write(Outcome.Connected found, FieldWriter out) {
            out.tuple(found.tuple());
        }

        @Override
        Outcome.Connected read(FieldReader in) throws LineMistake {
            return new Outcome.Connected(in.tuple());
        }
    };

    static final CodecRow<Outcome.Accepted> ACCEPTED = new CodecRow<>("accepted", "The server's accept returned a connection.",
            LOCAL, REMOTE,
            Field.size("wakeUp", "Which wake-up of the event loop brought it, counted from 1; 0 where the server has no loop."),
            Field.count("position", "The how-many-eth accept of that wake-up, counted from 1.")) {
        @Override
        void write(Outcome.Accepted found, FieldWriter out) {
            out.tuple(found.tuple()).whole(found.wakeUp()).whole(found.position());
        }

        @Override
        Outcome.Accepted read(FieldReader in) throws LineMistake {
            return new Outcome.Accepted(in.tuple(), in.whole(), in.count());
        }
    };

    static final CodecRow<Outcome.Moved> MOVED = new CodecRow<>("moved", "Bytes crossed between program and kernel.",
            Field.object("bytes", ValueRows.BYTES, null),
            Field.count("chunks", "In how many calls; says nothing about packets."),
            Field.word("ending", EnumWords.ENDINGS, null)) {
        @Override
        void write(Outcome.Moved found, FieldWriter out) {
            out.object(found.bytes()).whole(found.chunks()).word(found.ending());
        }

        @Override
        Outcome.Moved read(FieldReader in) throws LineMistake {
            return new Outcome.Moved(in.object(), in.count(), in.word());
        }
    };

    static final CodecRow<Outcome.Closed> CLOSED = new CodecRow<>("closed", "This side's socket is closed.",
            Field.word("how", EnumWords.CLOSE_KINDS, null),
            Field.word("first", EnumWords.LANES, "The side whose end of stream came first; left out where that is not known.")
                    .optional(),
            Field.size("readBytes", "Bytes read from the peer over the whole life."),
            Field.size("writtenBytes", "Bytes that the kernel took from this side over the whole life.")) {
        @Override
        void write(Outcome.Closed found, FieldWriter out) {
            out.word(found.how()).word(found.first()).whole(found.read()).whole(found.written());
        }

        @Override
        Outcome.Closed read(FieldReader in) throws LineMistake {
            return new Outcome.Closed(in.word(), in.word(), in.whole(), in.whole());
        }
    };

    private TransferRows() {
    }
}
