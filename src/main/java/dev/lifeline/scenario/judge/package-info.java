/// Judge of scenarios: whether all that is expected was seen. Pure: the same trace gives the same findings.
package dev.lifeline.scenario.judge;
