package dev.lifeline.linux.packet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RingSizeTest {

    /// A kernel for AArch64 may have been built with these; it refuses blocks that are no whole pages.
    private static final int LARGEST_PAGE = 65_536;

    @Test
    void theOrdinaryBlockIsOfWholePagesEverywhere() {
        assertEquals(0, RingSize.ORDINARY.blockBytes() % LARGEST_PAGE);
        assertEquals(4 << 20, RingSize.ORDINARY.bytes());
    }
}
