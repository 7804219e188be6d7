/// The source `descriptors`: facts about the traced program's own sockets that the kernel tells only to whoever holds a
/// descriptor.
///
/// Nothing is asked of the JDK: a socket is found by its names and its inode among the descriptors of the process, while the
/// thread that owns it waits and so cannot close it.
package dev.lifeline.observe.descriptors;
