package dev.lifeline.explain.place;

import dev.lifeline.explain.Confidence;
import dev.lifeline.explain.ErrorStage;
import java.util.List;
import java.util.Locale;

/// Tells by the whole entry what a code is of that sockets share with pipes and files.
final class Surroundings {

    private static final List<String> OF_A_NETWORK = List.of("socket", "tcp", "http", "client", "peer", "connection", "server", "upstream", "->",
            "remote", "tls", "ssl", "wsgi", "net.", "sendto", "sendall", "request", "response", "sun.nio.ch");
    private static final List<String> OF_A_PIPE = List.of("stdout", "standard output", "stderr", "subprocess", "popen", "<stdout>", "/dev/",
            "writing output", "write error: broken", "stdin", "child process", "pipeline", "<fdopen>", "process.exec", "yes:", "| head");
    private static final List<String> OF_FILES = List.of("open '", "open /", "opening file", "open \"", "watch", "scandir", "readdir", ".log", "no such file",
            "fopen", "spawn", "fork", "include(", "file_get_contents", "fileinputstream", "filenotfound", "inotify", "could not open", "cannot open", "can't open", "mkdir", "unable to open");

    private final String text;
    private String folded;

    Surroundings(String text) {
        this.text = text;
    }

    /// A broken pipe may be one between two programs.
    Leaning ofPipe(Leaning leaning, ActClue act) {
        if (any(OF_A_PIPE)) {
            return new Leaning(ErrorStage.NONE, any(OF_A_NETWORK) ? List.of(ErrorStage.WRITE) : List.of(), Confidence.MEDIUM);
        }
        if (any(OF_A_NETWORK)) {
            return leaning.stage() == ErrorStage.WRITE ? new Leaning(ErrorStage.WRITE, List.of(), act == null ? Confidence.MEDIUM : Confidence.HIGH) : leaning;
        }
        return new Leaning(leaning.stage(), List.of(ErrorStage.NONE), Confidence.MEDIUM);
    }

    /// Tells whether files ran out, as far as the words tell.
    boolean ofFiles() {
        return any(OF_FILES);
    }

    private boolean any(List<String> words) {
        if (folded == null) {
            folded = text.toLowerCase(Locale.ROOT);
        }
        for (String word : words) {
            if (folded.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
