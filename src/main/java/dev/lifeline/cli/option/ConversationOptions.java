package dev.lifeline.cli.option;

import dev.lifeline.cli.UsageException;
import dev.lifeline.client.Deadlines;
import dev.lifeline.client.Script;
import dev.lifeline.text.Escapes;
import dev.lifeline.text.Quoted;

/// Options for what is said once connected, and what is waited for.
public final class ConversationOptions {

    private static final int LONGEST_QUOTE = 80;

    private String send;
    private String sendFile;
    private String expect;
    private long wait;
    private Long quiet;
    private boolean reset;

    public OptionList options() {
        return new OptionList()
                .text("--send", "TEXT", "Write TEXT after connecting. \\n, \\r, \\t, \\\\ and \\xHH are escapes; - is standard input.",
                        text -> send = text)
                .text("--send-file", "FILE", "Write the bytes of FILE after connecting, as they are.", name -> sendFile = name)
                .text("--expect", "TEXT", "TEXT must arrive; otherwise the exit code is 20.", text -> expect = text)
                .time("--wait", "How long to wait for a banner, or for an answer that need not come: silence is no failure then.",
                        time -> wait = time)
                .time("--quiet", "Stop reading after this much silence when nothing definite is expected (default 100ms).",
                        time -> quiet = time)
                .flag("--reset", "Leave with a reset (SO_LINGER 0) instead of an orderly close.", on -> reset = on);
    }

    /// Tells whether the peer is to speak first.
    public boolean waits() {
        return wait > 0;
    }

    /// Tells whether bytes of the person's own are written.
    public boolean sends() {
        return send != null || sendFile != null;
    }

    /// The script that is meant.
    ///
    /// @param otherwise what to send where nothing is asked for, or `null`
    public Script script(Deadlines deadlines, String otherwise, BytesInput input) throws UsageException {
        byte[] sent = sent(otherwise, input);
        byte[] expected = expect == null ? null : bytes("--expect", expect);
        if (expected != null && expected.length == 0) {
            throw new UsageException("--expect '' is met by anything: leave it out, or say which text must arrive");
        }
        if (quiet != null && quiet == 0) {
            throw new UsageException("--quiet 0 leaves no time for a second chunk: write for example --quiet 100ms");
        }
        return new Script(sent, expected, wait, quiet == null ? Script.DEFAULT_QUIET : quiet, 0, Script.DEFAULT_MAX_BYTES, reset, deadlines);
    }

    private byte[] sent(String otherwise, BytesInput input) throws UsageException {
        if (send != null && sendFile != null) {
            throw new UsageException("--send and --send-file are both what is written: leave one out");
        }
        if (sendFile != null) {
            return input.bytes("--send-file", sendFile);
        }
        if (BytesInput.STDIN.equals(send)) {
            return input.bytes("--send", send);
        }
        String text = send == null ? otherwise : send;
        return text == null ? new byte[0] : bytes("--send", text);
    }

    /// Refuses what has no meaning where requests of HTTP are made.
    public void checkWeb() throws UsageException {
        if (sends()) {
            throw new UsageException("--send writes bytes of your own where the request would be: write HOST:PORT and no option of HTTP, or leave --send out");
        }
        if (wait > 0 || quiet != null) {
            throw new UsageException((wait > 0 ? "--wait" : "--quiet") + " is for peers of which it is not known when they are done; an answer of HTTP says it: "
                    + "leave it out, or write --read-timeout or --idle-timeout");
        }
    }

    static byte[] bytes(String option, String text) throws UsageException {
        int unknown = Escapes.unknown(text);
        if (unknown >= 0) {
            throw new UsageException(option + ": the escape at character " + (unknown + 1) + " of " + Quoted.typed(text, LONGEST_QUOTE)
                    + " is not known: there are \\n \\r \\t \\\\ \\\" and \\xHH");
        }
        return Escapes.bytes(text);
    }
}
