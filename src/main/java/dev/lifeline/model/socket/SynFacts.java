package dev.lifeline.model.socket;


/// The content of a SYN: the first thing that one host ever says to another.
///
/// @param ttl time to live or hop limit when it arrived; 64 or 128 less the hops on the way
/// @param window the window in bytes (a SYN's is never scaled)
/// @param mss the maximum segment size option in bytes; 0 where absent
/// @param windowScale the window scale option (RFC 7323); -1 where absent
/// @param sackPermitted whether selective acknowledgement is offered (RFC 2018)
/// @param timestamps whether time stamps are offered (RFC 7323)
public record SynFacts(int ttl, int window, int mss, int windowScale, boolean sackPermitted, boolean timestamps) {
}
