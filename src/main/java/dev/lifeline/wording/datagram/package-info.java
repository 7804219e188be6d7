/// Datagrams and UDP sockets in words. Pure.
package dev.lifeline.wording.datagram;
