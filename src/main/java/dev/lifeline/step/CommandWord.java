package dev.lifeline.step;

/// The words of the prompt: the one list that the parser, the help and completion read.
public enum CommandWord {
    NEXT("next", "n", "", Group.MOVE, "to the next stage of either side; Enter does the same"),
    STEP("step", "s", "", Group.MOVE, "to the next gate, also behind a stage; in a replay one event"),
    CONTINUE("continue", "c", "", Group.MOVE, "until a breakpoint, or the end"),
    UNTIL("until", "u", "STAGE", Group.MOVE, "until someone stands before this stage"),
    BACK("back", "b", "", Group.MOVE, "one stop back in the recording: sockets stay where they are"),
    FORWARD("forward", "f", "", Group.MOVE, "one stop forward in the recording"),
    GOTO("goto", "g", "N", Group.MOVE, "to stop N in the recording"),
    LIVE("live", "l", "", Group.MOVE, "to where the sockets are now"),
    RERUN("rerun", "", "", Group.MOVE, "a new connection from the beginning, as run 2; breakpoints stay"),
    SEND("send", "", "'TEXT' [on client|server|ACTOR]", Group.ACT, "in a scenario: has the client, or who is named, write TEXT; \\n is a new line"),
    SHUTDOWN("shutdown", "", "[on client|server|ACTOR]", Group.ACT, "in a scenario: ends its stream by hand, and can still read"),
    CLOSE("close", "", "[on client|server|ACTOR]", Group.ACT, "in a scenario: closes its socket by hand"),
    RESET("reset", "", "[on client|server|ACTOR]", Group.ACT, "in a scenario: closes its socket with a reset by hand"),
    BREAK("break", "br", "[before|after] STAGE [on client|server] [if outcome=finished|failed|CODE]", Group.STOP, "stop at a stage, too; with if only after that outcome"),
    DELETE("delete", "del", "N or all", Group.STOP, "take a breakpoint away"),
    INFO("info", "", "", Group.STOP, "stops, breakpoints and notes so far"),
    INSPECT("inspect", "i", "sockets|queues|tcpinfo|packets|route|threads", Group.LOOK, "look into the kernel; * marks what changed"),
    WHY("why", "w", "[1|2|3]", Group.LOOK, "this stop in the words of the field; 3 says most"),
    WHERE("where", "?", "N", Group.LOOK, "where line N of the last card comes from"),
    DIFF("diff", "", "[N N]", Group.LOOK, "two runs side by side, by their numbers, or the last two"),
    NOTE("note", "", "TEXT", Group.KEEP, "write TEXT beside this stop"),
    NOTEBOOK("notebook", "nb", "[FILE]", Group.KEEP, "the session as a page; with FILE saved as Markdown"),
    SAVE("save", "", "FILE", Group.KEEP, "save the recording; trace step --replay FILE walks it again"),
    HELP("help", "h", "[COMMAND or TERM]", Group.KEEP, "this, one command, or a word as accept-queue"),
    QUIT("quit", "q", "", Group.KEEP, "end; Ctrl-D does the same");

    /// The groups of the help.
    public enum Group {
        MOVE("move"), ACT("act"), STOP("stop"), LOOK("look"), KEEP("keep");

        private final String label;

        Group(String label) {
            this.label = label;
        }

        /// The word for it.
        public String label() {
            return label;
        }
    }

    private final String word;
    private final String letter;
    private final String usage;
    private final Group group;
    private final String about;

    CommandWord(String word, String letter, String usage, Group group, String about) {
        this.word = word;
        this.letter = letter;
        this.usage = usage;
        this.group = group;
        this.about = about;
    }

    /// The word as it is typed.
    public String word() {
        return word;
    }

    /// Its short form; empty where it has none.
    public String letter() {
        return letter;
    }

    /// The words that follow it; empty where none do.
    public String usage() {
        return usage;
    }

    /// The group that it belongs to.
    public Group group() {
        return group;
    }

    /// A line about it.
    public String about() {
        return about;
    }
}
