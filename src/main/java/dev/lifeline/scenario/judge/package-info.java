/// Whether what a scenario expects was seen. Pure: the same trace gives the same findings.
package dev.lifeline.scenario.judge;
