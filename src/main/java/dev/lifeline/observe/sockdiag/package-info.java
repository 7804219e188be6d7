/// The kernel's own table of sockets as a witness: `sock_diag(7)`, without privilege.
///
/// Two places look. [dev.lifeline.observe.sockdiag.SockDiagObserver] looks on the traced program's thread right after it recorded
/// an event; a watcher thread looks between events, and records only what changed. Both go through one table of the sockets that
/// are watched, behind one lock.
package dev.lifeline.observe.sockdiag;
