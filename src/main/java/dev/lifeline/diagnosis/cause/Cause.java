package dev.lifeline.diagnosis.cause;

import java.util.List;
import java.util.Set;

/// One section of the data file: what a failure means under some conditions. The texts hold placeholders (see [Template]).
///
/// @param key the stage and the code, or what else the section is about
/// @param conditions what must hold for it; empty for always
/// @param happened what happened
/// @param proved what that proves
/// @param notProved what it does not prove
/// @param next commands, the best first: the first whose placeholders can all be filled safely is told
public record Cause(String key, Set<Condition> conditions, String happened, String proved, String notProved, List<String> next) {

    public Cause {
        conditions = Set.copyOf(conditions);
        next = List.copyOf(next);
    }
}
