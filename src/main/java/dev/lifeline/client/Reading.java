package dev.lifeline.client;

import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.net.Tally;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/// One exchange that reads: all in one stage, or the first byte, the data after it, and the silence that fails.
///
/// The data stage exists then only if something happens after the first chunk. It began when the wait for more began, and that
/// moment was stamped; it is recorded once there is something to record. The same holds for the idle stage: every wait for the
/// next chunk might become one, and only the one that ends in the deadline is recorded, under the time at which a read found
/// nothing. The data stage then ends at that time too, so that the two do not overlap. No time stamp is made up or moved.
final class Reading {

    private final StageRunner runner;
    private final ConnectedSocket link;
    private final OwnBuffer own;
    private final Exchange.Read read;
    private final StreamSearch search;
    private final StreamSearch delimiter;
    private final Tally all;

    Reading(StageRunner runner, ConnectedSocket link, OwnBuffer own, Exchange.Read read) {
        this.runner = runner;
        this.link = link;
        this.own = own;
        this.read = read;
        this.search = read.expected() == null ? null : new StreamSearch(read.expected());
        this.delimiter = read.delimiter() == null ? null : new StreamSearch(read.delimiter());
        this.all = read.firstByteApart() || read.delimiter() != null || own.kept().hasRemaining() ? Tally.ofAll() : Tally.ofFirst();
    }

    /// Reads until there is what was wanted.
    ///
    /// @param stage what the first read of it is
    /// @throws StageFailure when a stage failed; it is recorded already
    void run(Stage stage) throws StageFailure, InterruptedException {
        if (!read.firstByteApart()) {
            runner.run(call(stage), this::inOneStage);
        } else if (runner.run(call(stage), this::firstByte) && reached() == null) {
            rest();
        }
    }

    /// Records whether what was expected has come.
    ///
    /// @return whether it has; `true` where nothing was expected
    boolean checkExpectation() {
        if (search == null) {
            return true;
        }
        String expected = shown(Bytes.of(read.expected()));
        String observed = search.found() ? expected : shown(all.bytes());
        runner.recorder().mark(new RunEvent.ExpectationChecked(expected, search.found(), observed));
        return search.found();
    }

    private static String shown(Bytes bytes) {
        return bytes.truncated() ? bytes.preview() + "..." : bytes.preview();
    }

    private StageRunner.Call call(Stage stage) {
        return new StageRunner.Call(stage, Operation.READ, link.local(), link.remote());
    }

    private StageRunner.Result<Void> inOneStage() throws IOException, InterruptedException {
        Deadline whole = Deadline.in(read.waits().whole());
        boolean oneChunk = read.bytes() == 0 && !read.untilEnd() && delimiter == null;
        long kept = takeKept();
        Ending ending = kept > 0 && oneChunk ? Ending.COMPLETE : kept > 0 ? reached() : null;
        ending = ending != null ? ending : until(oneChunk, null, null, read.waits().silence(), whole);
        if (ending == null) {
            throw whole.exception();
        }
        if (ending == Ending.END_OF_STREAM && (read.bytes() > all.count() || delimiter != null)) {
            throw new EOFException("the peer ended its stream after " + all.count() + " bytes"
                    + (delimiter == null ? "" : ", and \"" + shown(Bytes.of(read.delimiter())) + "\" was not among them"));
        }
        if (kept > 0 || own.kept().hasRemaining()) {
            runner.recorder().mark(new StreamEvent.BufferRead(all.bytes(), kept, own.kept().remaining()));
        }
        return new StageRunner.Result<>(null, all.moved(ending));
    }

    /// Takes what an earlier read has left in the program's own buffer, as far as this one wants it: that is no call.
    ///
    /// @return how many bytes
    private long takeKept() {
        ByteBuffer kept = own.kept();
        int wanted = delimiter != null ? delimiter.feed(kept) : (int) Math.min(kept.remaining(), read.most());
        if (wanted > 0) {
            all.addKept(kept.slice(kept.position(), wanted));
            kept.position(kept.position() + wanted);
        }
        return wanted;
    }

    /// @return whether there may be more
    private StageRunner.Result<Boolean> firstByte() throws IOException, InterruptedException {
        Deadline deadline = Deadline.in(read.waits().first());
        Ending ending = until(true, null, null, read.waits().first(), deadline);
        if (ending == null && read.demanded()) {
            throw deadline.exception();
        }
        if (ending == Ending.END_OF_STREAM && read.demanded()) {
            throw new EOFException("the peer ended its stream before the first byte");
        }
        return new StageRunner.Result<>(ending == Ending.COMPLETE, all.moved(ending == null ? Ending.QUIET : ending));
    }

    private void rest() throws StageFailure, InterruptedException {
        runner.gates().before(Stage.DATA, runner.recorder());
        LateStage data = new LateStage(runner.recorder(), call(Stage.DATA));
        try {
            Tally tally = Tally.ofAll();
            Deadline whole = Deadline.in(read.waits().whole());
            Ending ending = until(false, data, tally, read.waits().silence(), whole);
            if (ending == Ending.QUIET && read.endIsKnown()) {
                long silence = link.readAt();
                data.finishIfRecorded(silence, tally.moved(ending));
                throw new LateStage(runner.recorder(), call(Stage.IDLE), silence)
                        .failed(Deadline.in(read.waits().silence()).exception());
            }
            ending = ending == null ? outOfTime(whole) : ending;
            data.finishIfRecorded(runner.recorder().now(), tally.moved(ending));
        } catch (IOException e) {
            StageFailure failed = data.failed(e);
            runner.gates().after(Stage.DATA, runner.recorder());
            throw failed;
        } catch (InterruptedException e) {
            data.interrupted();
            throw e;
        }
        if (data.isRecorded()) {
            runner.gates().after(Stage.DATA, runner.recorder());
        }
    }

    /// Reads until enough has come, the peer's stream has ended, nothing comes for too long, or the time is over.
    ///
    /// @param oneChunk whether one call that brings something is enough
    /// @param stage begins with the first chunk; `null` where it has begun
    /// @param tally counts beside that of the whole exchange; `null` for none
    /// @param silenceNanos how long nothing may come; 0 not to wait
    /// @return `null` where the time is over
    private Ending until(boolean oneChunk, LateStage stage, Tally tally, long silenceNanos, Deadline whole)
            throws IOException, InterruptedException {
        Deadline silence = null;
        while (true) {
            int count = link.read(Math.min(read.chunk(), read.most() - all.count()));
            if (count < 0) {
                link.recordRead();
                return Ending.END_OF_STREAM;
            }
            if (count > 0) {
                if (stage != null) {
                    stage.record();
                    tally.add(link.chunk());
                }
                link.recordRead();
                take();
                Ending reached = oneChunk ? Ending.COMPLETE : reached();
                if (reached != null || whole.passed()) {
                    return reached;
                }
                silence = null;
                continue;
            }
            if (silenceNanos == 0) {
                return Ending.QUIET;
            }
            if (silence == null) {
                silence = Deadline.in(silenceNanos);
            }
            if (!link.awaitReadable(silence.earlier(whole))) {
                return whole.passed() ? null : Ending.QUIET;
            }
        }
    }

    private void take() {
        if (delimiter != null) {
            ByteBuffer chunk = link.chunk();
            int wanted = delimiter.feed(chunk);
            all.add(chunk.slice(chunk.position(), wanted));
            own.keep(chunk.slice(chunk.position() + wanted, chunk.remaining() - wanted));
            return;
        }
        all.add(link.chunk());
        if (search != null) {
            search.feed(link.chunk());
        }
    }

    /// The reason for which reading is over by what has come so far, or `null` where it is not.
    private Ending reached() {
        if (search != null && search.found()) {
            return Ending.EXPECTED;
        }
        if (delimiter != null && delimiter.found()) {
            return Ending.COMPLETE;
        }
        if (read.bytes() > 0 && all.count() >= read.bytes()) {
            return Ending.COMPLETE;
        }
        return all.count() >= read.most() ? Ending.LIMIT : null;
    }

    /// Bytes kept coming until the time for all of them was over: a failure only where their end was known.
    private Ending outOfTime(Deadline whole) throws IOException {
        if (read.endIsKnown()) {
            throw whole.exception();
        }
        runner.recorder().mark(new RunEvent.Remark("Reading stopped while bytes were still coming: it was given "
                + whole.text() + "."));
        return Ending.LIMIT;
    }
}
