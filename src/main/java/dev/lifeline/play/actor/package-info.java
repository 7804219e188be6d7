/// Actors of a play: each kind of actor, and the sockets that it holds.
package dev.lifeline.play.actor;
