/// Conclusions about the time that a run took. Pure.
package dev.lifeline.analysis.pace;
