/// The command `trace explain`: its options, a log on standard input, its JSON.
package dev.lifeline.cli.explain;
