/// The vocabulary: which wording of which program means what, as data, and the engine that finds it in a text.
package dev.lifeline.explain.rule;
