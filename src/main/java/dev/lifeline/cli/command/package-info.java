/// The commands of `trace`: each parses, calls package `run`, `play` or `file`, and hands over what came of it.
package dev.lifeline.cli.command;
