package dev.lifeline.linux.name;

import java.nio.ByteBuffer;

/// Memory that belongs to the C library, by its address.
interface LibraryMemory {

    /// The bytes that begin there, in the machine's byte order. Not all of them need exist: no more may be read than is known to.
    ByteBuffer at(long address, int bytes);
}
