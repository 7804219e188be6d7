package dev.lifeline.cli.start;

import dev.lifeline.diagnosis.texts.TextFile;
import dev.lifeline.explain.rule.PhraseBook;
import dev.lifeline.linux.SystemCalls;
import dev.lifeline.run.Warmup;
import dev.lifeline.tls.TlsClient;

/// Begins on a thread of its own what a fresh process needs later and takes long for, while the command line is read: the link of
/// the first native call (14 ms), the JDK's first sockets (6 ms), and the texts that every run ends with (6 ms, most of it for the
/// list of what is in the jar).
///
/// One thread and no more: with a third, two processors take longer for the link, which others wait for most.
final class HeadStart implements Runnable {

    private final String command;
    private final boolean kernel;

    private HeadStart(String command, boolean kernel) {
        this.command = command;
        this.kernel = kernel;
    }

    /// Begins, where these arguments look like a run. A wrong guess costs a little time and nothing else.
    static void begin(String[] args) {
        if (explains(args)) {
            Thread.ofPlatform().daemon().name("words-ahead").start(PhraseBook::builtIn);
        }
        if (wanted(args)) {
            boolean kernel = System.getProperty("os.name").equals("Linux") && asksKernel(args);
            Thread.ofPlatform().daemon().name("trace-ahead").start(new HeadStart(args[0], kernel));
            if (speaksTls(args)) {
                Thread.ofPlatform().daemon().name("tls-ahead").start(TlsClient::rehearse);
            }
        }
    }

    /// Does first what is waited for first.
    @Override
    public void run() {
        switch (command) {
            case "run" -> {
                readTexts(); // and the play's own file is in the same jar
                link();
                Warmup.start();
            }
            case "scenarios" -> link();
            default -> {
                link();
                openSockets();
                readTexts();
            }
        }
    }

    private void link() {
        if (kernel) {
            SystemCalls.link();
        }
    }

    private static void openSockets() {
        try {
            Warmup.start().finish();
        } catch (InterruptedException nobodyDoes) {
            // Then it goes on beside the texts.
        }
    }

    private static void readTexts() {
        TextFile.PROGRESS.sections();
        TextFile.PHRASES.sections();
    }

    /// Tells whether the command does more than to print.
    static boolean wanted(String[] args) {
        if (args.length == 0) {
            return false;
        }
        for (String word : args) {
            if (word.equals("-h") || word.equals("--help") || word.equals("--check") || word.startsWith("--replay")) {
                return false;
            }
        }
        return switch (args[0]) {
            case "connect", "serve", "run", "scenarios", "step" -> true;
            default -> false;
        };
    }

    /// Tells whether the vocabulary will be needed, which takes most of the time of an answer to read.
    static boolean explains(String[] args) {
        boolean text = args.length > 1 && args[0].equals("explain");
        for (String word : args) {
            text &= !word.equals("-h") && !word.equals("--help") && !word.equals("--list");
        }
        return text;
    }

    /// Tells whether a connection will speak TLS as a client does.
    static boolean speaksTls(String[] args) {
        boolean found = false;
        for (int i = 1; i < args.length; i++) {
            found |= args[i].equals("--tls") || args[i].startsWith("https://") || args[i].startsWith("tls") && args[i - 1].startsWith("--behavio");
        }
        return found && args[0].equals("connect");
    }

    static boolean asksKernel(String[] args) {
        for (int i = 1; i < args.length; i++) {
            if (args[i].equals("--evidence=portable") || args[i].equals("portable") && args[i - 1].equals("--evidence")) {
                return false;
            }
        }
        return true;
    }
}
