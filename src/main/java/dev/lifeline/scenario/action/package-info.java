/// Actors and their actions: the words of each, and what steps tell them to do.
package dev.lifeline.scenario.action;
