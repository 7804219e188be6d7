/// Crowds in words: how many, how long, how it ended, and who of them did otherwise. Pure.
package dev.lifeline.wording.crowd;
