package dev.lifeline.cli.start;

import dev.lifeline.cli.ExitCode;
import dev.lifeline.cli.Io;
import dev.lifeline.observe.portable.SpentDescriptors;
import dev.lifeline.text.Printable;
import java.io.IOError;

/// Says in one line what a command broke down of: what ran out, where that is it, or that it is a bug.
final class Breakdown implements Thread.UncaughtExceptionHandler {

    private static volatile boolean happened;

    private Breakdown() {
    }

    /// From now on threads that die say so in one line, instead of a stack trace.
    static void onThreads() {
        Thread.setDefaultUncaughtExceptionHandler(new Breakdown());
    }

    /// The exit code, when a thread has died meanwhile.
    static int code(int otherwise) {
        return happened && otherwise == ExitCode.OK.code() ? ExitCode.INTERNAL.code() : otherwise;
    }

    /// Says it.
    ///
    /// @return the exit code
    static int tell(Throwable cause, String command, Io io) {
        io.complain(command, sentence(cause));
        if (io.environment().containsKey("TRACE_DEBUG")) {
            cause.printStackTrace(io.err());
        }
        return ExitCode.INTERNAL.code();
    }

    @Override
    public void uncaughtException(Thread thread, Throwable cause) {
        if (cause instanceof IOError) {
            // The terminal was closed: SIGCONT comes with SIGHUP, and JLine draws its line anew, for nobody.
            return;
        }
        happened = true;
        System.err.println("trace: " + sentence(cause));
        if (System.getenv("TRACE_DEBUG") != null) {
            cause.printStackTrace();
        }
    }

    /// Names what ran out. Where memory did, this must need little of it.
    static String sentence(Throwable cause) {
        if (SpentDescriptors.ranOut(cause)) {
            return "no descriptor is left: Too many open files. Allow more (" + SpentDescriptors.MORE + "), or end what holds them";
        }
        for (Throwable each = cause; each != null; each = each.getCause()) {
            String message = String.valueOf(each.getMessage());
            if (each instanceof OutOfMemoryError) {
                return message.contains("thread")
                        ? "the system gives no more threads: " + Printable.ascii(message) + ". Look at ulimit -u and at the memory"
                        : "the memory is full: " + Printable.ascii(message) + ". Give Java more: TRACE_JAVA_OPTS=-Xmx2g";
            }
        }
        return "internal error: " + Printable.ascii(cause.toString()) + ". This is a bug in trace; TRACE_DEBUG=1 shows where";
    }
}
