package dev.lifeline.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileNamesTest {

    @TempDir
    Path folder;

    @Test
    void filesAreCompletedFolderByFolder() throws Exception {
        Files.createDirectory(folder.resolve("walks"));
        Files.createFile(folder.resolve("w\u001b.ndjson"));
        Files.createFile(folder.resolve("walk.ndjson"));

        assertEquals(List.of(folder + "/walk.ndjson", folder + "/walks/"), FileNames.of(folder + "/wa"));
        assertEquals(List.of(), FileNames.of(folder + "/absent/x"));
    }
}
