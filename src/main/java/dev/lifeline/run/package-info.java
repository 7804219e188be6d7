/// Runs a trace: reads the target, wires client, server and recorder together, and owns their threads and deadlines.
///
/// A run belongs to the thread that calls it; [dev.lifeline.run.TraceRun#interrupt] may come from any other.
package dev.lifeline.run;
