package dev.lifeline.scenario.yaml;

import dev.lifeline.scenario.Need;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.EventText;
import dev.lifeline.scenario.word.Parameter;
import dev.lifeline.scenario.word.SpanText;
import dev.lifeline.scenario.word.TargetText;
import dev.lifeline.scenario.word.ValueType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Infers what a scenario needs from the words that it uses: from what the words and their parameters need, from IPv6 addresses, and
/// from events that only packets show. What cannot be inferred (`root`) its file says.
final class InferredNeeds {

    private final Set<Need> needs = EnumSet.noneOf(Need.class);

    private InferredNeeds() {
    }

    /// All that is needed, in the order of [Need].
    ///
    /// @param words all words that the file uses, with what they were given
    /// @param said what the file says itself
    static List<Need> of(List<Given> words, List<Need> said) {
        InferredNeeds found = new InferredNeeds();
        found.needs.addAll(said);
        for (Given given : words) {
            found.add(given.word().need());
            for (Parameter parameter : given.word().parameters()) {
                if (given.has(parameter.name()) && given.args().has(parameter.name())) {
                    found.add(parameter.need(given.args().value(parameter.name())));
                    found.look(parameter.type(), given.args(), parameter.name());
                }
            }
        }
        return new ArrayList<>(found.needs);
    }

    private void add(Need need) {
        if (need != null) {
            needs.add(need);
        }
    }

    private void look(ValueType type, Args args, String name) {
        switch (type) {
            case ADDRESS -> address(args.text(name));
            case TARGET -> address(TargetText.target(args.text(name)).host());
            case SOURCE -> address(TargetText.source(args.text(name)).host());
            case ANSWERS -> args.answers(name).values().forEach(answers -> answers.forEach(this::address));
            case EVENT -> event(EventText.parse(args.text(name)));
            case EVENTS -> args.texts(name).forEach(text -> event(EventText.parse(text)));
            case SPAN -> {
                event(SpanText.parse(args.text(name)).from());
                event(SpanText.parse(args.text(name)).to());
            }
            default -> { }
        }
    }

    /// @param host a name or an address, or `null`
    private void address(String host) {
        if (host != null && host.indexOf(':') >= 0) {
            needs.add(Need.IPV6);
        }
    }

    private void event(EventText event) {
        if (event.kind() == EventText.Kind.PACKET) {
            needs.add(Need.PACKET);
        }
    }
}
