/// Draws what a person sees at a stop: cards that append, each of a few lines. Pure.
package dev.lifeline.step.card;
