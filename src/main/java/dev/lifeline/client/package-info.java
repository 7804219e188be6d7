/// The client's side of a connection: look-up, route, the race of connects, the conversation and the close.
///
/// Threads: one platform thread runs the stages of a connection one after the other and blocks with a deadline at each. The
/// resolver, which cannot be cancelled, and each attempt of the race have a thread or a selector of their own. Interrupting the
/// thread ends any wait; what was opened is closed on every way out.
package dev.lifeline.client;
