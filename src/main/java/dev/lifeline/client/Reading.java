package dev.lifeline.client;

import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Bytes;
import dev.lifeline.model.event.Ending;
import dev.lifeline.model.event.RunEvent;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import java.io.EOFException;
import java.io.IOException;

/// The stages of reading: the first byte, the data after it, and the silence that fails.
///
/// The data stage exists only if something happens after the first chunk. It began when the wait for more began, and that
/// moment was stamped; it is recorded once there is something to record. The same holds for the idle stage: every wait for the
/// next chunk might become one, and only the one that ends in the deadline is recorded, under the time at which a read found
/// nothing. The data stage then ends at that time too, so that the two do not overlap. No time stamp is made up or moved.
final class Reading {

    private final StageRunner runner;
    private final ConnectedSocket link;
    private final Script script;
    private final StreamSearch search;
    private final Tally all = new Tally();

    Reading(StageRunner runner, ConnectedSocket link, Script script) {
        this.runner = runner;
        this.link = link;
        this.script = script;
        this.search = script.expected() == null ? null : new StreamSearch(script.expected());
    }

    /// Reads until the script is content.
    ///
    /// @throws StageFailure when a stage failed; it is recorded already
    void run() throws StageFailure, InterruptedException {
        boolean more = runner.run(call(Stage.FIRST_BYTE), this::firstByte);
        if (more && reached() == null) {
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
        String expected = shown(Bytes.of(script.expected()));
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

    private StageRunner.Result<Boolean> firstByte() throws IOException, InterruptedException {
        Deadline deadline = Deadline.in(script.demandsAnswer() ? script.deadlines().read() : script.bannerWait());
        int count;
        while ((count = link.read(script.maxBytes())) == 0) {
            if (!link.awaitReadable(deadline)) {
                if (script.demandsAnswer()) {
                    throw deadline.exception();
                }
                return new StageRunner.Result<>(false, all.moved(Ending.QUIET));
            }
        }
        link.recordRead();
        if (count > 0) {
            take();
            return new StageRunner.Result<>(true, all.moved(Ending.COMPLETE));
        }
        if (script.demandsAnswer()) {
            throw new EOFException("the peer ended its stream before the first byte");
        }
        return new StageRunner.Result<>(false, all.moved(Ending.END_OF_STREAM));
    }

    private void take() {
        all.add(link.chunk());
        if (search != null) {
            search.feed(link.chunk());
        }
    }

    /// Why reading is over by what has come so far, or `null` where it is not.
    private Ending reached() {
        if (search != null && search.found()) {
            return Ending.EXPECTED;
        }
        if (script.stopAfterBytes() > 0 && link.bytesRead() >= script.stopAfterBytes()) {
            return Ending.COMPLETE;
        }
        return link.bytesRead() >= script.maxBytes() ? Ending.LIMIT : null;
    }

    private void rest() throws StageFailure, InterruptedException {
        runner.gates().before(Stage.DATA, runner.recorder());
        LateStage data = new LateStage(runner.recorder(), call(Stage.DATA));
        try {
            Tally tally = new Tally();
            Ending ending = data(data, tally);
            if (ending == Ending.QUIET && script.endIsKnown()) {
                long silence = link.readAt();
                data.finishIfRecorded(silence, tally.moved(ending));
                throw new LateStage(runner.recorder(), call(Stage.IDLE), silence)
                        .failed(Deadline.in(script.deadlines().idle()).exception());
            }
            data.finishIfRecorded(runner.recorder().recorder().clock().now(), tally.moved(ending));
        } catch (IOException e) {
            throw data.failed(e);
        } catch (InterruptedException e) {
            data.interrupted();
            throw e;
        }
        if (data.isRecorded()) {
            runner.gates().after(Stage.DATA, runner.recorder());
        }
    }

    private Ending data(LateStage stage, Tally tally) throws IOException, InterruptedException {
        Deadline whole = Deadline.in(script.deadlines().data());
        Deadline silence = null;
        while (true) {
            int count = link.read(script.maxBytes() - link.bytesRead());
            if (count < 0) {
                link.recordRead();
                return Ending.END_OF_STREAM;
            }
            if (count > 0) {
                stage.record();
                link.recordRead();
                tally.add(link.chunk());
                take();
                silence = null;
                Ending reached = reached();
                if (reached != null) {
                    return reached;
                }
                if (whole.passed()) {
                    return outOfTime(whole);
                }
                continue;
            }
            if (silence == null) {
                silence = Deadline.in(script.endIsKnown() ? script.deadlines().idle() : script.quiet());
            }
            if (!link.awaitReadable(silence.earlier(whole))) {
                return whole.passed() ? outOfTime(whole) : Ending.QUIET;
            }
        }
    }

    /// Bytes kept coming until the time for all of them was over: a failure only where their end was known.
    private Ending outOfTime(Deadline whole) throws IOException {
        if (script.endIsKnown()) {
            throw whole.exception();
        }
        runner.recorder().mark(new RunEvent.Remark("Reading stopped while bytes were still coming: it was given "
                + whole.text() + "."));
        return Ending.LIMIT;
    }
}
