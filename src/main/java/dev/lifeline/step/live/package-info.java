/// The hands of the stepper: gates that hold a live run, the prompt, and the loop between a person and both.
package dev.lifeline.step.live;
