/// A private name service: a small DNS server on loopback with names that are given to it, and look-ups of the C library that ask
/// it, so that every way in which a name can fail happens for real, without privileges and without a question that leaves the
/// machine.
///
/// Messages from the socket are data: what is no well-formed question is counted and not answered.
package dev.lifeline.play.dns;
