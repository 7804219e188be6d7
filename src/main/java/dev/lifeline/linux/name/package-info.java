/// Names as the C library looks them up: `getaddrinfo(3)`, the one way in that ordinary programs use.
///
/// The structures are read field by field with bounds; nothing of the C library's memory is kept.
package dev.lifeline.linux.name;
