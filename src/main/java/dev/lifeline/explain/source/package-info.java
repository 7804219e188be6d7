/// Logs as they come: bytes become lines, lines become entries, all in bounded memory; only what may hold an error becomes text.
package dev.lifeline.explain.source;
