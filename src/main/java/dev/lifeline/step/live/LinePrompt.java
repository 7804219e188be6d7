package dev.lifeline.step.live;

import dev.lifeline.terminal.TypedLine;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/// Lines of a pipe or of a script: empty ones are `next`, those that begin with `#` are remarks. They are read on a thread of their
/// own: a pipe that is silent cannot be interrupted.
public final class LinePrompt implements Prompt {

    /// A longer line is no command.
    private static final int LONGEST = 4_096;
    private static final int AHEAD = 64;

    private final BlockingQueue<TypedLine> lines = new ArrayBlockingQueue<>(AHEAD);
    private final OutputStream out;
    private final Thread reader;
    private volatile IOException failed;

    /// Reads lines that nobody types.
    public LinePrompt(InputStream in) {
        this(in, null);
    }

    /// Reads lines that somebody types at a terminal that cannot be edited on.
    ///
    /// @param out where the sign is written that asks for a line; `null` where nobody is asked
    public LinePrompt(InputStream in, OutputStream out) {
        this.out = out;
        BufferedReader from = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.reader = Thread.ofPlatform().daemon().name("trace-step-input").start(() -> read(from));
    }

    private void read(BufferedReader from) {
        try {
            try (from) {
                for (String line = next(from); line != null; line = next(from)) {
                    if (!line.startsWith("#")) {
                        lines.put(TypedLine.of(line));
                    }
                }
            } catch (IOException e) {
                failed = e;
            }
            lines.put(TypedLine.END);
        } catch (InterruptedException closed) {
            // Nobody wants the rest.
            return;
        }
    }

    @Override
    public TypedLine read(String sign) throws IOException {
        ask(sign);
        try {
            TypedLine line = lines.take();
            if (line.kind() == TypedLine.Kind.END && failed != null) {
                throw failed;
            }
            return line;
        } catch (InterruptedException e) {
            return TypedLine.INTERRUPT;
        }
    }

    private void ask(String sign) {
        if (out != null) {
            try {
                out.write(sign.getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException e) {
                // The terminal has gone: so is what comes from it, which the reader finds out.
                return;
            }
        }
    }

    /// Reads to the end of the line, and keeps no more of it than a command can have.
    private static String next(BufferedReader from) throws IOException {
        StringBuilder line = new StringBuilder();
        int c = from.read();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n') {
            if (line.length() < LONGEST) {
                line.append((char) c);
            }
            c = from.read();
        }
        return line.toString().stripTrailing();
    }

    @Override
    public boolean isPerson() {
        return out != null;
    }

    @Override
    public void close() {
        reader.interrupt();
    }
}
