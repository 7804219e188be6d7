/// Datagrams between the UDP sockets of a play. Pure.
package dev.lifeline.analysis.datagram;
