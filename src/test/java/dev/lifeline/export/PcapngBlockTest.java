package dev.lifeline.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PcapngBlockTest {

    @Test
    void aBlockIsTheseBytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PcapngBlock().start(1).u16(101).u16(0).u32(0).text(2, "lo").option(9, (byte) 9).end(out);
        assertArrayEquals(new byte[] {1, 0, 0, 0, 40, 0, 0, 0, 101, 0, 0, 0, 0, 0, 0, 0, 2, 0, 2, 0, 'l', 'o', 0, 0,
            9, 0, 1, 0, 9, 0, 0, 0, 0, 0, 0, 0, 40, 0, 0, 0}, out.toByteArray());
    }

    @Test
    void oneBlockLeavesNothingForTheNext() throws IOException {
        PcapngBlock block = new PcapngBlock();
        block.start(1).u32(-1).u32(-1).text(2, "x".repeat(10_000)).end(new ByteArrayOutputStream());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        block.start(1).u32(0).u32(0).text(2, "a").end(out);
        assertEquals("a", read(out).text(2));
    }

    @Test
    void aTextThatDoesNotFitIsCutBetweenCharacters() throws IOException {
        for (String start : new String[] {"", "a", "ab", "abc"}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            new PcapngBlock().start(1).u32(0).u32(0).text(2, start + "\ud83d\ude00".repeat(40_000)).text(3, "next").end(out);
            PcapngFile.Block block = read(out);
            String text = block.text(2);
            assertTrue(text.length() > 32_000 && text.endsWith("\ud83d\ude00"), "length " + text.length());
            assertEquals("next", block.text(3));
        }
    }

    @Test
    void anEmptyTextIsNoOption() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PcapngBlock().start(1).u32(0).u32(0).text(2, "").end(out);
        assertEquals(24, out.size());
    }

    /// Reads one interface block, behind a section that makes it a file.
    private static PcapngFile.Block read(ByteArrayOutputStream block) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new PcapngBlock().start(PcapngFile.SECTION).u32(0x1A2B3C4D).u16(1).u16(0).u64(-1).end(file);
        block.writeTo(file);
        return PcapngFile.of(file.toByteArray()).blocks().getLast();
    }
}
