package dev.lifeline.cli.command;

import dev.lifeline.cli.Io;
import dev.lifeline.cli.option.ProxyVariables;
import dev.lifeline.model.Target;

/// Says that a connection is direct where the environment names a proxy, which curl and others would have used.
///
/// A note to the person, and nothing of the trace: the connection is the same without the variable, and a recording would tell others
/// of the environment.
final class ProxyNote {

    private ProxyNote() {
    }

    /// Says it where it is so.
    static void say(Target target, Io io) {
        String variable = new ProxyVariables(io.environment(), target).ignored();
        if (variable != null) {
            io.complain("connect", variable + " is set and not used: this connection is direct"
                    + (target.scheme().web() ? "; --proxy env goes by it" : ""));
        }
    }
}
