/// The commands of `trace` and what they have in common: options, exit codes, signals and messages.
///
/// stdout is data and stderr is talk. A command parses, calls package `run` or `file`, and hands the trace to [dev.lifeline.cli.report.Presenter].
package dev.lifeline.cli;
