/// The two connections of a relay: bytes, ends and resets from the one to the other, in their order and in their time.
package dev.lifeline.play.relay;
