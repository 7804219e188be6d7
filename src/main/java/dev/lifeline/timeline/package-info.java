/// Turns the events of a trace into spans, holds and marks on one axis. Pure.
package dev.lifeline.timeline;
