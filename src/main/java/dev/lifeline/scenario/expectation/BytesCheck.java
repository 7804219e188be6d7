package dev.lifeline.scenario.expectation;

import static dev.lifeline.scenario.word.Parameter.optional;

import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.HttpEvent;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.scenario.judge.ActorOnTrace.Own;
import dev.lifeline.scenario.judge.Answer;
import dev.lifeline.scenario.judge.Comparison;
import dev.lifeline.scenario.judge.PlayIndex;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.Rule;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import dev.lifeline.text.Escapes;
import java.util.List;

/// Counts bytes that a program read or wrote: ChunkRead, ChunkWritten, EndOfStream, BytesDropped, ResponseCut.
public final class BytesCheck implements Check {

    @Override
    public Word word(String label) {
        return Word.of(label, "Bytes that a program read or wrote.",
                Subjects.OF_CONNECTION, Subjects.END, Subjects.DURING,
                optional("read", ValueType.BOUND, "bytes that its calls brought"),
                optional("chunks", ValueType.BOUND, "in how many reads"),
                optional("text", ValueType.BYTES, "what begins the bytes that it read; 64 at most of each read are kept. At a "
                        + "step that reads until a delimiter: what that step read"),
                optional("kept", ValueType.BOUND, "bytes that stay in its own buffer, behind a delimiter, for the next read"),
                optional("written", ValueType.BOUND, "bytes that the kernel took"),
                optional("writes", ValueType.BOUND, "in how many writes"),
                optional("last-write", ValueType.BOUND, "bytes that the kernel took of the last write"),
                optional("lost", ValueType.BOUND, "bytes that a relay had read and had not passed on, or an HTTP server had queued and "
                        + "its kernel had not taken, when it closed"),
                optional("ended", ValueType.FLAG, "whether it read the end of the peer's stream"))
                .with(Rule.some("read", "chunks", "text", "kept", "written", "writes", "last-write", "lost", "ended"));
    }

    @Override
    public boolean holdsByLack(Args args) {
        return true;
    }

    @Override
    public Answer look(PlayIndex play, Args args) {
        List<Own> sides = play.sides(args.text("of"), args.text("end"));
        long read = 0;
        long chunks = 0;
        long written = 0;
        long writes = 0;
        long last = -1;
        long lost = 0;
        long kept = 0;
        boolean ended = false;
        Bytes got = null;
        StringBuilder text = new StringBuilder();
        for (TraceEvent event : play.events()) {
            if (event.connection() == 0 || !play.isOf(event, null, args.text("of"), sides)
                    || !play.during(event, args.text("at"))) {
                continue;
            }
            if (event.body() instanceof StreamEvent.ChunkRead chunk) {
                read += chunk.bytes().count();
                chunks++;
                text.append(text.length() < Bytes.PREVIEW_BYTES ? chunk.bytes().preview() : "");
            } else if (event.body() instanceof StreamEvent.BufferRead buffered) {
                kept = buffered.kept();
                got = buffered.bytes();
            } else if (event.body() instanceof StreamEvent.ChunkWritten chunk) {
                written += chunk.taken();
                writes++;
                last = chunk.taken();
            } else if (event.body() instanceof PlayEvent.BytesDropped dropped) {
                lost += dropped.bytes();
            } else if (event.body() instanceof HttpEvent.ResponseCut cut) {
                lost += Math.max(0, cut.bytes());
            } else if (event.body() instanceof StreamEvent.EndOfStream) {
                ended = true;
            }
        }
        Comparison comparison = new Comparison(args).bound("read", read).bound("chunks", chunks);
        if (args.has("text")) {
            String wanted = Bytes.of(Escapes.bytes(args.text("text"))).preview();
            // Over the whole play all that calls brought is read.
            String seen = args.has("at") && got != null ? got.preview() : text.toString();
            comparison.add("text \"" + wanted + '"', "text \"" + seen + '"', seen.startsWith(wanted));
        }
        return comparison.bound("kept", kept).bound("written", written).bound("writes", writes).bound("last-write", last).bound("lost", lost)
                .flag("ended", "the peer's stream ended", "the peer's stream did not end", ended).answer(Subjects.of(args));
    }
}
