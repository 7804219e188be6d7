/// The turns of the event loop: what is left for later in them, and what is told of them.
package dev.lifeline.server.turn;
