package dev.lifeline.run;

import dev.lifeline.client.Script;
import dev.lifeline.model.Lane;
import dev.lifeline.model.ScenarioSource;
import dev.lifeline.model.Stage;
import dev.lifeline.model.Target;
import dev.lifeline.model.TraceHeader;
import dev.lifeline.model.TraceHeader.Mode;
import dev.lifeline.model.TraceHeader.PlannedStage;
import dev.lifeline.model.TraceHeader.SourceStatus;
import dev.lifeline.record.TraceClock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The header of a trace: what is known before the first event.
public final class Headers {

    private Headers() {
    }

    static TraceHeader connect(ConnectPlan plan, Target target, String tool, TraceClock clock, List<SourceStatus> evidence) {
        Mode mode = plan.server() == null ? Mode.CLIENT : Mode.LOOPBACK;
        return header(tool, target, null, mode, clock, evidence, stages(plan), plan.count());
    }

    static TraceHeader serve(Target target, String tool, TraceClock clock, List<SourceStatus> evidence) {
        return header(tool, target, null, Mode.SERVER, clock, evidence,
                List.of(planned(Lane.SERVER, Stage.ACCEPT), planned(Lane.SERVER, Stage.CLOSE)), 1);
    }

    /// The header of a play, with both sides in this process.
    ///
    /// @param target what it is about
    /// @param scenario what is played
    /// @param plan the stages that are to be reached
    /// @param connections how many connections the clients will make
    public static TraceHeader play(Target target, ScenarioSource scenario, String tool, TraceClock clock,
                                   List<SourceStatus> evidence, List<PlannedStage> plan, int connections) {
        return header(tool, target, scenario, Mode.LOOPBACK, clock, evidence, plan, connections);
    }

    private static TraceHeader header(String tool, Target target, ScenarioSource scenario, Mode mode, TraceClock clock,
                                      List<SourceStatus> evidence, List<PlannedStage> plan, int connections) {
        Map<String, String> host = new LinkedHashMap<>();
        host.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch"));
        host.put("jdk", System.getProperty("java.vm.version"));
        host.put("processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
        return new TraceHeader(tool, target, scenario, mode, clock.origin(), TraceClock.SOURCE, host, evidence, plan, connections);
    }

    private static List<PlannedStage> stages(ConnectPlan plan) {
        Script script = plan.script();
        boolean served = plan.server() != null;
        List<PlannedStage> stages = new ArrayList<>();
        if (served) {
            stages.add(planned(Lane.SERVER, Stage.BIND));
        }
        stages.add(planned(Lane.CLIENT, Stage.LOOKUP));
        stages.add(planned(Lane.CLIENT, Stage.ROUTE));
        if (plan.source() != null) {
            stages.add(planned(Lane.CLIENT, Stage.BIND));
        }
        stages.add(planned(Lane.CLIENT, Stage.CONNECT));
        if (served) {
            stages.add(planned(Lane.SERVER, Stage.ACCEPT));
        }
        if (plan.web() != null) {
            stages.add(planned(Lane.CLIENT, Stage.REQUEST));
            stages.add(planned(Lane.CLIENT, Stage.FIRST_BYTE));
            stages.add(planned(Lane.CLIENT, Stage.RESPONSE));
        } else if (script.send().length > 0) {
            stages.add(planned(Lane.CLIENT, Stage.WRITE));
            if (served) {
                stages.add(planned(Lane.SERVER, Stage.FIRST_BYTE));
            }
        }
        if (plan.web() == null && script.reads()) {
            stages.add(planned(Lane.CLIENT, Stage.FIRST_BYTE));
        }
        stages.add(planned(Lane.CLIENT, Stage.CLOSE));
        if (served) {
            stages.add(planned(Lane.SERVER, Stage.CLOSE));
        }
        return stages;
    }

    private static PlannedStage planned(Lane lane, Stage stage) {
        return new PlannedStage(lane, stage);
    }
}
