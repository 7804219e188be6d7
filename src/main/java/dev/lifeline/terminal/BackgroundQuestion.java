package dev.lifeline.terminal;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Asks the terminal for its background (OSC 11), and behind that what it is (DA1), which every terminal answers, in order: one that
/// answers only the second has nothing to say to the first, and is not waited for. Only a command that is there to look at the
/// surroundings asks: what a person types meanwhile would be lost.
public final class BackgroundQuestion {

    /// `OSC 11 ; ? ST`, and `CSI c`, of ctlseqs (xterm).
    static final String QUESTION = "\u001b]11;?\u001b\\\u001b[c";

    private static final String ANSWER = "\u001b]11;";
    private static final String END_OF_ANSWER = "\u001b\\";
    private static final char BELL = '\u0007';
    private static final String IDENTITY = "\u001b[?";

    private static final long NEAR_MILLIS = 200;

    /// Over ssh: an answer that comes after the deadline would stand in the shell's next line.
    private static final long FAR_MILLIS = 1000;

    /// An answer and an identity have some 40 bytes.
    private static final int MOST_BYTES = 256;

    private BackgroundQuestion() {
    }

    /// The terminal's answer.
    ///
    /// @param background the background, or `null`
    /// @param silence why there is none, or `null`
    public record Reply(Background background, String silence) {
    }

    /// Asks the terminal of this process, which its standard input and output have to be.
    public static Reply ask(Map<String, String> environment) {
        String term = environment.getOrDefault("TERM", "dumb");
        if (term.isEmpty() || term.equals("dumb") || term.equals("linux") || term.startsWith("eterm")) {
            return new Reply(null, "a terminal of the kind " + (term.isEmpty() ? "dumb" : term) + " is not asked");
        }
        boolean far = environment.containsKey("SSH_CONNECTION") || environment.containsKey("SSH_TTY");
        try (RawMode _ = RawMode.set(); FileInputStream in = new FileInputStream(RawMode.TERMINAL);
             FileOutputStream out = new FileOutputStream(RawMode.TERMINAL)) {
            return in.available() > 0 ? new Reply(null, "something was typed already, so it was not asked")
                    : converse(in, out, far ? FAR_MILLIS : NEAR_MILLIS);
        } catch (IOException e) {
            return new Reply(null, "it could not be asked: " + e.getMessage());
        }
    }

    /// Asks and reads until all is answered, or the time is over.
    ///
    /// @param in gives nothing (-1) where nothing came for a while
    static Reply converse(InputStream in, OutputStream out, long millis) throws IOException {
        out.write(QUESTION.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        byte[] bytes = new byte[MOST_BYTES];
        int count = 0;
        do {
            int more = in.read(bytes, count, MOST_BYTES - count);
            count += Math.max(0, more);
            String text = new String(bytes, 0, count, StandardCharsets.ISO_8859_1);
            if (identified(text)) {
                Background background = background(text);
                return new Reply(background, background != null ? null : text.contains(ANSWER) ? "its answer cannot be read" : "it does not tell");
            }
        } while (count < MOST_BYTES && System.nanoTime() < end);
        Background background = background(new String(bytes, 0, count, StandardCharsets.ISO_8859_1));
        return new Reply(background, background != null ? null : "it did not answer within " + millis + " ms");
    }

    /// Tells whether the answer to the second question is there: `CSI ? numbers c`.
    private static boolean identified(String text) {
        int at = text.lastIndexOf(IDENTITY);
        if (at < 0) {
            return false;
        }
        at += IDENTITY.length();
        while (at < text.length() && (text.charAt(at) == ';' || text.charAt(at) >= '0' && text.charAt(at) <= '9')) {
            at++;
        }
        return at < text.length() && text.charAt(at) == 'c';
    }

    private static Background background(String text) {
        int begin = text.indexOf(ANSWER);
        if (begin < 0) {
            return null;
        }
        begin += ANSWER.length();
        int bell = text.indexOf(BELL, begin);
        int string = text.indexOf(END_OF_ANSWER, begin);
        int end = bell < 0 ? string : string < 0 ? bell : Math.min(bell, string);
        return end < 0 ? null : Background.answer(text.substring(begin, end));
    }
}
