/// A trace in the formats of other tools, one class a format.
///
/// An exporter is a pure function of a trace, its timeline and its verdict: no socket, no clock, no locale. All text that it
/// hands on may come from outside, and is made harmless and bounded here.
package dev.lifeline.export;
