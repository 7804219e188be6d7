package dev.lifeline.cli.start;

import dev.lifeline.diagnosis.texts.TextFile;
import dev.lifeline.linux.SystemCalls;
import dev.lifeline.run.Warmup;
import java.util.List;

/// Begins on a thread of its own what a fresh process needs later and takes long for, while the command line is read: the link of
/// the first native call (14 ms), or where none is wanted the JDK's first sockets (6 ms), and then the texts that every run ends
/// with (4 ms). One thread and no more: with a third, two processors take longer for the link, which others wait for most.
final class HeadStart {

    private static final List<String> TRACING = List.of("connect", "serve", "run");

    private HeadStart() {
    }

    /// Begins, where these arguments look like a run. A wrong guess costs a little time and nothing else.
    static void begin(String[] args) {
        if (System.getProperty("os.name").equals("Linux") && asksKernel(args)) {
            start(traces(args) ? HeadStart::linkAndRead : SystemCalls::link);
        } else if (traces(args)) {
            start(HeadStart::openAndRead);
        }
    }

    private static void start(Runnable work) {
        Thread.ofPlatform().daemon().name("trace-ahead").start(work);
    }

    private static void linkAndRead() {
        SystemCalls.link();
        read();
    }

    private static void openAndRead() {
        try {
            Warmup.start().finish();
            read();
        } catch (InterruptedException nobodyDoes) {
            // Whoever needs a text reads it then.
        }
    }

    private static void read() {
        TextFile.PROGRESS.sections();
        TextFile.PHRASES.sections();
    }

    static boolean asksKernel(String[] args) {
        if (!traces(args) && (args.length == 0 || !args[0].equals("scenarios"))) {
            return false;
        }
        for (int i = 1; i < args.length; i++) {
            if (args[i].equals("--evidence=portable") || args[i].equals("portable") && args[i - 1].equals("--evidence")) {
                return false;
            }
        }
        return !onlyTold(args);
    }

    static boolean traces(String[] args) {
        return args.length > 0 && TRACING.contains(args[0]) && !onlyTold(args);
    }

    private static boolean onlyTold(String[] args) {
        for (String word : args) {
            if (word.equals("-h") || word.equals("--help") || word.equals("--check")) {
                return true;
            }
        }
        return false;
    }
}
