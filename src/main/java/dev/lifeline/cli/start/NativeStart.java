package dev.lifeline.cli.start;

import dev.lifeline.linux.SystemCalls;
import java.util.List;

/// Has the first native call linked on a thread of its own while the command line is read: both take some 20 ms of a fresh process.
final class NativeStart {

    private static final List<String> ASKING = List.of("connect", "serve", "run", "scenarios");

    private NativeStart() {
    }

    /// Begins, where these arguments look like a run that asks the kernel. A wrong guess costs a little time and nothing else.
    static void begin(String[] args) {
        if (System.getProperty("os.name").equals("Linux") && wanted(args)) {
            Thread.ofPlatform().daemon().name("trace-native").start(SystemCalls::link);
        }
    }

    static boolean wanted(String[] args) {
        if (args.length == 0 || !ASKING.contains(args[0])) {
            return false;
        }
        for (int i = 1; i < args.length; i++) {
            String word = args[i];
            if (word.equals("-h") || word.equals("--help") || word.equals("--check") || word.equals("--evidence=portable")
                    || (word.equals("portable") && args[i - 1].equals("--evidence"))) {
                return false;
            }
        }
        return true;
    }
}
