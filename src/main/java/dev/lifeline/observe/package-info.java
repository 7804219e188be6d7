/// Sources of evidence beside the traced programs themselves: whether each can be used on this machine, tried for real.
///
/// Client and server do not know that observers exist.
package dev.lifeline.observe;
