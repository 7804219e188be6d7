/// Crowds of a play: what their members did, summed up, and who of them did otherwise. Pure.
package dev.lifeline.analysis.crowd;
