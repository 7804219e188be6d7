package dev.lifeline.cli.command;

/// A line about each command: at the head of its help, and in the list of commands. No command is loaded to read it.
public final class CommandAbout {

    static final String CONNECT = "Trace a connection through every stage.";
    static final String SERVE = "A loopback server for your own clients, each connection traced.";
    static final String RUN = "Play a scenario on real sockets, and say whether its claim held.";
    static final String SCENARIOS = "List what there is to play; begin a scenario of your own.";
    static final String STEP = "Walk through a connection: stop it, look into the kernel, go back.";
    public static final String EXPLAIN = "Place the text of an error on the path, and say what it proves.";
    static final String REPLAY = "Show a recording again, in any view, on any machine.";
    static final String EXPORT = "Write a recording in the format of another tool.";
    static final String DOCTOR = "Which evidence this machine gives, and what would enable the rest.";
    static final String HELP = "Explain a word that a screen uses, or show the help of a command.";

    /// Name and line of each.
    public static final String[][] ALL = {{"connect", CONNECT}, {"serve", SERVE}, {"run", RUN}, {"scenarios", SCENARIOS}, {"step", STEP}, {"explain", EXPLAIN},
        {"replay", REPLAY}, {"export", EXPORT}, {"doctor", DOCTOR}, {"help", HELP}};

    private CommandAbout() {
    }
}
