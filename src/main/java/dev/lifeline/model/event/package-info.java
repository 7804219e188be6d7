/// The events of a trace: what happened, one record each, a file for each group.
package dev.lifeline.model.event;
