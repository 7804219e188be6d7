package dev.lifeline.play.actor;

import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.model.event.StreamEvent;
import dev.lifeline.play.Sight;
import dev.lifeline.scenario.action.AwaitAction.AwaitBytes;
import dev.lifeline.scenario.action.AwaitAction.AwaitCount;
import dev.lifeline.scenario.judge.ActorOnTrace;
import dev.lifeline.text.Counted;
import java.util.List;

/// The recording of a play so far, asked whether what a step waits for is so by now. Pure.
final class PlayedSoFar {

    private PlayedSoFar() {
    }

    /// Says what did not come true where bytes were waited for in vain.
    static String missed(AwaitBytes wanted) {
        StringBuilder all = new StringBuilder();
        add(all, "read", wanted.read());
        add(all, "written", wanted.written());
        add(all, "received", wanted.received());
        add(all, "unacknowledged", wanted.unacknowledged());
        return wanted.of() + " did not come to " + all + " or more";
    }

    /// Says what did not come true where a number was waited for in vain.
    static String missed(AwaitCount wanted) {
        StringBuilder all = new StringBuilder();
        add(all, "accepted", wanted.accepted());
        add(all, "failed", wanted.failed());
        if (wanted.sockets() != null) {
            all.append(all.isEmpty() ? "" : ", ").append("sockets ").append(wanted.sockets().text()).append(" in ").append(wanted.state());
        }
        return wanted.counter() == null ? wanted.of() + " did not come to " + all
                : wanted.counter() + " did not rise by " + wanted.rose() + (all.isEmpty() ? "" : ", or " + wanted.of()
                        + " did not come to " + all);
    }

    private static void add(StringBuilder all, String name, long number) {
        if (number > 0) {
            all.append(all.isEmpty() ? "" : ", ").append(name).append(' ').append(Counted.grouped(number));
        }
    }

    /// Tells whether an actor has so many bytes.
    ///
    /// @param queues receive queue and send queue of its newest connection; `null` where the kernel has none or was not asked
    static Sight bytes(List<TraceEvent> events, ActorOnTrace actor, AwaitBytes wanted, long[] queues) {
        long read = 0;
        long written = 0;
        for (TraceEvent event : events) {
            if (event.body() instanceof StreamEvent.ChunkRead chunk && actor.owns(event)) {
                read += chunk.bytes().count();
            } else if (event.body() instanceof StreamEvent.ChunkWritten chunk && actor.owns(event)) {
                written += chunk.taken();
            }
        }
        long received = queues == null ? 0 : queues[0];
        long unacknowledged = queues == null ? 0 : queues[1];
        StringBuilder seen = new StringBuilder();
        tell(seen, "read", wanted.read(), read);
        tell(seen, "written", wanted.written(), written);
        tell(seen, "received", wanted.received(), received);
        tell(seen, "unacknowledged", wanted.unacknowledged(), unacknowledged);
        if (queues == null && wanted.received() + wanted.unacknowledged() > 0) {
            seen.append(", and the kernel has no socket of it");
        }
        return new Sight(read >= wanted.read() && written >= wanted.written() && received >= wanted.received()
                && unacknowledged >= wanted.unacknowledged(), seen.toString());
    }

    /// Tells whether there are so many.
    ///
    /// @param actor whose; `null` for a counter alone
    static Sight count(List<TraceEvent> events, ActorOnTrace actor, AwaitCount wanted, long sockets, long rose) {
        long accepted = 0;
        long failed = 0;
        for (TraceEvent event : events) {
            if (actor == null) {
                break;
            }
            accepted += event.body() instanceof StageEvent.Finished of && of.stage() == Stage.ACCEPT && actor.owns(event) ? 1 : 0;
            failed += event.body() instanceof StageEvent.Failed of && of.stage() == Stage.ACCEPT
                    && of.failure().local() != null && of.failure().local().equals(actor.listener()) ? 1 : 0;
        }
        StringBuilder seen = new StringBuilder();
        tell(seen, "accepted", wanted.accepted(), accepted);
        tell(seen, "failed", wanted.failed(), failed);
        boolean holds = wanted.sockets() == null || wanted.sockets().holds(sockets);
        if (wanted.sockets() != null) {
            seen.append(seen.isEmpty() ? "" : ", ").append("sockets ").append(sockets).append(" in ").append(wanted.state());
        }
        tell(seen, wanted.counter(), wanted.counter() == null ? 0 : 1, rose);
        return new Sight(holds && accepted >= wanted.accepted() && failed >= wanted.failed() && rose >= wanted.rose(), seen.toString());
    }

    private static void tell(StringBuilder seen, String name, long wanted, long number) {
        if (wanted > 0) {
            seen.append(seen.isEmpty() ? "" : ", ").append(name).append(' ').append(Counted.grouped(number));
        }
    }

    /// Says how far an actor's programs have come: `connect finished`.
    static String lastStage(List<TraceEvent> events, ActorOnTrace actor) {
        for (int i = events.size() - 1; i >= 0; i--) {
            if (events.get(i).body() instanceof StageEvent stage && actor.owns(events.get(i))) {
                return stage.stage().label() + switch (stage.kind()) {
                    case STARTED -> " under way";
                    case FINISHED -> " finished";
                    case FAILED -> " failed";
                    case SKIPPED -> " skipped";
                };
            }
        }
        return actor.connections().isEmpty() ? "has no connection yet" : "has done nothing yet";
    }

    /// Says how far a step has come that has not ended: `client first byte under way`; `null` where the recording does not know.
    ///
    /// @param label of the step
    static String progress(List<TraceEvent> events, String label) {
        for (TraceEvent event : events) {
            if (event.body() instanceof PlayEvent.StepStarted started && label.equals(started.label())) {
                ActorOnTrace actor = ActorOnTrace.all(events).get(started.actor());
                return actor == null ? null : started.actor() + " " + lastStage(events, actor);
            }
        }
        return "it has not begun";
    }
}
