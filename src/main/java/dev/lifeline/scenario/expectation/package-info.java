/// What a scenario can expect, a file each.
package dev.lifeline.scenario.expectation;
