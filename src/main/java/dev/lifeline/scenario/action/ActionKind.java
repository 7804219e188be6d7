package dev.lifeline.scenario.action;

import dev.lifeline.model.Stage;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.WordKind;
import java.util.List;
import java.util.Locale;

/// A word for something that actors can be told to do: constants of enums, one enum for each group of actions. Two groups may have
/// words with the same label.
public sealed interface ActionKind extends WordKind
        permits ServerAction.Kind, LoopAction.Kind, PoolAction.Kind, ConnectionAction.Kind, ClientAction.Kind,
        UdpAction.Kind, RelayAction.Kind, MachineAction.Kind, AwaitAction.Kind, GateAction.Kind, WebAction.Kind {

    /// The name of the constant.
    String name();

    @Override
    default String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The stages that such an action is meant to reach, in their order.
    default List<Stage> plans() {
        return List.of();
    }

    /// The action of a step with this word.
    ///
    /// @param given checked, and with defaults
    Action read(Args given);
}
