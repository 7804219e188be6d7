package dev.lifeline.terminal;

import org.jline.terminal.Terminal;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/// Tells a terminal of JLine's the signals of the process that a line editor answers. JLine's own way there is by reflection and a proxy that
/// Java makes while it runs: 5 ms of a start.
final class TerminalSignals implements AutoCloseable {

    private static final Terminal.Signal[] HEARD = {Terminal.Signal.INT, Terminal.Signal.WINCH, Terminal.Signal.CONT};

    private final SignalHandler[] before = new SignalHandler[HEARD.length];

    private TerminalSignals() {
    }

    /// From now on the terminal hears them, until this is closed.
    static TerminalSignals to(Terminal terminal) {
        TerminalSignals signals = new TerminalSignals();
        for (int i = 0; i < HEARD.length; i++) {
            Terminal.Signal heard = HEARD[i];
            try {
                signals.before[i] = Signal.handle(new Signal(heard.name()), _ -> terminal.raise(heard));
            } catch (IllegalArgumentException e) {
                // This system has no such signal.
                continue;
            }
        }
        return signals;
    }

    /// Gives them back to those who had them before.
    @Override
    public void close() {
        for (int i = 0; i < HEARD.length; i++) {
            if (before[i] != null) {
                Signal.handle(new Signal(HEARD[i].name()), before[i]);
            }
        }
    }
}
