/// A loopback server with a chosen behaviour, whose event loop is the thing to be looked at.
///
/// Threads: [dev.lifeline.server.LoopbackServer] may be used by any thread. Everything else runs on the one thread of the
/// event loop, so it needs no locks; nothing there ever blocks except the selector. Each socket belongs to the loop, which
/// closes it.
package dev.lifeline.server;
