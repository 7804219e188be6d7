package dev.lifeline.play.pool;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Operation;
import dev.lifeline.model.Stage;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.record.StageFailure;
import dev.lifeline.record.StageRunner;
import dev.lifeline.server.Backend;
import dev.lifeline.server.CpuWork;
import java.io.IOException;

/// The way from a request to its answer, on the thread of a worker.
///
/// @param readUntil the end of a request, or `null` where one read is one; not to be changed
/// @param answer `null` for the request itself; not to be changed
/// @param cpu nanoseconds of CPU time that are used up first; 0 for none
/// @param backend asked for each request, or `null`
/// @param patience nanoseconds that the next request, and the writing of an answer, may take
public record Handler(byte[] readUntil, byte[] answer, long cpu, Backend backend, long patience) {

    /// Works on a request; that is a stage where there is work to do, and a place where a worker can be held in any case.
    ///
    /// @return the answer
    byte[] handle(byte[] request, WorkerStream stream) throws StageFailure, InterruptedException {
        StageRunner runner = stream.runner();
        if (cpu == 0 && backend == null) {
            runner.gates().before(Stage.HANDLER, runner.recorder());
            return answer == null ? request : answer;
        }
        return runner.run(stream.call(Stage.HANDLER, Operation.READ), () -> work(request));
    }

    private StageRunner.Result<byte[]> work(byte[] request) throws IOException, InterruptedException {
        long used = 0;
        if (cpu > 0) {
            used = CpuWork.use(cpu, Thread.currentThread()::isInterrupted);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        if (backend == null) {
            return new StageRunner.Result<>(answer == null ? request : answer, new Outcome.Handled(used, null));
        }
        Endpoint asked = backend.endpoint();
        byte[] answered = backend.ask(request);
        return new StageRunner.Result<>(answered, new Outcome.Handled(used, asked));
    }
}
