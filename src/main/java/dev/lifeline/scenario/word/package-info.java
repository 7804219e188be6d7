/// The words of scenarios: what each can be given, and how it is written.
package dev.lifeline.scenario.word;
