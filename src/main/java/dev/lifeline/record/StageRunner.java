package dev.lifeline.record;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.Failure;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Outcome;
import java.io.IOException;
import java.util.Objects;

/// The one application-side place that knows gates, clock and recorder: waits at the gate before, stamps, records Started, acts,
/// stamps, records Finished or Failed, waits at the gate after. Socket code stays plain.
///
/// @param recorder the lane
/// @param gates where the lane can be held
public record StageRunner(LaneRecorder recorder, Gates gates) {

    public StageRunner {
        Objects.requireNonNull(recorder, "recorder");
        Objects.requireNonNull(gates, "gates");
    }

    /// The same lane where nothing holds it any more: for the way out of one who was interrupted.
    public StageRunner unheld() {
        return new StageRunner(recorder, new Gates());
    }

    /// The work of a stage.
    ///
    /// @param <T> what the caller wants from it
    public interface Action<T> {
        /// Does the work.
        ///
        /// @throws IOException when the call failed
        /// @throws DeadlineException when the tool's own deadline ended it
        Result<T> act() throws IOException, InterruptedException;
    }

    /// The result of a stage: a value for the caller and an outcome for the trace.
    ///
    /// @param value for the caller; may be `null`
    /// @param outcome for the trace
    public record Result<T>(T value, Outcome outcome) {
    }

    /// The call that a stage is about to make, for its Started event and for the failure if it comes to that.
    ///
    /// @param stage which
    /// @param operation the call
    /// @param local the local end as far as known, or `null`
    /// @param remote the remote end, or `null`
    public record Call(Stage stage, Operation operation, Endpoint local, Endpoint remote) {
    }

    /// Runs a stage.
    ///
    /// @throws StageFailure when it failed; the failure is recorded already
    /// @throws InterruptedException when the lane was interrupted; where it was at work, the stage is recorded as failed with
    ///     INTERRUPTED
    public <T> T run(Call call, Action<T> action) throws StageFailure, InterruptedException {
        T value;
        try {
            value = runToEnd(call, action);
        } catch (StageFailure e) {
            gates.after(call.stage(), recorder);
            throw e;
        }
        gates.after(call.stage(), recorder);
        return value;
    }

    /// The same without the gate after it, which is then the caller's: others are to hear of the end of the stage first.
    public <T> T runToEnd(Call call, Action<T> action) throws StageFailure, InterruptedException {
        gates.before(call.stage(), recorder);
        long started = recorder.started(call.stage(), call.local(), call.remote());
        try {
            Result<T> result = action.act();
            recorder.finished(call.stage(), started, result.outcome());
            return result.value();
        } catch (IOException e) {
            throw new StageFailure(call.stage(), recorder.failed(call, started, e), e);
        } catch (InterruptedException e) {
            recorder.failed(call.stage(), started, Failures.interrupted(call.operation(), call.local(), call.remote()));
            throw e;
        } catch (RuntimeException e) {
            // A fault of this program, not of the connection; the recording must still not end in a stage that never ended.
            recorder.failed(call.stage(), started, new Failure(ErrorCode.UNKNOWN, call.operation(), call.local(), call.remote(),
                    e.toString()));
            throw e;
        }
    }
}
