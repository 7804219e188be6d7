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

/// A run that can be walked through: it is ready to go, and its gates can be held.
public interface Driven {

    /// Its frame: recorder, gates and evidence.
    RunSession session();

    /// Runs to the end, on the thread that calls.
    ///
    /// @param witness hears of the header before any event, and of events as they happen
    /// @param watch asked before each step, where it is the play of a scenario
    Trace execute(RunObserver witness, StepWatch watch);

    /// Has it end soon.
    ///
    /// @param signal `INT`, `TERM` or `HUP`
    void interrupt(String signal);

    /// The header as far as it is known before the witness hears of it; `null` where nothing is.
    TraceHeader header();

    /// Says if it is the play of a scenario, which stands before its steps.
    boolean isPlay();

    /// The hands of a person in it; `null` where it is no play.
    default HandWork handWork() {
        return null;
    }

    /// One connection or several, with a server of its own or without.
    static Driven of(TraceRun run) {
        return new Driven() {
            @Override
            public RunSession session() {
                return run.session();
            }

            @Override
            public Trace execute(RunObserver witness, StepWatch watch) {
                return run.execute(witness);
            }

            @Override
            public void interrupt(String signal) {
                run.interrupt(signal);
            }

            @Override
            public TraceHeader header() {
                return null;
            }

            @Override
            public boolean isPlay() {
                return false;
            }
        };
    }

    /// A server for clients of other programs.
    static Driven of(ServeRun run) {
        return new Driven() {
            @Override
            public RunSession session() {
                return run.session();
            }

            @Override
            public Trace execute(RunObserver witness, StepWatch watch) {
                return run.execute(new ServeRun.Listener() {
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
                }, witness);
            }

            @Override
            public void interrupt(String signal) {
                run.interrupt(signal);
            }

            @Override
            public TraceHeader header() {
                return null;
            }

            @Override
            public boolean isPlay() {
                return false;
            }
        };
    }

    /// The play of a scenario.
    static Driven of(ScenarioRun run) {
        return new Driven() {
            @Override
            public RunSession session() {
                return run.session();
            }

            @Override
            public Trace execute(RunObserver witness, StepWatch watch) {
                return run.execute(witness, watch);
            }

            @Override
            public void interrupt(String signal) {
                run.interrupt(signal);
            }

            @Override
            public TraceHeader header() {
                return run.header();
            }

            @Override
            public boolean isPlay() {
                return true;
            }

            @Override
            public HandWork handWork() {
                return run.handWork();
            }
        };
    }
}
