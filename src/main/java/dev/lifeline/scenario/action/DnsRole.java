package dev.lifeline.scenario.action;

import static dev.lifeline.scenario.word.Parameter.required;

import dev.lifeline.scenario.Need;
import dev.lifeline.scenario.word.Args;
import dev.lifeline.scenario.word.ValueType;
import dev.lifeline.scenario.word.Word;
import java.util.List;
import java.util.Map;

/// A small DNS server on loopback.
///
/// @param answers for each name its addresses, or what happens instead
public record DnsRole(Map<String, List<String>> answers) implements ActorRole {

    public DnsRole {
        answers = Map.copyOf(answers);
    }

    static DnsRole of(Args given) {
        return new DnsRole(given.answers("answers"));
    }

    @Override
    public ActorKind kind() {
        return ActorKind.DNS;
    }

    static Word word() {
        return Word.of(ActorKind.DNS.label(), "A DNS server on loopback; it answers by itself from the beginning on.",
                required("answers", ValueType.ANSWERS,
                        "for each name a list of addresses, or one of nxdomain, servfail, refused, empty, silent"))
                .needing(Need.RESOLVER);
    }
}
