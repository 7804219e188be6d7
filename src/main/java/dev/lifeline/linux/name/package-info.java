/// Names as the C library looks them up: `getaddrinfo(3)`, the one way in that ordinary programs use.
///
/// The structures are read field by field with bounds. The one thing that is changed is how a thread of our own asks DNS servers
/// ([dev.lifeline.linux.name.PrivateResolver]).
package dev.lifeline.linux.name;
