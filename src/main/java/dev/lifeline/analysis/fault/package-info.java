/// Faults that a person added, joined from their events and the holds that they made. Pure.
package dev.lifeline.analysis.fault;
