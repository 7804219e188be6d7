/// What a command leaves: on the screen, on stdout, in files.
package dev.lifeline.cli.report;
