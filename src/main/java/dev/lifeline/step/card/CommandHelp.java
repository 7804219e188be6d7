package dev.lifeline.step.card;

import dev.lifeline.model.walk.FaultKind;
import dev.lifeline.step.CommandWord;
import dev.lifeline.wording.step.FaultWords;
import java.util.List;

/// Help on one command beyond its line in the list: examples first, then more of what it does, and when it refuses.
///
/// @param group the group in the list
/// @param examples lines as a person types them, with what they do behind two spaces
/// @param more sentences; empty where the line in the list says it all
/// @param refuses when it does nothing, and says so; empty where it always does something
record CommandHelp(HelpGroup group, List<String> examples, String more, String refuses) {

    private static final String RECORDED = "in a recording, and at a stop that you went back to: live, or rerun";
    private static final String NO_SCENARIO = "at the end, and in a recording; on a side that has no open connection";

    /// The help on a command.
    static CommandHelp of(CommandWord word) {
        return switch (word) {
            case NEXT -> new CommandHelp(HelpGroup.RUN, List.of("next", "n", "(Enter alone)"),
                    "The one who stands at the gate goes on, and whoever stands behind a stage, until somebody stands before a next stage, or in a scenario before its next step. In a"
                            + " recording the cursor goes to the next stop. Right and Page Down do the same where nothing is typed.", "at the end");
            case STEP -> new CommandHelp(HelpGroup.RUN, List.of("step", "s"),
                    "As next, and stops behind a stage, too, where its outcome is known and the program has not gone on. In a recording: one event.",
                    "at the end");
            case CONTINUE -> new CommandHelp(HelpGroup.RUN, List.of("continue", "c"),
                    "Everybody goes on, to the next question where questions come by themselves (--predict ask). Ctrl-C breaks off a wait that takes too long for you; the run itself stays.",
                    "at a stop that you went back to: nothing runs there");
            case UNTIL -> new CommandHelp(HelpGroup.RUN, List.of("until accept", "u first byte"),
                    "As continue, with a breakpoint that is there for this once. A LABEL is one of a scenario's steps.", "for a word that is neither a stage nor a label: it lists them");
            case BACK -> new CommandHelp(HelpGroup.PAST, List.of("back", "b"),
                    "The card says REPLAY: what you see is past, and the sockets stay where they are. Left and Page Up do the same where nothing is typed.",
                    "at the first stop");
            case FORWARD -> new CommandHelp(HelpGroup.PAST, List.of("forward", "f"), "", "where the sockets are: Enter lets them go on");
            case GOTO -> new CommandHelp(HelpGroup.PAST, List.of("goto 3", "g 1"), "info lists the stops.", "for a number that no stop has");
            case LIVE -> new CommandHelp(HelpGroup.PAST, List.of("live", "l"), "", "in a recording from a file");
            case RERUN -> new CommandHelp(HelpGroup.RUN, List.of("rerun"),
                    "The run that stands here is ended and kept; diff compares it with the new one.", "in a recording from a file");
            case RUN -> new CommandHelp(HelpGroup.PAST, List.of("run 1"), "A run that you left is a recording: back, forward, goto and inspect work in it, and"
                    + " live goes to where the sockets are.", "for a number that no run has");
            case SEND -> new CommandHelp(HelpGroup.HANDS, List.of("send 'hello\\n'", "send 'bye' on server"),
                    "Without a name it is the client. What is sent is in the recording, and the line in the history file of the prompt, which only"
                            + " you can read: send no password.", NO_SCENARIO);
            case SHUTDOWN -> new CommandHelp(HelpGroup.HANDS, List.of("shutdown", "shutdown on server"),
                    "The peer reads the end of the stream; this side can still read.", NO_SCENARIO);
            case CLOSE -> new CommandHelp(HelpGroup.HANDS, List.of("close", "close on server"), "", NO_SCENARIO);
            case RESET -> new CommandHelp(HelpGroup.HANDS, List.of("reset", "reset on server"),
                    "SO_LINGER with 0 seconds, then close(): the peer gets RST, and neither side stays in TIME_WAIT.", NO_SCENARIO);
            case FAULT -> new CommandHelp(HelpGroup.HANDS, List.of("fault list", "fault add latency 200ms on server", "fault add slicer 3 bytes on client",
                    "fault clear"), faults(), "for what this run does not have, with what to do instead; in a recording");
            case BREAK -> new CommandHelp(HelpGroup.STOPS, List.of("break accept", "break after connect on client", "break after connect if outcome=failed", "break at ready"),
                    "Without before or after it is before. Breakpoints stay for rerun; info lists them, delete takes them away.",
                    "for a word that is no stage, and for an outcome of a stage that has not ended");
            case WATCH -> new CommandHelp(HelpGroup.STOPS, List.of("watch acceptq", "watch recvq on server >= 5", "watch state on client = FIN_WAIT1"),
                    "It is what a look found: between two looks a value may change unseen. The card says which look, and what it was before.",
                    "for a word that is none of the four, and where the kernel's sockets are not looked at");
            case DELETE -> new CommandHelp(HelpGroup.STOPS, List.of("delete 1", "delete all"), "info lists the numbers.", "for a number that none has");
            case INFO -> new CommandHelp(HelpGroup.STOPS, List.of("info"), "", "");
            case INSPECT -> new CommandHelp(HelpGroup.LOOK, List.of("inspect sockets", "i queues", "i packets"),
                    "sockets: both ends and the listener, as ss shows them. queues: how full each is. tcpinfo: the kernel's figures of each end. packets:"
                            + " what was seen on the wire. route: the way out. threads: where each program stands. tls: hellos, certificates,"
                            + " and what was agreed. request: lines and fields, those with secrets by their length. * marks what changed since the last stop.",
                    "nothing; of a source that took no part it says so");
            case WHY -> new CommandHelp(HelpGroup.LOOK, List.of("why", "why 2", "why 3"),
                    "1 is a sentence and its source, 2 the whole term, 3 with its picture. In a scenario 3 tells how it ends. At the end it tells what"
                            + " happened, and what the failure means.", "while a call is under way, and nobody is stopped");
            case WHERE -> new CommandHelp(HelpGroup.LOOK, List.of("? 2", "where 2"),
                    "The calls, looks and packets that the line with [2] of the last card rests on: when each was, and which evidence it is.",
                    "for a number that no line has");
            case PREDICT -> new CommandHelp(HelpGroup.LOOK, List.of("p", "p b 3", "p ?", "p c a b"),
                    "A letter, and 1 to 3 for how sure; ? is for don't know; letters in their order for events. It is told once it was seen."
                            + " predict = ask in ~/.config/lifeline/settings has each question asked by itself, off none.",
                    "where nothing is asked, and where the answer was seen already");
            case SUMMARY -> new CommandHelp(HelpGroup.LOOK, List.of("summary"), "Where it broke first, and which beliefs were touched.", "");
            case DIFF -> new CommandHelp(HelpGroup.LOOK, List.of("diff", "diff 1 2"), "Stages side by side, and the first one that differs.",
                    "before there is a second run: rerun makes one");
            case NOTE -> new CommandHelp(HelpGroup.KEEP, List.of("note the queue is full here"), "The notebook of this run shows it beside its stop.", "");
            case NOTEBOOK -> new CommandHelp(HelpGroup.KEEP, List.of("notebook", "notebook walk.md"),
                    "Notes of a run before are in the notebook of that run: run 1, then notebook.", "where the file cannot be written");
            case SAVE -> new CommandHelp(HelpGroup.KEEP, List.of("save run.ndjson"),
                    "Each session is kept anyway; this is a place and a name of your own.", "where the file cannot be written");
            case EXPORT -> new CommandHelp(HelpGroup.KEEP, List.of("export pcapng run.pcapng"), "Wireshark reads pcapng. trace export writes the same from a recording.",
                    "for a format that there is not, and where the file cannot be written");
            case FACE -> new CommandHelp(HelpGroup.PROMPT, List.of("face full", "face big", "face line"),
                    "line: cards that append. full: a screen of 80 x 24 or more, painted anew at each stop. big: few lines, for a projector. plain:"
                            + " sentences and numbered choices, for a screen reader. face = big in ~/.config/lifeline/settings makes it yours.",
                    "with --json, and for a terminal that is too small it says so and shows another");
            case HELP -> new CommandHelp(HelpGroup.PROMPT, List.of("help", "help intro", "help break", "help accept-queue"),
                    "intro is a first walk by doing, from where you stand; once more ends it. A term is explained as by trace help TERM.", "for a word that is neither: it names the nearest");
            case QUIT -> new CommandHelp(HelpGroup.PROMPT, List.of("quit", "q"),
                    "The run is ended and its recording kept. Ctrl-D and Ctrl-C at an empty prompt leave, too.", "");
        };
    }

    /// A line on each fault: its word is all that one needs to have it.
    private static String faults() {
        StringBuilder all = new StringBuilder();
        for (FaultKind kind : FaultKind.values()) {
            all.append(all.isEmpty() ? "" : "; ").append(kind.label()).append(": ").append(FaultWords.about(kind));
        }
        return all + ". Each is on until fault clear or the end of the walk, and rerun keeps it. What is done by hand goes around it.";
    }
}
