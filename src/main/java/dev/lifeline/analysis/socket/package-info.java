/// Conclusions from looks at the kernel's table of sockets: the history of both ends of a connection, the moment that matters.
/// Pure.
package dev.lifeline.analysis.socket;
