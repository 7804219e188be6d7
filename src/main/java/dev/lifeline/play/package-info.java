/// Plays scenarios on real sockets: actors that do exactly what their steps say, each on a thread of its own, under the same
/// recorder and the same sources of evidence as any other trace.
///
/// Threads: one thread plays (the caller's, or in a network namespace of its own one of the play's); each actor has one that does its
/// steps in order. Whoever is interrupted leaves its wait; what a play opened is given back when it ends.
package dev.lifeline.play;
