package dev.lifeline.explain.place;

import dev.lifeline.explain.rule.Match;

/// Words of a text that tell what was being done.
///
/// @param act what
/// @param match the words
/// @param weak whether they only name the purpose (`could not connect`), which a reset later serves as well
record ActClue(Act act, Match match, boolean weak) {
}
