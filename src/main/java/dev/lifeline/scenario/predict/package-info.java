/// Questions that a scenario asks before a step runs: predictions, puzzles of order, and the beliefs that they are made of.
package dev.lifeline.scenario.predict;
