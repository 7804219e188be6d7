/// A first walk: what to type next, and what it showed. Pure.
package dev.lifeline.step.intro;
