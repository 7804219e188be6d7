/// The stages of a trace, one line each: the default view. Pure.
package dev.lifeline.view.stages;
