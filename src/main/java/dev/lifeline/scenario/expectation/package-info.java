/// Expectations of scenarios, a file each.
package dev.lifeline.scenario.expectation;
