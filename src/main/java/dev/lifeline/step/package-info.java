/// Walks through one connection: commands, the stops of a journey, a cursor over them, and the cards that a person sees. Pure, over
/// a trace: whether a live run is behind it or a recording, is known to `step.live` alone.
package dev.lifeline.step;
