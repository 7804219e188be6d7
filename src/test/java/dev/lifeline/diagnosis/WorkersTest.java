package dev.lifeline.diagnosis;

import static dev.lifeline.diagnosis.Sights.LOCAL;
import static dev.lifeline.diagnosis.Sights.info;
import static dev.lifeline.diagnosis.Sights.socket;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lifeline.diagnosis.evidence.EvidenceFinding;
import dev.lifeline.model.Endpoint;
import dev.lifeline.model.ErrorCode;
import dev.lifeline.model.FourTuple;
import dev.lifeline.model.Lane;
import dev.lifeline.model.SocketState;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.Verdict;
import dev.lifeline.model.event.LoopEvent;
import dev.lifeline.model.event.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A client that waits in vain, and what the server's own program tells of the connection meanwhile.
class WorkersTest {

    private static TraceBuilder accepted() {
        return new TraceBuilder(Mode.LOOPBACK, "localhost:7007").connected().accepted().writes(Lane.CLIENT, 5);
    }

    private static TraceBuilder begun(TraceBuilder trace, Stage stage) {
        return trace.started(Lane.SERVER, 1, 0, stage, TraceBuilder.SERVER_END, TraceBuilder.CLIENT_END);
    }

    private static TraceBuilder inVain(TraceBuilder trace, Stage stage) {
        return trace.started(Lane.CLIENT, 1, 0, stage, null, null)
                .failed(Lane.CLIENT, 1, 0, stage, ErrorCode.TIMEOUT, TraceBuilder.CLIENT_END, TraceBuilder.SERVER_END);
    }

    private static EvidenceFinding found(TraceBuilder trace) {
        Facts facts = Facts.of(trace.build());
        UnfinishedStage run = Deciding.of(facts).run();
        return Evidenced.of(facts, run, run.failure().code()).finding();
    }

    @Test
    void aConnectionThatNoWorkerTookIsToldSo() {
        TraceBuilder trace = inVain(begun(accepted(), Stage.WORKER_QUEUE), Stage.FIRST_BYTE);
        assertEquals(EvidenceFinding.NO_WORKER, found(trace));
        Verdict verdict = Diagnosis.of(trace.build());
        assertTrue(verdict.happened().contains("no worker took it for"), verdict::happened);
        assertTrue(verdict.proved().contains("Accept is not service"), verdict::proved);
        assertEquals(EvidenceFinding.NO_WORKER, found(inVain(begun(accepted(), Stage.WORKER_QUEUE), Stage.WRITE)));
    }

    @Test
    void onceAWorkerHasItNothingIsSaidOfAQueue() {
        TraceBuilder trace = begun(accepted(), Stage.WORKER_QUEUE)
                .finished(Lane.SERVER, 1, 0, Stage.WORKER_QUEUE, new Outcome.Taken(1, 1, 2));
        assertNotEquals(EvidenceFinding.NO_WORKER, found(inVain(trace, Stage.FIRST_BYTE)));
        TraceBuilder other = accepted().started(Lane.SERVER, 2, 0, Stage.WORKER_QUEUE, TraceBuilder.SERVER_END, null);
        assertNotEquals(EvidenceFinding.NO_WORKER, found(inVain(other, Stage.FIRST_BYTE)), "that is another connection");
    }

    /// All of its own workers, not those of another server of the same program.
    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void workersOfAnotherServerAreNotItsOwn(int away) {
        Endpoint server = new Endpoint(LOCAL.server().address(), LOCAL.server().port() + away);
        FourTuple other = new FourTuple(server, new Endpoint(LOCAL.client().address(), 50_099));
        TraceBuilder trace = new TraceBuilder(Mode.LOOPBACK, "localhost:7007").source("sockdiag").connected().writes(Lane.CLIENT, 5)
                .finished(Lane.SERVER, 2, 0, Stage.ACCEPT, new Outcome.Accepted(other, 0, 1)).event(Lane.SERVER, 2, 0, new LoopEvent.WorkerTook(1, 1, 1));
        TraceBuilder waits = inVain(trace, Stage.FIRST_BYTE);
        Verdict verdict = Diagnosis.of(waits.kernel(LOCAL.socket(Lane.SERVER, socket(SocketState.ESTABLISHED, 0, 5, 0, info(0, 5, 0, 65_536)),
                waits.last())).build());
        assertEquals(away == 0, verdict.proved().contains("its only worker had"), verdict::proved);
    }

    @Test
    void aServerThatWorksOnTheRequestIsToldSo() {
        TraceBuilder trace = inVain(begun(accepted(), Stage.HANDLER), Stage.FIRST_BYTE);
        assertEquals(EvidenceFinding.AT_WORK, found(trace));
        assertTrue(Diagnosis.of(trace.build()).happened().contains("had worked on it for"),
                () -> Diagnosis.of(trace.build()).happened());
        TraceBuilder over = begun(accepted(), Stage.HANDLER).finished(Lane.SERVER, 1, 0, Stage.HANDLER, new Outcome.Handled(5, null));
        assertNotEquals(EvidenceFinding.AT_WORK, found(inVain(over, Stage.FIRST_BYTE)));
        assertNotEquals(EvidenceFinding.AT_WORK, found(inVain(begun(accepted(), Stage.HANDLER), Stage.WRITE)));
    }
}
