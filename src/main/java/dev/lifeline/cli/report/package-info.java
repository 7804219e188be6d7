/// Output of the commands: on the screen, on stdout, in files.
package dev.lifeline.cli.report;
