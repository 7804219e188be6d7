package dev.lifeline.cli;

import dev.lifeline.client.Deadlines;
import dev.lifeline.client.Script;
import dev.lifeline.run.Escapes;
import picocli.CommandLine.Option;

/// What to say once connected, and what to wait for.
final class ConversationOptions {

    @Option(names = "--send", paramLabel = "TEXT", description = "Write TEXT after connecting; \\n, \\r, \\t, \\\\ and \\xHH are escapes.")
    String send;

    @Option(names = "--expect", paramLabel = "TEXT", description = "TEXT must arrive; otherwise the exit code is 20.")
    String expect;

    @Option(names = "--wait", paramLabel = "TIME", converter = DurationConverter.class,
            description = "With nothing to send: how long to wait for a banner. Silence is no failure.")
    long wait;

    @Option(names = "--quiet", paramLabel = "TIME", converter = DurationConverter.class,
            description = "Stop reading after this much silence when nothing definite is expected (default 100ms).")
    Long quiet;

    @Option(names = "--reset", description = "Leave with a reset (SO_LINGER 0) instead of an orderly close.")
    boolean reset;

    /// The script that is meant.
    ///
    /// @param otherwise what to send where nothing is asked for, or `null`
    Script script(Deadlines deadlines, String otherwise) throws UsageException {
        String text = send == null ? otherwise : send;
        byte[] sent = text == null ? new byte[0] : bytes("--send", text);
        byte[] expected = expect == null ? null : bytes("--expect", expect);
        if (expected != null && expected.length == 0) {
            throw new UsageException("--expect '' is met by anything: leave it out, or say which text must arrive");
        }
        if (quiet != null && quiet == 0) {
            throw new UsageException("--quiet 0 leaves no time for a second chunk: write for example --quiet 100ms");
        }
        return new Script(sent, expected, wait, quiet == null ? Script.DEFAULT_QUIET : quiet, 0, Script.DEFAULT_MAX_BYTES, reset, deadlines);
    }

    private static byte[] bytes(String option, String text) throws UsageException {
        try {
            return Escapes.bytes(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException(option + ": " + e.getMessage());
        }
    }
}
