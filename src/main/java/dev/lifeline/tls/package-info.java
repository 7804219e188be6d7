/// TLS over a stream of bytes (RFC 8446, RFC 5246): what passes in plain taken apart, the JDK's engine driven without blocking, and
/// failures named by their cause. Nothing here records; who drives it hears what was seen.
package dev.lifeline.tls;
