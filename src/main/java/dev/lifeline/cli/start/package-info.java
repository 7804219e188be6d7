/// The start of the process, and what happens before and around a command.
package dev.lifeline.cli.start;
