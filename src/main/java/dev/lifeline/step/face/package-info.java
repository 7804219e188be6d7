/// The faces of a walk: one model of what can be seen at a stop, and the ways to show it. Pure.
package dev.lifeline.step.face;
