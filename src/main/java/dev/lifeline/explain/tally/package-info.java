/// Counts of the errors in a log, in bounded memory. Pure.
package dev.lifeline.explain.tally;
