package dev.lifeline.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jline.utils.InfoCmp;
import org.jline.utils.InfoCmp.Capability;
import org.junit.jupiter.api.Test;

class PlainTerminalTest {

    private record Read(Set<Capability> flags, Map<Capability, Integer> numbers, Map<Capability, String> sequences) {

        static Read of(String description) {
            Read read = new Read(EnumSet.noneOf(Capability.class), new EnumMap<>(Capability.class), new EnumMap<>(Capability.class));
            InfoCmp.parseInfoCmp(description, read.flags, read.numbers, read.sequences);
            return read;
        }
    }

    /// JLine reads the same out of it as out of its own file.
    @Test
    void saysWhatJlineKnowsWithoutRareKeys() {
        Read jline = Read.of(InfoCmp.getDefaultInfoCmp(PlainTerminal.TYPE));
        for (int key = 13; key <= 63; key++) {
            jline.sequences.remove(Capability.valueOf("key_f" + key));
        }
        assertEquals(jline, Read.of(PlainTerminal.CAPABILITIES));
        assertEquals("\\EOA", jline.sequences.get(Capability.key_up));
    }
}
