package dev.lifeline.play;

import dev.lifeline.model.Lane;
import dev.lifeline.model.Stage;
import dev.lifeline.model.TraceHeader.PlannedStage;
import dev.lifeline.scenario.ActorSpec;
import dev.lifeline.scenario.Scenario;
import dev.lifeline.scenario.Step;
import java.util.ArrayList;
import java.util.List;

/// The stages that the steps of a scenario are meant to reach, in their order. Pure.
final class PlannedStages {

    private PlannedStages() {
    }

    static List<PlannedStage> of(Scenario scenario) {
        List<PlannedStage> planned = new ArrayList<>();
        for (Step step : scenario.steps()) {
            ActorSpec actor = scenario.actor(step.actor());
            String kind = actor == null ? "connection" : actor.kind();
            if (!step.actor().equals("machine") && !kind.equals("relay")) {
                Lane lane = kind.equals("client") || kind.equals("udp") ? Lane.CLIENT : Lane.SERVER;
                Stage stage = stage(step.action());
                // What an actor does of its listening socket alone is no end of a connection.
                if (stage != null && !(kind.equals("server") && stage == Stage.CLOSE)) {
                    add(planned, new PlannedStage(lane, stage));
                }
                if (step.action().equals("live")) {
                    add(planned, new PlannedStage(lane, Stage.LOOKUP));
                    add(planned, new PlannedStage(lane, Stage.ROUTE));
                    add(planned, new PlannedStage(lane, Stage.CONNECT));
                    add(planned, new PlannedStage(lane, Stage.CLOSE));
                }
            }
        }
        return planned;
    }

    private static void add(List<PlannedStage> planned, PlannedStage stage) {
        if (!planned.contains(stage)) {
            planned.add(stage);
        }
    }

    private static Stage stage(String action) {
        return switch (action) {
            case "listen", "start" -> Stage.BIND;
            case "lookup" -> Stage.LOOKUP;
            case "route" -> Stage.ROUTE;
            case "connect" -> Stage.CONNECT;
            case "accept" -> Stage.ACCEPT;
            case "write", "fill", "send" -> Stage.WRITE;
            case "read", "receive" -> Stage.FIRST_BYTE;
            case "close", "reset" -> Stage.CLOSE;
            default -> null;
        };
    }
}
