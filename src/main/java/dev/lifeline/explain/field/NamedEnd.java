package dev.lifeline.explain.field;

import dev.lifeline.explain.Site;

/// An end of a connection that stands in a text.
///
/// @param site it
/// @param at where it stands
/// @param role which end
/// @param weight how surely it is the one that the error is about
record NamedEnd(Site site, int at, EndRole role, int weight) {
}
