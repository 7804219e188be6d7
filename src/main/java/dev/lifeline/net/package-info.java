/// The bytes of one connection, as programs read and write them: over a channel today, with TLS between later.
package dev.lifeline.net;
