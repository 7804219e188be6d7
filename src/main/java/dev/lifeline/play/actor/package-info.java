/// Those who act in a play: each kind of actor, and the sockets that it holds.
package dev.lifeline.play.actor;
