/// Words for the turns of an event loop.
package dev.lifeline.model.loop;
