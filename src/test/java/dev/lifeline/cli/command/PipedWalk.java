package dev.lifeline.cli.command;

import dev.lifeline.cli.Shell;
import dev.lifeline.model.Trace;
import dev.lifeline.model.event.PlayEvent;
import dev.lifeline.terminal.TerminalFacts;
import dev.lifeline.text.Glyphs;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Walks whose commands come through a pipe, and what they leave behind.
final class PipedWalk {

    private PipedWalk() {
    }

    /// Runs a walk to its end.
    static Shell.Ran piped(String commands, String... args) {
        return shell(commands).run(args);
    }

    /// A shell with these commands in its pipe.
    static Shell shell(String commands) {
        return new Shell().with(new TerminalFacts(80, false, false, Glyphs.UNICODE))
                .readingFrom(new ByteArrayInputStream(commands.getBytes(StandardCharsets.UTF_8)));
    }

    /// The lines of standard output that begin so.
    static List<String> lines(Shell.Ran ran, String beginning) {
        return ran.out().lines().filter(line -> line.startsWith(beginning)).toList();
    }

    /// Who did what by hand.
    static List<String> byHand(Trace trace) {
        return trace.events().stream().filter(event -> event.body() instanceof PlayEvent.HandActed)
                .map(event -> (PlayEvent.HandActed) event.body()).map(hand -> hand.actor() + " " + hand.action()).toList();
    }

    /// The threads that are still there and have a name that begins so.
    static List<String> threads(String beginning) {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).filter(name -> name.startsWith(beginning)).toList();
    }
}
