/// Predictions of a walk: what is asked at a stop, what was answered, and what the run said. Pure, over what a journey has seen.
package dev.lifeline.step.predict;
