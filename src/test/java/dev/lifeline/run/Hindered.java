package dev.lifeline.run;

import dev.lifeline.client.Resolver;
import dev.lifeline.client.Script;
import dev.lifeline.model.Lane;
import dev.lifeline.model.Target;
import dev.lifeline.model.Trace;
import dev.lifeline.model.TraceEvent;
import dev.lifeline.model.TraceHeader.SourceStatus;
import dev.lifeline.model.event.KernelEvent.EvidenceLost;
import dev.lifeline.model.event.Outcome;
import dev.lifeline.model.event.StageEvent;
import dev.lifeline.observe.Availability;
import dev.lifeline.race.Personality;
import dev.lifeline.server.Behaviour;

/// What `trace doctor` would say of each source, and one whole `trace connect --serve`, in a process that is not allowed everything.
final class Hindered {

    private static final long SECOND = 1_000_000_000;

    private Hindered() {
    }

    /// @param arguments `probe` where nothing is to be traced
    public static void main(String[] arguments) throws Exception {
        for (String name : EvidenceChoice.NAMES) {
            Availability answer = Sources.named(name).probe();
            System.out.println(name + (answer instanceof Availability.Unavailable not ? " not: " + not.reason()
                    : ": " + ((Availability.Available) answer).gives()));
        }
        if (arguments.length == 0) {
            trace();
        }
    }

    private static void trace() throws Exception {
        Script script = Script.CONNECT_ONLY.sending(new byte[] {'p', 'i', 'n', 'g', '\n'}).stoppingAfter(5);
        Trace trace = TraceRun.prepare(new ConnectPlan(new Target("127.0.0.1", 0), new ServerPlan(Behaviour.DEFAULT, 128), null, null,
                Personality.DEFAULT, SECOND, 5 * SECOND, script, 1, 0, EvidenceChoice.AUTO), "test", Resolver.SYSTEM).execute(null);
        for (SourceStatus status : trace.header().evidence()) {
            if (status.available()) {
                System.out.println("took part: " + status.name());
            }
        }
        for (TraceEvent event : trace.events()) {
            if (event.body() instanceof StageEvent.Finished finished && finished.outcome() instanceof Outcome.Closed closed) {
                System.out.println((event.lane() == Lane.CLIENT ? "client " : "server ") + closed.how().name());
            } else if (event.body() instanceof EvidenceLost lost) {
                System.out.println("lost: " + lost.reason());
            }
        }
    }
}
