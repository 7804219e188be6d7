package dev.lifeline.scenario.action;

import static dev.lifeline.scenario.word.Parameter.optional;

import dev.lifeline.scenario.Need;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.KernelSwitch;
import dev.lifeline.scenario.word.Parameter;
import dev.lifeline.scenario.word.Rule;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The word that sets switches of the kernel: each of them is a parameter.
final class SwitchesWord {

    private SwitchesWord() {
    }

    static Word word(String label) {
        List<Parameter> parameters = new ArrayList<>();
        for (KernelSwitch each : KernelSwitch.values()) {
            parameters.add(optional(each.label(), ValueType.SWITCH, each.doc()));
        }
        return Word.of(label, "Sets switches of the kernel in the scenario's own network namespace; they are given back at the end.",
                parameters.toArray(new Parameter[0])).needing(Need.NAMESPACE).with(Rule.some(parameters));
    }

    /// Values as the kernel wants them, in the order of the switches.
    static Map<KernelSwitch, String> of(Args given) {
        Map<KernelSwitch, String> values = new LinkedHashMap<>();
        for (KernelSwitch each : KernelSwitch.values()) {
            if (given.has(each.label())) {
                values.put(each, given.text(each.label()));
            }
        }
        return values;
    }

    /// Names of those that a bare number sets.
    static List<String> ofNumbers() {
        List<String> names = new ArrayList<>();
        for (KernelSwitch each : KernelSwitch.values()) {
            if (each.unit() != KernelSwitch.Unit.PORTS) {
                names.add(each.sysctl());
            }
        }
        return names;
    }
}
