package dev.lifeline.observe.portable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Recognises that a call failed only because this process has no descriptor left (EMFILE of open(2) and socket(2), setrlimit(2)):
/// then it says nothing about what was asked for.
public final class SpentDescriptors {

    /// The command that allows more of them.
    public static final String MORE = "ulimit -n 1024";

    /// As many as a class of the JDK opens at most while it is initialised.
    private static final int ENOUGH = 8;

    private SpentDescriptors() {
    }

    /// Tells whether a failure was that.
    public static boolean ranOut(Throwable failure) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (ranOut(each.getMessage())) {
                return true;
            }
        }
        return failure instanceof LinkageError && isNear();
    }

    /// Tells whether a reason says so, in the system's words or by its name.
    ///
    /// @param reason or `null`
    public static boolean ranOut(String reason) {
        return reason != null && (reason.contains("Too many open files") || reason.contains("EMFILE"));
    }

    /// A class that could not be initialised does not say why a second time.
    private static boolean isNear() {
        List<InputStream> opened = new ArrayList<>();
        try {
            for (int i = 0; i < ENOUGH; i++) {
                opened.add(Files.newInputStream(Path.of("/dev/null")));
            }
            return false;
        } catch (IOException e) {
            return ranOut(e.getMessage());
        } finally {
            for (InputStream each : opened) {
                close(each);
            }
        }
    }

    private static void close(InputStream each) {
        try {
            each.close();
        } catch (IOException e) {
            // Nothing was read from it.
            return;
        }
    }
}
