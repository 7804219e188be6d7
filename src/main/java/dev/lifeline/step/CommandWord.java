package dev.lifeline.step;

/// The words of the prompt: the one list that the parser, the help and completion read.
public enum CommandWord {
    NEXT("next", "n", "", "to the next stage of either side; Enter does the same"),
    STEP("step", "s", "", "to the next gate, also behind a stage; in a replay one event"),
    CONTINUE("continue", "c", "", "until a breakpoint, or the end"),
    UNTIL("until", "u", "STAGE or LABEL", "until someone stands before this stage or step"),
    BACK("back", "b", "", "one stop back in the recording: sockets stay where they are"),
    FORWARD("forward", "f", "", "one stop forward in the recording"),
    GOTO("goto", "g", "N", "to stop N in the recording"),
    LIVE("live", "l", "", "to where the sockets are now"),
    RUN("run", "", "N", "walks run N as a recording; live comes back"),
    RERUN("rerun", "", "", "a new connection, as run 2; breakpoints and faults stay"),
    SEND("send", "", "'TEXT' [on client|server|ACTOR]", "has the client, or who is named, write TEXT by hand; \\n is a new line"),
    SHUTDOWN("shutdown", "", "[on client|server|ACTOR]", "ends its stream by hand, and can still read"),
    CLOSE("close", "", "[on client|server|ACTOR]", "closes its socket by hand"),
    RESET("reset", "", "[on client|server|ACTOR]", "closes its socket with a reset by hand"),
    FAULT("fault", "", "list | add WORD [FIGURE] [on client|server] | clear [WORD or N]", "break things: fault list shows what can be had"),
    BREAK("break", "br", "[before|after] STAGE [on client|server|ACTOR] [if outcome=finished|failed|CODE], or at LABEL, or after LABEL",
            "stop at a stage, too; with if only after that outcome; at LABEL before that step of a scenario"),
    WATCH("watch", "", "recvq|sendq|acceptq|state [on client|server|ACTOR] [>= N or = STATE]",
            "stop when a look finds this value of the kernel changed, or come to N or STATE"),
    DELETE("delete", "del", "N or all", "take a breakpoint or a watch away"),
    INFO("info", "", "", "stops, breakpoints and notes so far"),
    INSPECT("inspect", "i", "sockets|queues|tcpinfo|packets|route|threads|tls|request", "look behind the stop; * marks what changed"),
    WHY("why", "w", "[1|2|3]", "this stop in the words of the field; 3 says most"),
    WHERE("where", "?", "N", "where line N of the last card comes from"),
    PREDICT("predict", "p", "[LETTER [1|2|3]]", "say what comes next, where a card asks"),
    SUMMARY("summary", "", "", "what was predicted, and what came of it"),
    DIFF("diff", "", "[N N]", "two runs side by side, by their numbers, or the last two"),
    NOTE("note", "", "TEXT", "write TEXT beside this stop"),
    NOTEBOOK("notebook", "nb", "[FILE]", "this run as a page, with its notes; with FILE saved as Markdown"),
    SAVE("save", "", "FILE", "save the recording; trace step --replay FILE walks it again"),
    EXPORT("export", "", "FORMAT FILE", "write it in the format of another tool: pcapng"),
    FACE("face", "", "line|full|big|plain", "show the walk in another way: cards, a screen, for a projector, sentences"),
    HELP("help", "h", "[COMMAND or TERM]", "this, one command, or a word as accept-queue"),
    QUIT("quit", "q", "", "end; Ctrl-D does the same");

    private final String word;
    private final String letter;
    private final String usage;
    private final String about;

    CommandWord(String word, String letter, String usage, String about) {
        this.word = word;
        this.letter = letter;
        this.usage = usage;
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

    /// A line about it.
    public String about() {
        return about;
    }
}
