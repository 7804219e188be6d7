package dev.lifeline.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.lifeline.model.Trace;
import dev.lifeline.model.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// Every fault as every group of observers tells it: one file that a person reads from top to bottom.
/// `-Dlifeline.golden=write` writes it anew; look at every sentence of it before you commit it.
class EvidenceVerdictsTest {

    private static final String FILE = "dev/lifeline/diagnosis/evidence-verdicts.txt";

    @Test
    void everyObserverSaysWhatItCanAndNoMore() throws IOException {
        StringBuilder text = new StringBuilder();
        for (Fault fault : Fault.values()) {
            Trace all = fault.trace();
            text.append("==== ").append(fault.name().toLowerCase(Locale.ROOT).replace('_', ' ')).append('\n');
            Verdict before = null;
            for (Witnesses witnesses : Witnesses.ALL) {
                if (witnesses.fit(all)) {
                    Verdict verdict = Diagnosis.of(witnesses.of(all));
                    text.append("-- ").append(witnesses).append('\n');
                    text.append(verdict.equals(before) ? "   (the same)\n" : told(verdict));
                    before = verdict;
                }
            }
            text.append('\n');
        }
        if ("write".equals(System.getProperty("lifeline.golden"))) {
            Path file = Path.of("src/test/resources", FILE);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
        try (InputStream expected = EvidenceVerdictsTest.class.getClassLoader().getResourceAsStream(FILE)) {
            assertNotNull(expected, "no golden file");
            assertEquals(new String(expected.readAllBytes(), StandardCharsets.UTF_8), text.toString());
        }
    }

    private static String told(Verdict verdict) {
        return "   happened    " + verdict.happened() + "\n   proved      " + verdict.proved()
                + "\n   not proved  " + verdict.notProved() + "\n"
                + (verdict.next() == null ? "" : "   next        " + verdict.next() + "\n");
    }
}
