/// Headers of packets: IP (RFC 791, RFC 8200), TCP (RFC 9293) and ICMP (RFC 792, RFC 4443), decoded from bytes that nobody
/// vouches for. Pure.
package dev.lifeline.linux.wire;
