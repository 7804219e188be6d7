package dev.lifeline.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Reader of the kernel's parameters, files below `/proc/sys` (proc_sys(5)).
public final class KernelParameter {

    private KernelParameter() {
    }

    /// Reads by whole lines: such a file answers only a read from its beginning, and `readString` begins with one of a single byte.
    ///
    /// @return its line, without the space around it; empty where it has none
    public static String read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        return lines.isEmpty() ? "" : lines.getFirst().strip();
    }
}
