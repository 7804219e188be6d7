package dev.lifeline.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The terminal's mode while it is asked something: its answer is not shown, comes without a line's end, and a read waits a tenth of a
/// second at most (stty(1), termios(3): VMIN 0, VTIME 1). The mode from before comes back when this is closed, or when a signal ends
/// the process. Ctrl-C works on; Ctrl-Z does not, it would leave the terminal so.
final class RawMode implements AutoCloseable {

    static final File TERMINAL = new File("/dev/tty");

    private static final long STTY_SECONDS = 2;

    private final String before;
    private final Thread hook;

    private RawMode(String before) {
        this.before = before;
        this.hook = new Thread(this::restore, "trace-stty");
    }

    /// Sets the mode.
    ///
    /// @throws IOException where there is no terminal, or none in the foreground, or no stty
    static RawMode set() throws IOException {
        if (!foreground()) {
            // A read, and stty, would stop a process in the background (SIGTTIN, SIGTTOU).
            throw new IOException("this command is not in the terminal's foreground");
        }
        String before = stty(List.of("-g"));
        if (!saved(before)) {
            throw new IOException("stty -g did not tell the terminal's mode");
        }
        RawMode mode = new RawMode(before);
        Runtime.getRuntime().addShutdownHook(mode.hook);
        try {
            stty(List.of("-icanon", "-echo", "min", "0", "time", "1", "susp", "undef"));
        } catch (IOException e) {
            mode.close();
            throw e;
        }
        return mode;
    }

    /// Gives back the mode from before.
    @Override
    public void close() {
        restore();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook does the same once more.
            return;
        }
    }

    private void restore() {
        try {
            stty(List.of(before));
        } catch (IOException e) {
            System.err.println("trace: the terminal's mode could not be given back: type stty sane");
        }
    }

    private static String stty(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("stty"));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectInput(TERMINAL).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            if (!process.waitFor(STTY_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("stty did not end");
            }
            String text = new String(process.getInputStream().readNBytes(1024), StandardCharsets.US_ASCII).strip();
            if (process.exitValue() != 0) {
                throw new IOException("stty failed");
            }
            return text;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        } finally {
            process.destroyForcibly();
        }
    }

    private static boolean saved(String mode) {
        for (int i = 0; i < mode.length(); i++) {
            char sign = mode.charAt(i);
            if (!Character.isLetterOrDigit(sign) && ":=".indexOf(sign) < 0) {
                return false;
            }
        }
        return !mode.isEmpty();
    }

    /// Tells whether this process is in the foreground of its terminal: proc_pid_stat(5) has pgrp as its 5th and tpgid as its 8th field.
    private static boolean foreground() throws IOException {
        Path stat = Path.of("/proc/self/stat");
        if (Files.exists(stat)) {
            String text = Files.readString(stat, StandardCharsets.ISO_8859_1);
            // The 2nd field is a name in brackets, which can hold anything.
            String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
            return fields.length > 5 && fields[2].equals(fields[5]);
        }
        Process process = new ProcessBuilder("ps", "-o", "stat=", "-p", Long.toString(ProcessHandle.current().pid())).start();
        try {
            // ps(1) marks the foreground with a plus sign.
            return process.waitFor(STTY_SECONDS, TimeUnit.SECONDS)
                    && new String(process.getInputStream().readNBytes(64), StandardCharsets.US_ASCII).contains("+");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }
}
