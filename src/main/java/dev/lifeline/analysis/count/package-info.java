/// Counts over all connections of a trace. Pure.
package dev.lifeline.analysis.count;
