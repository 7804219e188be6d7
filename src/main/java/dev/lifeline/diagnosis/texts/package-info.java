/// The texts of verdicts as data: sections of one format, the conditions that choose among them, and the placeholders in them.
package dev.lifeline.diagnosis.texts;
