package dev.lifeline.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A few of the mutated recordings and scenarios of `scripts/fuzz`.
@Timeout(120)
class MutatedRunsTest {

    private static final int SOME = 300;

    @TempDir
    private Path folder;

    @Test
    void nothingThatIsReadBreaksTheToolOrSteersATerminal() throws IOException {
        MutatedRuns runs = new MutatedRuns(folder);
        for (int seed = 1; seed <= SOME; seed++) {
            runs.run(seed);
        }
        assertEquals(List.of(), runs.faults());
        // Mutants that are refused at once would show nothing of the rest.
        assertTrue(runs.codes().getOrDefault(0, 0) > SOME / 10, runs.codes().toString());
    }
}
