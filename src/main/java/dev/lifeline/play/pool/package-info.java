/// A server with worker threads, of which each serves one connection at a time: accept by a boss or by each worker, a queue between
/// them, a handler that computes or waits for another server.
package dev.lifeline.play.pool;
