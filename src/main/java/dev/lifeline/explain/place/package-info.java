/// From the phrases found in a text to where each of its errors was observed: the causes in it, and the parts of each put together.
package dev.lifeline.explain.place;
