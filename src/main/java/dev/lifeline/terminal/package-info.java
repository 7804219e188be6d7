/// The edge to a person's terminal: what it can show, the one decision about colour, and frames turned into bytes.
package dev.lifeline.terminal;
