package dev.lifeline.step.live;

import dev.lifeline.model.Endpoint;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.play.HandWork;
import dev.lifeline.play.ScenarioRun;
import dev.lifeline.play.StepWatch;
import dev.lifeline.run.RunObserver;
import dev.lifeline.run.RunSession;
import dev.lifeline.run.ServeRun;
import dev.lifeline.run.TraceRun;
import dev.lifeline.server.LoopbackServer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// A run that can be walked through: it is ready to go, and its gates can be held.
///
/// @param session its frame: recorder, gates and evidence
/// @param course how it runs to its end
/// @param interruption has it end soon; told `INT`, `TERM` or `HUP`
/// @param known the header as far as it is known before the witness hears of it; gives `null` where nothing is
/// @param hands of a person in the play of a scenario, which stands before its steps; gives `null` before it runs; `null` for
///     all that is no play
/// @param patience nanoseconds after which a look-up or a connect of its client gives up; 0 where that is not one figure
/// @param server of its own that it starts; gives `null` before that listens, and where there is none
public record Driven(RunSession session, Course course, Consumer<String> interruption, Supplier<TraceHeader> known,
                     Supplier<HandWork> hands, long patience, Supplier<LoopbackServer> server) {

    /// The way of a run from its beginning to its end.
    @FunctionalInterface
    public interface Course {

        /// Runs to the end, on the thread that calls.
        ///
        /// @param witness hears of the header before any event, and of events as they happen
        /// @param watch asked before each step, where it is the play of a scenario
        Trace execute(RunObserver witness, StepWatch watch);
    }

    /// Says if it is the play of a scenario.
    public boolean isPlay() {
        return hands != null;
    }

    /// The hands of a person in it; `null` where it is no play, or does not run yet.
    HandWork handWork() {
        return isPlay() ? hands.get() : null;
    }

    /// One connection or several, with a server of its own or without.
    public static Driven of(TraceRun run) {
        return new Driven(run.session(), (witness, watch) -> run.execute(witness), run::interrupt, () -> null, null, run.patience(), run::server);
    }

    /// A server for clients of other programs. The cards tell all that it has to tell.
    public static Driven of(ServeRun run) {
        return new Driven(run.session(), (witness, watch) -> run.execute(new Unheard(), witness), run::interrupt, () -> null, null, 0,
                run::server);
    }

    /// The play of a scenario.
    public static Driven of(ScenarioRun run) {
        return new Driven(run.session(), run::execute, run::interrupt, run::header, run::handWork, 0, () -> played(run.handWork()));
    }

    private static LoopbackServer played(HandWork hands) {
        return hands == null ? null : hands.server();
    }

    private static final class Unheard implements ServeRun.Listener {
        @Override
        public void listening(Endpoint address) {
            // The card of its bind says so.
        }

        @Override
        public void connection(Trace trace) {
            // The cards say it.
        }

        @Override
        public void ended(int closed, int untold) {
            // The person ended it.
        }
    }
}
